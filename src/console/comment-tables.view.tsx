import type { VNode } from 'preact'
import type { AuditEvent } from '../audit/audit'
import type { Finding } from '../rules/finding'
import { commentHref } from './addresses'
import { detailIn, findingHref, type Names, ruleTitle } from './card-model'
import { type CommentStory, type DetailDecision, factsOf, featureRows } from './comment-model'
import { Moment } from './marked-text.view'
import { Pointed, Quoting } from './mask.view'
import { reasonLabel } from './moderator-reasons'
import type { ScoreView } from './score-words'
import { Scrolled } from './scrolled.view'
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
  evaluation: CommentStory['evaluation']
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
        <p class="muted">{words.comment.model(evaluation.model, evaluation.language)}</p>
      )}
    </>
  )
}

type Found = { findings: readonly Finding[]; body: string; site: string; names: Names }

export function Findings({ findings, body, site, names }: Found): VNode {
  const words = useWords()
  const { comment } = words
  if (findings.length === 0) return <p class="muted">{comment.noFindings}</p>
  return (
    <Scrolled label={comment.findings}>
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
                {finding.priority})
              </td>
              <td dir="auto">
                <Quoting text={detailIn(words, finding)} />
                <Leaves leaves={finding.leaves ?? []} />
              </td>
              <td dir="auto">
                {finding.spans.slice(0, 20).map(({ start, end }, index) => (
                  <>
                    {index > 0 && ', '}
                    <q>
                      <Pointed text={body.slice(start, Math.min(end, start + 80))} />
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

/** The truth table of an owner's rule. */
const Leaves = ({ leaves }: { leaves: NonNullable<Finding['leaves']> }): VNode | null =>
  leaves.length === 0 ? null : (
    <ul class="leaves">
      {leaves.map(({ source, value, result }) => (
        <li>
          <span aria-hidden="true">{result ? '✓' : '✗'}</span> <code>{source}</code>
          {value !== null && <> = {String(value)}</>} <span class="muted">{String(result)}</span>
        </li>
      ))}
    </ul>
  )

export function FeatureTable({ features }: { features: Record<string, unknown> }): VNode {
  return (
    <dl class="features">
      {featureRows(features).map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd dir="auto">{value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Audited = {
  events: readonly AuditEvent[]
  who(actor: string): string
  /** Events are of more than one comment. */
  hasLinks?: boolean
}

export function AuditTable({ events, who, hasLinks = false }: Audited): VNode {
  const words = useWords()
  const { comment, audit } = words
  const facts = { who, nothing: audit.nothing, change: audit.change }
  return (
    <Scrolled label={comment.audit}>
      <table class="audit">
        <thead>
          <tr>
            <th scope="col">{audit.number}</th>
            <th scope="col">{comment.at}</th>
            <th scope="col">{comment.event}</th>
            <th scope="col">{comment.by}</th>
            <th scope="col">{comment.facts}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ seq, at, type, actor, data, comment_id }) => (
            <tr>
              <td class="number">{words.number(seq)}</td>
              <td class="nowrap">
                <time datetime={at.toISOString()}>{words.dateTime(at)}</time>
              </td>
              <td>
                <code>{type}</code>
              </td>
              <td dir="auto">{who(actor)}</td>
              <td dir="auto">
                {hasLinks && comment_id && (
                  <>
                    <a href={commentHref(comment_id)}>{audit.aComment}</a>{' '}
                  </>
                )}
                {factsOf(data, facts)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
