import type { VNode } from 'preact'
import type { RuleStatistics } from '../../moderation/rule-acts.store'
import { dayBars } from '../day-bars'
import { Scrolled } from '../scrolled.view'
import { useWords } from '../words.view'
import { figuresOf } from './rule-figures'
import type { RulePageModel } from './rule-page-model'
import { ModeTag } from './rule-parts.view'

const dayMs = 86_400_000
const shownDays = 30

/** Hits of the last 30 days: bars by day, and a table by version and mode. */
export function RuleNumbers(model: RulePageModel): VNode {
  const { rulesPages } = useWords()
  const { statistics } = model
  return (
    <section class="panel" aria-labelledby="numbers-title">
      <h2 id="numbers-title">{rulesPages.rule.statistics}</h2>
      {statistics.length === 0 ? (
        <p class="muted">{rulesPages.rule.noHits}</p>
      ) : (
        <>
          <Bars {...model} />
          <p class="legend">
            <span class="is-human">{rulesPages.rule.acted}</span>{' '}
            <span class="is-automatic">{rulesPages.rule.counted}</span>
          </p>
          <NumberTable statistics={statistics} />
        </>
      )}
    </section>
  )
}

const plot = { width: 900, height: 120, margin: 40 }

function Bars({ statistics, days, now }: RulePageModel): VNode {
  const { rulesPages, number } = useWords()
  const range = { from: new Date(now.getTime() - (shownDays - 1) * dayMs), to: now }
  const counted = days.map(({ day, live, shadow }) => ({ day, human: live, automatic: shadow }))
  const { bars, ticks } = dayBars(counted, range, plot)
  const hits = (mode: 'live' | 'shadow') => figuresOf(statistics, mode).hits
  return (
    <svg
      class="chart"
      role="img"
      aria-label={rulesPages.rule.chart(hits('live'), hits('shadow'))}
      viewBox={`${-plot.margin} -10 ${plot.width + plot.margin} ${plot.height + 35}`}
    >
      {ticks.map(({ value, y }) => (
        <>
          <line x1={0} x2={plot.width} y1={y} y2={y} />
          <text x={-6} y={y + 4} text-anchor="end">
            {number(value)}
          </text>
        </>
      ))}
      {bars.map(({ day, x, width, automatic, human }) => (
        <g>
          <title>{day}</title>
          <rect class="is-automatic" x={x} width={width} {...automatic} />
          <rect class="is-human" x={x} width={width} {...human} />
        </g>
      ))}
      <text x={0} y={plot.height + 20}>
        {bars[0]?.day}
      </text>
      <text x={plot.width} y={plot.height + 20} text-anchor="end">
        {bars.at(-1)?.day}
      </text>
    </svg>
  )
}

function NumberTable({ statistics }: { statistics: readonly RuleStatistics[] }): VNode {
  const { rulesPages, number } = useWords()
  const text = rulesPages.rule
  return (
    <Scrolled label={text.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.version}</th>
            <th scope="col">{text.hits}</th>
            <th scope="col">{text.approved}</th>
            <th scope="col">{text.refused}</th>
            <th scope="col">{text.agreed}</th>
          </tr>
        </thead>
        <tbody>
          {statistics.toReversed().map((one) => {
            const { agreement } = figuresOf([one], one.mode)
            return (
              <tr>
                <th scope="row">
                  {text.name(one.version)} <ModeTag mode={one.mode} />
                </th>
                <td>{number(one.hits)}</td>
                <td>{number(one.approved)}</td>
                <td>{number(one.refused)}</td>
                <td>
                  {agreement
                    ? text.share(agreement.estimate, agreement.low, agreement.high)
                    : rulesPages.noAgreement}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolled>
  )
}
