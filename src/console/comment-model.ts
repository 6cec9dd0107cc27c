import type { Action, Status } from '../comments/comment'
import type { CommentDetail } from '../moderation/comment-detail.store'
import type { Finding } from '../rules/finding'
import type { Scores } from '../scoring/score'

/** What the detail store gives as JSON, in the shapes that it is written in. */
export type DetailDecision = {
  id: string
  action: Action
  from_status: Status
  status: Status
  reason: string
  note: string
  version: number
  decided_by: string
  decided_at: string
  batch_id: string | null
  undoes_id: string | null
  house_rules: { version: number; url: string } | null
}

export type BriefComment = {
  id: string
  author: string
  body: string
  status: Status
  created_at: string
}

export type Evaluation = {
  model: string
  language: string
  findings: Finding[]
  created_at: string
}
export type EarlierEvaluation = Evaluation & { comment_version: number; scores: Partial<Scores> }

export type CommentStory = Omit<
  CommentDetail,
  | 'evaluation'
  | 'earlier_evaluations'
  | 'decisions'
  | 'report_list'
  | 'appeals'
  | 'notes'
  | 'author_history'
  | 'thread'
> & {
  evaluation: (Evaluation & { features: Record<string, unknown> }) | null
  earlier_evaluations: EarlierEvaluation[]
  decisions: DetailDecision[]
  report_list: { reason: string; detail: string; created_at: string; resolved_at: string | null }[]
  notes: { text: string; by: string; created_at: string }[]
  appeals: { text: string; created_at: string; resolved_at: string | null }[]
  author_history: {
    approved: number
    rejected: number
    spam: number
    held: number
    recent: BriefComment[]
  }
  thread: { parent: BriefComment | null; replies: BriefComment[] }
}

export const storyOf = (detail: CommentDetail): CommentStory => detail as unknown as CommentStory

/** The text that was judged: one that was replaced later, or the one of today. */
export const bodyThen = (
  { revisions, body }: Pick<CommentStory, 'revisions' | 'body'>,
  commentVersion: number,
): string => revisions.find(({ version }) => version >= commentVersion)?.body ?? body

/** Everybody whom a story names. */
export const actorsOf = (story: CommentStory): string[] => [
  ...story.decisions.map(({ decided_by }) => decided_by),
  ...story.notes.map(({ by }) => by),
  ...(story.claimed_by ? [story.claimed_by] : []),
]

export type FeatureRow = { name: string; value: unknown }

/** Features as rows in the order of their names: "author.approvedCount" and 3. */
export function featureRows(features: Record<string, unknown>, prefix = ''): FeatureRow[] {
  return Object.entries(features)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => {
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
      if (isGroup) return featureRows(value as Record<string, unknown>, `${prefix}${name}.`)
      return [{ name: `${prefix}${name}`, value }]
    })
}
