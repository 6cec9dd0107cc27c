import type { VNode } from 'preact'
import { bandOf, leastPairs } from '../moderation/agreement'
import { IntervalPlot } from './interval-plot.view'
import { OverturnedSection } from './overturned.view'
import { type AnswerRow, kappaRows, precisionRows, type QualityModel } from './quality-model'
import { Scrolled } from './scrolled.view'
import { useWords } from './words.view'

/** How far people agree with each other, and rules with people. */
export const QualitySections = ({ quality }: { quality: QualityModel }): VNode => (
  <>
    <AgreementSection quality={quality} />
    <PrecisionSection rules={quality.rules} />
    {quality.overturned && <OverturnedSection people={quality.overturned} />}
  </>
)

function AgreementSection({ quality }: { quality: QualityModel }): VNode {
  const { agreement } = useWords().quality
  const { overall, actions, reasons } = quality
  return (
    <section class="panel" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{agreement.title}</h2>
      <p class="muted">{agreement.intro}</p>
      <Overall overall={overall} />
      {overall.pairs > 0 && (
        <>
          <Answers id="actions" title={agreement.byAction} rows={actions} />
          {reasons.length > 0 && <Answers id="reasons" title={agreement.byReason} rows={reasons} />}
        </>
      )}
    </section>
  )
}

function Overall({ overall }: { overall: QualityModel['overall'] }): VNode {
  const { agreement } = useWords().quality
  const { pairs, agreed, share, kappa, state } = overall
  if (pairs === 0) return <p>{agreement.none}</p>
  if (state === 'too_few' || share === null) return <p>{agreement.tooFew(pairs, leastPairs)}</p>
  if (!kappa) return <p>{agreement.undefined(pairs)}</p>
  const band = agreement.bands[bandOf(kappa.value)]
  return (
    <>
      <p>
        <b>{agreement.overall(agreed, pairs, share)}</b>{' '}
        {agreement.kappaIs(kappa.value, kappa.low, kappa.high, band)}
      </p>
      <p class="muted">{agreement.bandNote}</p>
    </>
  )
}

function Answers({ id, title, rows }: { id: string; title: string; rows: AnswerRow[] }): VNode {
  const { agreement } = useWords().quality
  const plotted = kappaRows(rows)
  return (
    <>
      <h3>{title}</h3>
      <div class="plotted">
        {plotted.length > 0 && (
          <IntervalPlot id={id} rows={plotted} title={`${agreement.plot}: ${title}`}>
            {agreement.plotText(plotted.length, rows.length - plotted.length)}
          </IntervalPlot>
        )}
        <AnswerTable title={title} rows={rows} />
      </div>
    </>
  )
}

function AnswerTable({ title, rows }: { title: string; rows: AnswerRow[] }): VNode {
  const { quality, number, decimal } = useWords()
  const { agreement, percent, interval } = quality
  return (
    <Scrolled label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{agreement.answer}</th>
            <th scope="col">{agreement.first}</th>
            <th scope="col">{agreement.second}</th>
            <th scope="col">{agreement.both}</th>
            <th scope="col">{agreement.share}</th>
            <th scope="col">{agreement.kappaTitle}</th>
            <th scope="col">{agreement.kappaInterval}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, first, second, agreed, share, kappa, state }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{number(first)}</td>
              <td>{number(second)}</td>
              <td>{number(agreed)}</td>
              <td>{share === null ? agreement.few : percent(share)}</td>
              <td>{kappa ? decimal(kappa.value) : unknownKappa(state, agreement)}</td>
              <td>{kappa ? interval(kappa.low, kappa.high) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

const unknownKappa = (
  state: AnswerRow['state'],
  { few, notDefined }: { few: string; notDefined: string },
): string => (state === 'too_few' ? few : notDefined)

function PrecisionSection({ rules }: { rules: QualityModel['rules'] }): VNode {
  const { precision } = useWords().quality
  const plotted = precisionRows(rules)
  return (
    <section class="panel" aria-labelledby="precision-title">
      <h2 id="precision-title">{precision.title}</h2>
      <p class="muted">{precision.intro}</p>
      {rules.length === 0 && <p>{precision.none}</p>}
      <div class="plotted">
        {plotted.length > 0 && (
          <IntervalPlot id="precision" rows={plotted} title={precision.plot}>
            {precision.plotText(plotted.length, rules.length - plotted.length)}
          </IntervalPlot>
        )}
        {rules.length > 0 && <RuleTable rules={rules} />}
      </div>
    </section>
  )
}

function RuleTable({ rules }: { rules: QualityModel['rules'] }): VNode {
  const { quality, number } = useWords()
  const { precision, percent, percentInterval } = quality
  return (
    <Scrolled label={precision.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{precision.rule}</th>
            <th scope="col">{precision.hits}</th>
            <th scope="col">{precision.agreed}</th>
            <th scope="col">{precision.disagreed}</th>
            <th scope="col">{precision.precision}</th>
            <th scope="col">{precision.interval}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ label, hits, agreed, disagreed, precision: share }) => (
            <tr>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td>{number(hits)}</td>
              <td>{number(agreed)}</td>
              <td>{number(disagreed)}</td>
              <td>{share ? percent(share.estimate) : precision.unknown}</td>
              <td>{share ? percentInterval(share.low, share.high) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
