import type { VNode } from 'preact'
import type { RuleStatistics } from '../../moderation/rule-acts.store'
import { DayBars } from '../day-bars.view'
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

function Bars({ statistics, days, now }: RulePageModel): VNode {
  const { rule } = useWords().rulesPages
  const hits = (mode: 'live' | 'shadow') => figuresOf(statistics, mode).hits
  return (
    <DayBars
      days={days.map(({ day, live, shadow }) => ({ day, human: live, automatic: shadow }))}
      range={{ from: new Date(now.getTime() - (shownDays - 1) * dayMs), to: now }}
      height={120}
      label={rule.chart(hits('live'), hits('shadow'))}
    />
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
