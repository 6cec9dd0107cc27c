import type { ComponentChildren, VNode } from 'preact'
import { type IntervalRow, intervalPlot } from './interval-plot'
import { useWords } from './words.view'

type PlotProps = { id: string; title: string; rows: IntervalRow[]; children: ComponentChildren }

/** A picture of the table that follows it. */
export function IntervalPlot({ id, title, rows, children }: PlotProps): VNode {
  const { number } = useWords()
  const plot = intervalPlot(rows)
  const foot = plot.height - 6
  return (
    <svg
      class="plot"
      role="img"
      aria-labelledby={`${id}-plot-title`}
      aria-describedby={`${id}-plot-text`}
      viewBox={`0 0 ${plot.width} ${plot.height}`}
    >
      <title id={`${id}-plot-title`}>{title}</title>
      <desc id={`${id}-plot-text`}>{children}</desc>
      {plot.ticks.map(({ value, x }) => (
        <>
          <line class="tick" x1={x} x2={x} y1={0} y2={plot.height - 22} />
          <text x={x} y={foot} text-anchor="middle">
            {number(value)}
          </text>
        </>
      ))}
      {plot.rows.map(({ label, labelY, x, y, from, to }) => (
        <>
          <text class="label" x={0} y={labelY}>
            {label}
          </text>
          <line class="interval" x1={from} x2={to} y1={y} y2={y} />
          <circle cx={x} cy={y} r={4.5} />
        </>
      ))}
    </svg>
  )
}
