import type { VNode } from 'preact'
import type { Finding } from '../rules/finding'
import { findingHref, type Names, ruleTitle } from './card-model'
import { type DetailDecision, type Evaluation, featureRows } from './comment-model'
import { findingInWords } from './finding-words'
import { LeafText } from './finding-words.view'
import { leafInWords } from './leaf-words'
import { Moment } from './marked-text.view'
import { Pointed, Quoting } from './mask.view'
import { reasonLabel } from './moderator-reasons'
import { fieldLabel } from './rules/rows-in-words'
import type { ScoreView } from './score-words'
import { Scrolled } from './scrolled.view'
import { valueInWords } from './value-words'
import { RuleName } from './why.view'
import { useWords } from './words.view'

type Decided = { decisions: readonly DetailDecision[]; who(actor: string): string; now: Date }

export function Decisions({ decisions, who, now }: Decided): VNode {
  const words = useWords()
  if (decisions.length === 0) return <p class="muted">{words.comment.noDecisions}</p>
  return (
    <ol class="timeline">
      {decisions.map((decision) => (
        <li class={`is-${decision.status}`}>
          <b>{words.comment.decision(words.did[decision.action], who(decision.decided_by))}</b>{' '}
          <span class="tag">{reasonLabel(words, decision.reason)}</span>{' '}
          <Moment at={new Date(decision.decided_at)} now={now} />
          {decision.undoes_id && `, ${words.comment.undoes}`}
          {decision.batch_id && `, ${words.comment.inBatch}`}
          {decision.house_rules && (
            <>
              {', '}
              <a href={decision.house_rules.url}>
                {words.houseRules.inForce(decision.house_rules.version)}
              </a>
            </>
          )}
          {decision.note && <p dir="auto">{decision.note}</p>}
        </li>
      ))}
    </ol>
  )
}

export function ScoreTable({
  scores,
  evaluation,
}: {
  scores: readonly ScoreView[]
  evaluation: Evaluation | null
}): VNode {
  const words = useWords()
  return (
    <>
      <table class="score-table">
        <tbody>
          {scores.map(({ name, value, word }) => (
            <tr>
              <th scope="row">{words.score[name]}</th>
              <td>
                {word !== 'not-scored' && (
                  <meter min={0} max={1} value={value} aria-label={words.score[name]} />
                )}
              </td>
              <td class="number">{word === 'not-scored' ? '–' : words.decimal(value)}</td>
              <td>{words.scoreWord[word]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {evaluation && (
        <p class="muted">
          {words.comment.model(evaluation.model, words.languageName(evaluation.language))}
        </p>
      )}
    </>
  )
}

type Found = {
  findings: readonly Finding[]
  /** The text that they are about. */
  body: string
  site: string
  names: Names
  label: string
}

export function Findings({ findings, body, site, names, label }: Found): VNode {
  const words = useWords()
  const { comment } = words
  if (findings.length === 0) return <p class="muted">{comment.noFindings}</p>
  return (
    <Scrolled label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{comment.rule}</th>
            <th scope="col">{comment.says}</th>
            <th scope="col">{comment.because}</th>
            <th scope="col">{comment.places}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr>
              <th scope="row" dir="auto">
                <RuleName
                  title={ruleTitle(finding.rule, names)}
                  href={findingHref(site, finding.rule, names)}
                />{' '}
                <span class="muted">v{finding.version}</span>
                {finding.mode === 'shadow' && <span class="tag">{words.card.shadow}</span>}
              </th>
              <td>
                {words.ruleAction[finding.action]} ({reasonLabel(words, finding.reason)},{' '}
                {words.rulesPages.priority(finding.priority)})
              </td>
              <td dir="auto">
                <Quoting text={findingInWords(words, finding).text} />
                <Leaves leaves={finding.leaves ?? []} />
              </td>
              <td dir="auto">
                {finding.spans.slice(0, 20).map(({ start, end }, index) => (
                  <>
                    {index > 0 && ', '}
                    <q>
                      <bdi>
                        <Pointed text={body.slice(start, Math.min(end, start + 80))} />
                      </bdi>
                    </q>
                  </>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

type LeavesProps = { leaves: NonNullable<Finding['leaves']> }

/** The truth table of an owner's rule. */
function Leaves({ leaves }: LeavesProps): VNode | null {
  const words = useWords()
  const { try: text } = words.rulesEditor
  if (leaves.length === 0) return null
  return (
    <ul class="leaves">
      {leaves.map((leaf) => (
        <li>
          <span aria-hidden="true">{leaf.result ? '✓' : '✗'}</span>{' '}
          <LeafText leaf={leafInWords(words, leaf)} />{' '}
          <span class="muted">{leaf.result ? text.true : text.false}</span>
        </li>
      ))}
    </ul>
  )
}

/** Everything that the rules could read, by what it is called here and in conditions. */
export function FeatureTable({ features }: { features: Record<string, unknown> }): VNode {
  const words = useWords()
  return (
    <dl class="features">
      {featureRows(features).map(({ name, value }) => (
        <div>
          <dt>
            {fieldLabel(words, name)} <code>{name}</code>
          </dt>
          <dd dir="auto">{valueInWords(words, name, value)}</dd>
        </div>
      ))}
    </dl>
  )
}
