import type { VNode } from 'preact'
import { type Day, dayBars } from './day-bars'
import { useWords } from './words.view'

const width = 900

type DayBarsProps = {
  days: readonly Day[]
  range: { from: Date; to: Date }
  height: number
  /** Says in one sentence what is drawn; the numbers stand in a table beside it. */
  label: string
}

/**
 * A bar of two parts for each day, and a line where the comments reach. The drawing stretches with its
 * place; the words stand beside it, or they would shrink with it.
 */
export function DayBars({ days, range, height, label }: DayBarsProps): VNode {
  const { number, shortDate } = useWords()
  const named = (day: string | undefined) => day && shortDate(new Date(day))
  const { bars, ticks } = dayBars(days, range, { width, height })
  return (
    <div class="day-bars">
      <p class="axis is-upright" aria-hidden="true">
        {ticks.toReversed().map(({ value }) => (
          <span>{number(value)}</span>
        ))}
      </p>
      <svg
        class="chart"
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        preserveAspectRatio="none"
      >
        {ticks.map(({ y }) => (
          <line x1={0} x2={width} y1={y} y2={y} />
        ))}
        {bars.map(({ day, x, width: across, automatic, human, comments }) => (
          <g>
            <title>{named(day)}</title>
            <rect class="is-automatic" x={x} width={across} {...automatic} />
            <rect class="is-human" x={x} width={across} {...human} />
            {comments !== undefined && (
              <line class="is-received" x1={x} x2={x + across} y1={comments} y2={comments} />
            )}
          </g>
        ))}
      </svg>
      <p class="axis" aria-hidden="true">
        <span>{named(bars[0]?.day)}</span>
        {bars.length > 1 && <span>{named(bars.at(-1)?.day)}</span>}
      </p>
    </div>
  )
}
