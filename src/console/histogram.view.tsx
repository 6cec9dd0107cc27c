import type { VNode } from 'preact'
import { type Histogram, isNewestFirst, mostCounted } from '../moderation/score-histogram.store'
import type { BatchForm } from './batch-form'
import { type ScoreBar, scoreBars } from './score-bars'
import { Scrolled } from './scrolled.view'
import { useWords } from './words.view'

const plot = { width: 800, height: 140 }
const marks = [0, 0.25, 0.5, 0.75, 1]

type HistogramProps = {
  form: BatchForm
  histogram: Histogram
}

/** The scores of a part of the queue as bars to drag over. */
export function ScoreHistogram({ form, histogram }: HistogramProps): VNode {
  const words = useWords()
  const score = words.score[form.score]
  const bars = scoreBars(histogram.bins, form, plot)
  const counted = histogram.bins.reduce((sum, count) => sum + count, 0)
  return (
    <div id="histogram">
      <h2>{words.batch.scored(score)}</h2>
      <svg
        class="histogram"
        role="img"
        aria-label={words.batch.chart(score, counted)}
        viewBox={`0 0 ${plot.width} ${plot.height}`}
        preserveAspectRatio="none"
      >
        {bars.map((bar) => (
          <Bar bar={bar} />
        ))}
      </svg>
      <p class="histogram-marks" aria-hidden="true">
        {marks.map((mark) => (
          <span>{words.number(mark)}</span>
        ))}
      </p>
    </div>
  )
}

/** What has to be known about the bars, and the same numbers as a table. */
export function HistogramNotes({ form, histogram }: HistogramProps): VNode {
  const words = useWords()
  return (
    <div id="histogram-notes">
      <p class="muted">
        <span class="needs-script">{words.batch.dragHint} </span>
        {[
          histogram.isCut && cutWords(form, words.batch),
          histogram.notScored > 0 && words.batch.notScored(histogram.notScored),
          words.batch.scale,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <Numbers bars={scoreBars(histogram.bins, form, plot)} notScored={histogram.notScored} />
    </div>
  )
}

type CutWords = Record<'cutOldest' | 'cutNewest', (value: number) => string>

const cutWords = ({ state }: BatchForm, { cutOldest, cutNewest }: CutWords): string =>
  (isNewestFirst(state) ? cutNewest : cutOldest)(mostCounted)

function Bar({ bar }: { bar: ScoreBar }): VNode {
  const { batch, decimal } = useWords()
  const { from, to, count, isChosen, ...box } = bar
  return (
    <g class={isChosen ? 'bar is-chosen' : 'bar'} data-from={from} data-to={to}>
      <title>{batch.bar(decimal(from), decimal(to), count)}</title>
      <rect class="bar-place" x={box.x - 1} y={0} width={box.width + 2} height={plot.height} />
      <rect class="bar-count" {...box} />
    </g>
  )
}

function Numbers({ bars, notScored }: { bars: readonly ScoreBar[]; notScored: number }): VNode {
  const { batch, number, decimal } = useWords()
  return (
    <details class="histogram-table">
      <summary>{batch.table}</summary>
      <Scrolled label={batch.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{batch.score}</th>
              <th scope="col">{batch.comments}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ from, to, count }) => (
              <tr>
                <th scope="row">{batch.step(decimal(from), decimal(to))}</th>
                <td>{number(count)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{batch.notScoredRow}</th>
              <td>{number(notScored)}</td>
            </tr>
          </tbody>
        </table>
      </Scrolled>
    </details>
  )
}
