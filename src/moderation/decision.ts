import type { Action, Status } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Features } from '../rules/features'
import type { Finding } from '../rules/finding'
import type { ScoreSpan, Scores } from '../scoring/score'

/** Who or what decided. */
export type Decider =
  | { kind: 'rules' }
  | { kind: 'system' }
  | { kind: 'moderator'; tokenId: string | null; moderatorId: string | null }

/** A moderator, or a program, and the site that they are limited to; null reaches every site. */
export type Reviewer = { decider: Decider & { kind: 'moderator' }; siteId: string | null }

/** How the audit names a decider. */
export function actorOf(decider: Decider): string {
  if (decider.kind !== 'moderator') return decider.kind
  if (decider.moderatorId) return `moderator:${decider.moderatorId}`
  return `token:${decider.tokenId}`
}

/** In SQL: the same of a decision `d`. */
export const decidedBy = `CASE WHEN d.actor_kind <> 'moderator' THEN d.actor_kind
  WHEN d.moderator_id IS NOT NULL THEN 'moderator:' || d.moderator_id ELSE 'token:' || d.token_id END`

/** Everything that the worker read and found, kept to explain and to replay the decision. */
export type Evaluation = {
  id: string
  ruleSetVersion: number
  model: string
  language: string
  features: Features
  scores: Scores
  scoreSpans: ScoreSpan[]
  findings: Finding[]
  /** Names of the banks that were hit. */
  bankHits: string[]
}

/** A decision that is to be saved if the comment still is what the decider has seen. */
export type DecisionDraft = {
  id: string
  commentId: string
  siteId: string
  /** The version that was read; any other by now and the decision is dropped. */
  expectedVersion: number
  fromStatus: Status
  action: Action
  reason: Reason
  note: string
  decider: Decider
  priority: number
  /** 0..1, -1 when not scored; undefined leaves it as it is. */
  risk?: number
  /** Where it waits when it is held, or, with `lead`, although it is not; undefined: the usual queue. */
  queue?: string | undefined
  /** It stands, and a person is asked all the same. */
  isSample?: boolean
  evaluation?: Evaluation
  batchId?: string
  undoesId?: string
}

/** A decision as it was saved. */
export type Decision = {
  id: string
  commentId: string
  action: Action
  status: Status
  reason: Reason
  note: string
  /** Version of the comment that it made. */
  version: number
  decidedBy: string
  decidedAt: Date
}
