import type { VNode } from 'preact'
import { type Day, dayBars } from './day-bars'
import { useWords } from './words.view'

const width = 900
const margin = 40

type DayBarsProps = {
  days: readonly Day[]
  range: { from: Date; to: Date }
  height: number
  /** Says in one sentence what is drawn; the numbers stand in a table beside it. */
  label: string
}

/** A bar of two parts for each day. */
export function DayBars({ days, range, height, label }: DayBarsProps): VNode {
  const { number, shortDate } = useWords()
  const named = (day: string | undefined) => day && shortDate(new Date(day))
  const { bars, ticks } = dayBars(days, range, { width, height })
  return (
    <svg
      class="chart"
      role="img"
      aria-label={label}
      viewBox={`${-margin} -10 ${width + margin} ${height + 35}`}
    >
      {ticks.map(({ value, y }) => (
        <>
          <line x1={0} x2={width} y1={y} y2={y} />
          <text x={-6} y={y + 4} text-anchor="end">
            {number(value)}
          </text>
        </>
      ))}
      {bars.map(({ day, x, width: across, automatic, human }) => (
        <g>
          <title>{named(day)}</title>
          <rect class="is-automatic" x={x} width={across} {...automatic} />
          <rect class="is-human" x={x} width={across} {...human} />
        </g>
      ))}
      <text x={0} y={height + 20}>
        {named(bars[0]?.day)}
      </text>
      <text x={width} y={height + 20} text-anchor="end">
        {named(bars.at(-1)?.day)}
      </text>
    </svg>
  )
}
