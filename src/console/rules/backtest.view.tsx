import type { VNode } from 'preact'
import type { BacktestReport, BacktestSample } from '../../rules/backtest'
import { commentHref } from '../addresses'
import { useWords } from '../words.view'
import type { EditorModel } from './editor-model'
import { editorHref } from './rule-addresses'
import { backtestDays, backtestLimits } from './test-form'

/** What the rule would have done to past comments. */
export function BacktestPanel(model: EditorModel): VNode {
  const { tests, report, reportProblem, focus } = model
  const { backtest } = useWords().rulesEditor
  return (
    <section class="panel stacked test-panel" aria-labelledby="backtest-title">
      <h2 id="backtest-title">{backtest.title}</h2>
      <p class="muted">{backtest.intro}</p>
      <div class="test-fields">
        <p>
          <label for="limit">{backtest.limit}</label>
          <select id="limit" name="limit">
            {backtestLimits.map((limit) => (
              <option value={limit} selected={limit === tests.limit}>
                {backtest.limits(limit)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="days">{backtest.days}</label>
          <select id="days" name="days">
            <option value="">{backtest.anyAge}</option>
            {backtestDays.map((days) => (
              <option value={days} selected={String(days) === tests.days}>
                {backtest.dayCount(days)}
              </option>
            ))}
          </select>
        </p>
      </div>
      <button
        type="submit"
        name="do"
        value="backtest"
        class="primary"
        data-swap="report condition"
        data-busy={backtest.busy}
      >
        {backtest.submit}
      </button>
      <div id="report" class="result" tabindex={-1} autofocus={focus === 'report'}>
        {reportProblem && (
          <p class="problem" role="alert">
            {reportProblem}
          </p>
        )}
        {report && <Report model={model} report={report} />}
      </div>
    </section>
  )
}

type ReportProps = { model: EditorModel; report: BacktestReport }

function Report({ model, report }: ReportProps): VNode {
  const { backtest } = useWords().rulesEditor
  if (report.comments === 0) return <p role="status">{backtest.none}</p>
  return (
    <>
      <p class="stale" data-stale hidden>
        {backtest.stale}
      </p>
      <p role="status" class="matches">
        <b>{backtest.matches(report.matches, report.comments, report.share)}</b>
      </p>
      {report.matches > 0 && (
        <>
          <h3>{backtest.humans}</h3>
          <HumanBar humans={report.humans} />
          <Precision precision={report.precision} />
          <p>{backtest.caught(report.newly_caught, report.already_caught)}</p>
        </>
      )}
      {report.current && (
        <p>
          <b>
            {backtest.current(report.current.added, report.current.lost, report.current.matches)}
          </b>
        </p>
      )}
      <Samples model={model} report={report} />
    </>
  )
}

const fewDecisions = 30

function Precision({ precision }: Pick<BacktestReport, 'precision'>): VNode {
  const { backtest } = useWords().rulesEditor
  if (!precision) return <p>{backtest.noPrecision}</p>
  const { estimate, low, high, sample } = precision
  return (
    <p>
      <b>{backtest.precision(estimate, low, high, sample)}</b>{' '}
      {sample < fewDecisions && backtest.fewDecisions}
    </p>
  )
}

const parts = ['rejected', 'approved', 'held', 'undecided'] as const
const bar = { width: 600, height: 28 }

/** What people decided, as one bar; the words below say the same. */
function HumanBar({ humans }: Pick<BacktestReport, 'humans'>): VNode {
  const { backtest } = useWords().rulesEditor
  const total = parts.reduce((sum, part) => sum + humans[part], 0)
  const words = parts.map((part) => backtest.human[part](humans[part]))
  let x = 0
  return (
    <>
      <svg
        class="human-bar"
        role="img"
        aria-label={words.join(', ')}
        viewBox={`0 0 ${bar.width} ${bar.height}`}
        preserveAspectRatio="none"
      >
        {parts.map((part) => {
          const width = (humans[part] / total) * bar.width
          x += width
          return <rect class={`is-${part}`} x={x - width} y={0} width={width} height={bar.height} />
        })}
      </svg>
      <ul class="human-legend">
        {parts
          .filter((part) => humans[part] > 0)
          .map((part) => (
            <li class={`is-${part}`}>{backtest.human[part](humans[part])}</li>
          ))}
      </ul>
    </>
  )
}

const groups = ['added', 'lost', 'newly_caught', 'matched'] as const

function Samples({ model, report }: ReportProps): VNode {
  const { backtest } = useWords().rulesEditor
  const [first] = groups.filter((group) => report.samples[group].length > 0)
  return (
    <>
      {groups
        .filter((group) => report.samples[group].length > 0)
        .map((group) => (
          <details class="samples" open={group === first}>
            <summary>
              {backtest.sampleCount(backtest.sampleGroups[group], report.samples[group].length)}
            </summary>
            <SampleList samples={report.samples[group]} model={model} />
          </details>
        ))}
    </>
  )
}

function SampleList({
  samples,
  model,
}: {
  samples: readonly BacktestSample[]
  model: EditorModel
}): VNode {
  const words = useWords()
  const { rule } = words.rulesPages
  const back = editorHref(model.site.slug, model.rule?.id)
  return (
    <ul class="lines">
      {samples.map(({ commentId, author, body, human }) => (
        <li>
          <p>
            <a href={commentHref(commentId, back)} target="_blank" rel="noopener">
              <bdi>{author || words.card.erased}</bdi>
              <span class="visually-hidden"> {words.rulesEditor.backtest.newWindow}</span>
            </a>{' '}
            <span class="tag">{human ? rule.human[human] : rule.undecided}</span>
          </p>
          <div class="text is-brief" dir="auto">
            {body}
          </div>
        </li>
      ))}
    </ul>
  )
}
