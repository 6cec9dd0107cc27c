import type { VNode } from 'preact'
import type { Overturned } from '../moderation/overturned.store'
import { IntervalPlot } from './interval-plot.view'
import { overturnedRows } from './quality-model'
import { Scrolled } from './scrolled.view'
import { useWords } from './words.view'

/** How often others came to the opposite of what each person decided; for owners. */
export function OverturnedSection({ people }: { people: readonly Overturned[] }): VNode {
  const { overturned } = useWords().quality
  return (
    <section class="panel" aria-labelledby="overturned-title">
      <h2 id="overturned-title">{overturned.title}</h2>
      <p class="muted">{overturned.intro}</p>
      {people.length === 0 ? (
        <p>{overturned.none}</p>
      ) : (
        <div class="plotted">
          <IntervalPlot id="overturned" rows={overturnedRows(people)} title={overturned.plot}>
            {overturned.plotText(people.length)}
          </IntervalPlot>
          <PeopleTable people={people} />
        </div>
      )}
    </section>
  )
}

function PeopleTable({ people }: { people: readonly Overturned[] }): VNode {
  const { quality, number } = useWords()
  const { overturned: texts, percent, percentInterval } = quality
  return (
    <Scrolled label={texts.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.person}</th>
            <th scope="col">{texts.decisions}</th>
            <th scope="col">{texts.overturned}</th>
            <th scope="col">{texts.onAppeal}</th>
            <th scope="col">{texts.share}</th>
            <th scope="col">{texts.interval}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, decisions, overturned, on_appeal: onAppeal, share }) => (
            <tr>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{number(decisions)}</td>
              <td>{number(overturned)}</td>
              <td>{number(onAppeal)}</td>
              <td>{share ? percent(share.estimate) : '–'}</td>
              <td>{share ? percentInterval(share.low, share.high) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
