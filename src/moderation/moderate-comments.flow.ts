import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Database, isUnavailable, tookTooLong } from '../platform/database'
import { forEachKey } from '../platform/for-each-key'
import { uuidv7 } from '../platform/uuid'
import type { RuleSets } from '../rules/rule-set.store'
import type { ExternalReply } from '../scoring/external-scorer'
import type { ExternalScorer } from '../scoring/external-scorer.client'
import type { Scores } from '../scoring/score'
import type { Scorer } from '../scoring/scorer'
import { decide, type Verdict } from './decide'
import type { DecisionDraft } from './decision'
import { saveDecisions } from './decision.store'
import { evaluateComment } from './evaluate-comment.flow'
import { askExternalScorer, type ExternalReplies } from './external-replies.flow'
import { leadQueue } from './lead'
import {
  claimFreshComments,
  claimSuspectComment,
  type PendingComment,
  releaseClaims,
} from './pending-comment.store'
import { isSampled } from './sample'

export type ModerateTools = {
  db: Database
  ruleSets: RuleSets
  scorer: Scorer
  externalScorer?: ExternalScorer | undefined
}

/** A comment whose judgement was begun this often without an end is for a person. */
const mostAttempts = 2
/** The event loop gets a turn after this much work, for lock renewals and other requests. */
const turnMs = 8

/**
 * Judges pending comments. Safe to run twice for the same ids, at once or one after the other:
 * a claim lets one worker begin, the version lets one decision take effect.
 *
 * Comments that nobody has begun yet are judged together. One that was begun and never ended may
 * have killed its worker: it is judged alone, and after two deaths it is held for a person.
 */
export async function moderateComments(
  tools: ModerateTools,
  ids: readonly string[],
): Promise<void> {
  const fresh = await claimFreshComments(tools.db, ids)
  await forEachKey(
    fresh,
    ({ siteId }) => siteId,
    (comments) => judge(tools, comments),
  )
  const judged = new Set(fresh.map(({ id }) => id))
  for (const id of ids) {
    if (judged.has(id)) continue
    const suspect = await claimSuspectComment(tools.db, id)
    if (suspect) await judge(tools, [suspect])
  }
}

/** Judges comments of one site, so that its errors do not affect other sites. */
async function judge(tools: ModerateTools, comments: readonly PendingComment[]): Promise<void> {
  try {
    const { externalScorer } = tools
    if (externalScorer) await judgeBesideExternal({ ...tools, externalScorer }, comments)
    else await saveDecisions(tools.db, await judgements(tools, comments))
  } catch (error) {
    const ids = comments.map(({ id }) => id)
    const isTheirFault = !isUnavailable(error) || tookTooLong(error)
    // if this fails too, the claims lapse and the comments stay pending
    await releaseClaims(tools.db.quick, ids, isTheirFault).catch(() => undefined)
    throw error
  }
}

/** A comment whose site asks no other service does not wait for those whose site does. */
async function judgeBesideExternal(
  tools: ModerateTools & { externalScorer: ExternalScorer },
  comments: readonly PendingComment[],
): Promise<void> {
  const { asked, replies } = await askExternalScorer(
    tools,
    // the others are for a person anyway
    comments.filter(({ attempts }) => attempts <= mostAttempts),
  )
  const others = comments.filter(({ id }) => !asked.has(id))
  await saveDecisions(tools.db, await judgements(tools, others))
  const waiting = comments.filter(({ id }) => asked.has(id))
  await saveDecisions(tools.db, await judgements(tools, waiting, await replies))
}

async function judgements(
  tools: ModerateTools,
  comments: readonly PendingComment[],
  replies?: ExternalReplies,
): Promise<DecisionDraft[]> {
  const drafts: DecisionDraft[] = []
  let turnEndsAt = performance.now() + turnMs
  for (const comment of comments) {
    drafts.push(await judgement(tools, comment, replies?.get(comment.id)))
    if (performance.now() < turnEndsAt) continue
    await nextTurn()
    turnEndsAt = performance.now() + turnMs
  }
  return drafts
}

async function judgement(
  { ruleSets, scorer }: ModerateTools,
  comment: PendingComment,
  reply: ExternalReply | undefined,
): Promise<DecisionDraft> {
  if (comment.attempts > mostAttempts) return heldUnread(comment, 'worker_crash')
  const ruleSet = await ruleSets.of(comment.siteId, comment.ruleSetVersion)
  const evaluation = evaluateComment(scorer, ruleSet, { comment, reply })
  if (!evaluation) return heldUnread(comment, 'not_scored')
  const verdict = afterPeople(comment, decide(evaluation.findings, ruleSet.settings))
  const { sample_share, approval_sample_share } = ruleSet.settings.learning
  const shares = { refusals: sample_share, approvals: approval_sample_share }
  return {
    ...draftOf(comment),
    ...verdict,
    isSample: isSampled(verdict.action, comment.id, shares),
    decider: { kind: 'rules' },
    risk: riskOf(evaluation.scores),
    evaluation,
  }
}

/** For a person, for no rule could look at it. */
const heldUnread = (
  comment: PendingComment,
  reason: 'worker_crash' | 'not_scored',
): DecisionDraft => ({
  ...draftOf(comment),
  ...{ action: 'hold', reason, priority: 60, note: '', queue: 'default' },
  decider: { kind: 'system' },
})

/** How soon a person should look; the score for identity attack may do no more than that. */
const riskOf = ({ spam, toxicity, identity_attack }: Scores): number =>
  Math.max(spam, toxicity, identity_attack)

/**
 * What a person has refused, rules do not publish: the new text is for a person as well. What was
 * handed to the lead stays there, unless the rules refuse the new text.
 */
function afterPeople({ wasRefused, wasEscalated }: PendingComment, verdict: Verdict): Verdict {
  const { action } = verdict
  if (wasEscalated && (action === 'approve' || action === 'hold'))
    return { ...verdict, action: 'hold', reason: 'escalated', queue: leadQueue }
  return wasRefused && action === 'approve'
    ? { ...verdict, action: 'hold', reason: 'premoderation', priority: 40 }
    : verdict
}

const draftOf = (comment: PendingComment) => ({
  id: uuidv7(),
  commentId: comment.id,
  siteId: comment.siteId,
  expectedVersion: comment.version,
  fromStatus: 'pending' as const,
})
