import type { VNode } from 'preact'
import type { Stats } from '../moderation/stats.store'
import { type Frame, renderConsolePage } from './console-frame.view'
import { dayCount, drawnOf } from './day-bars'
import { DayBars } from './day-bars.view'
import { reasonLabel } from './moderator-reasons'
import { QualitySections } from './quality.view'
import type { QualityModel } from './quality-model'
import { Scrolled } from './scrolled.view'
import { type SiteChoice, SiteField } from './site-field.view'
import type { Words } from './words/words'
import { useWords } from './words.view'

export type StatisticsPageModel = {
  frame: Omit<Frame, 'title'>
  sites: readonly SiteChoice[]
  site: string
  from: Date
  to: Date
  /** undefined when the range is turned round. */
  stats: Stats | undefined
  quality: QualityModel | undefined
}

export function renderStatisticsPage(model: StatisticsPageModel): string {
  const { frame, stats, quality } = model
  const { statistics } = frame.words
  return renderConsolePage(
    { ...frame, title: statistics.title },
    <div class="story-page">
      <h1>{statistics.title}</h1>
      <RangeForm {...model} />
      {stats ? (
        <>
          <Totals stats={stats} />
          <p class="muted">{statistics.counted}</p>
          <Days model={model} stats={stats} />
          <div class="story-grid">
            <Speed stats={stats} />
            <Reasons stats={stats} />
          </div>
          {quality && <QualitySections quality={quality} />}
        </>
      ) : (
        <p class="problem" role="alert">
          {statistics.wrongRange}
        </p>
      )}
    </div>,
  )
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

function RangeForm({ sites, site, from, to }: StatisticsPageModel): VNode {
  const { statistics, queue } = useWords()
  return (
    <form class="search" method="get" action="/console/statistics">
      <SiteField sites={sites} chosen={site} all={queue.allSites} />
      <p>
        <label for="from">{statistics.from}</label>
        <input id="from" name="from" type="date" value={dayOf(from)} />
      </p>
      <p>
        <label for="to">{statistics.to}</label>
        <input id="to" name="to" type="date" value={dayOf(to)} />
      </p>
      <p>
        <button type="submit" class="primary">
          {statistics.show}
        </button>
      </p>
    </form>
  )
}

const sumOf = (days: Stats['by_day'], part: 'comments' | 'automatic' | 'human'): number =>
  days.reduce((sum, day) => sum + day[part], 0)

function Totals({ stats }: { stats: Stats }): VNode {
  const { statistics, number } = useWords()
  const [automatic, human] = [sumOf(stats.by_day, 'automatic'), sumOf(stats.by_day, 'human')]
  return (
    <ul class="totals">
      <li>
        <b>{number(sumOf(stats.by_day, 'comments'))}</b> {statistics.received}
      </li>
      <li>
        <b>{number(automatic)}</b> {statistics.automatic}
      </li>
      <li>
        <b>{number(human)}</b> {statistics.human}
      </li>
      {automatic + human > 0 && (
        <li>{statistics.automaticShare(automatic / (automatic + human))}</li>
      )}
    </ul>
  )
}

function Days({ model, stats }: { model: StatisticsPageModel; stats: Stats }): VNode {
  const { statistics } = useWords()
  const drawn = drawnOf(stats.by_day, model)
  return (
    <section class="panel" aria-labelledby="days-title">
      <h2 id="days-title">{statistics.perDay}</h2>
      <DayBars
        days={stats.by_day}
        range={model}
        height={180}
        label={statistics.chart(dayCount(model), {
          comments: sumOf(drawn, 'comments'),
          automatic: sumOf(drawn, 'automatic'),
          human: sumOf(drawn, 'human'),
        })}
      />
      <p class="legend">
        <span class="is-received">{statistics.received}</span>{' '}
        <span class="is-automatic">{statistics.automatic}</span>{' '}
        <span class="is-human">{statistics.human}</span>
      </p>
      <details>
        <summary>{statistics.table}</summary>
        <DayTable days={stats.by_day} />
      </details>
    </section>
  )
}

function DayTable({ days }: { days: Stats['by_day'] }): VNode {
  const { statistics, number, shortDate } = useWords()
  return (
    <Scrolled label={statistics.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{statistics.day}</th>
            <th scope="col">{statistics.comments}</th>
            <th scope="col">{statistics.rules}</th>
            <th scope="col">{statistics.people}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, comments, automatic, human }) => (
            <tr>
              <th scope="row">
                <time datetime={day}>{shortDate(new Date(day))}</time>
              </th>
              <td>{number(comments)}</td>
              <td>{number(automatic)}</td>
              <td>{number(human)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

const deciders = ({ statistics, who }: Words): Record<string, string> => ({
  ...who,
  rules: statistics.rules,
  moderator: statistics.people,
})

function Speed({ stats }: { stats: Stats }): VNode {
  const words = useWords()
  const { statistics, number } = words
  const names = deciders(words)
  return (
    <section class="panel">
      <h2>{statistics.speed}</h2>
      {stats.decision_seconds.length === 0 ? (
        <p class="muted">{statistics.none}</p>
      ) : (
        <Scrolled label={statistics.speed}>
          <table>
            <thead>
              <tr>
                <th scope="col">{statistics.decidedBy}</th>
                <th scope="col">{statistics.decisions}</th>
                <th scope="col">{statistics.median}</th>
                <th scope="col">{statistics.p90}</th>
              </tr>
            </thead>
            <tbody>
              {stats.decision_seconds.map(({ actor, count, median, p90 }) => (
                <tr>
                  <th scope="row">{names[actor] ?? actor}</th>
                  <td>{number(count)}</td>
                  <td>{statistics.seconds(median)}</td>
                  <td>{statistics.seconds(p90)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </section>
  )
}

function Reasons({ stats }: { stats: Stats }): VNode {
  const words = useWords()
  const { statistics, number, did } = words
  const names = deciders(words)
  return (
    <section class="panel">
      <h2>{statistics.reasons}</h2>
      {stats.decisions.length === 0 ? (
        <p class="muted">{statistics.none}</p>
      ) : (
        <Scrolled label={statistics.reasons}>
          <table>
            <thead>
              <tr>
                <th scope="col">{statistics.action}</th>
                <th scope="col">{statistics.reason}</th>
                <th scope="col">{statistics.decidedBy}</th>
                <th scope="col">{statistics.number}</th>
              </tr>
            </thead>
            <tbody>
              {stats.decisions.map(({ actor, action, reason, count }) => (
                <tr>
                  <th scope="row">{did[action as keyof typeof did] ?? action}</th>
                  <td>{reasonLabel(words, reason)}</td>
                  <td>{names[actor] ?? actor}</td>
                  <td>{number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </section>
  )
}
