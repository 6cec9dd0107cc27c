import type { AuditEvent } from '../audit/audit'
import type { Action, Status } from '../comments/comment'
import type { CommentDetail } from '../moderation/comment-detail.store'
import type { Finding } from '../rules/finding'

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

export type CommentStory = Omit<
  CommentDetail,
  | 'evaluation'
  | 'decisions'
  | 'report_list'
  | 'appeals'
  | 'notes'
  | 'revisions'
  | 'author_history'
  | 'thread'
> & {
  evaluation: {
    model: string
    language: string
    features: Record<string, unknown>
    findings: Finding[]
    created_at: string
  } | null
  decisions: DetailDecision[]
  report_list: { reason: string; detail: string; created_at: string; resolved_at: string | null }[]
  notes: { text: string; by: string; created_at: string }[]
  appeals: { text: string; created_at: string; resolved_at: string | null }[]
  revisions: { version: number; body: string; created_at: string }[]
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

/** Everybody whom a story names. */
export const actorsOf = (story: CommentStory, events: readonly AuditEvent[]): string[] => [
  ...story.decisions.map(({ decided_by }) => decided_by),
  ...story.notes.map(({ by }) => by),
  ...events.map(({ actor }) => actor),
  ...(story.claimed_by ? [story.claimed_by] : []),
]

export type FeatureRow = { name: string; value: string }

const longestValue = 200

/** Features as rows in the order of their names: "author.approvedCount" and "3". */
export function featureRows(features: Record<string, unknown>, prefix = ''): FeatureRow[] {
  return Object.entries(features)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => {
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
      if (isGroup) return featureRows(value as Record<string, unknown>, `${prefix}${name}.`)
      return [{ name: `${prefix}${name}`, value: valueText(value) }]
    })
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}

/** The facts of an audit event in one line: "reason: spam, version: 3". */
export const factsOf = (data: object): string =>
  Object.entries(data)
    .filter(([name]) => name !== 'decision')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ')
