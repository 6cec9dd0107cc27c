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
  ...events.flatMap(({ actor, data }) => [actor, ...subjectsOf(data)]),
  ...story.notes.map(({ by }) => by),
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

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "limits.max_links" and 2, for every value at the end of a branch. */
const leavesOf = (tree: Tree, prefix = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    isTree(value) && Object.keys(value).length > 0
      ? leavesOf(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] as [string, unknown]],
  )

/** Facts that name somebody, as the audit names actors. */
const named = ['moderator', 'token'] as const

/** Whom an event is about. */
export const subjectsOf = (data: object): string[] =>
  named.flatMap((kind) => {
    const id = (data as Tree)[kind]
    return typeof id === 'string' ? [`${kind}:${id}`] : []
  })

export type FactWords = {
  who(actor: string): string
  nothing: string
  /** "2 → 5" */
  change(from: string, to: string): string
}

/** The facts of an audit event in one line: "held → spam, reason: spam", "limits.max_links: 2 → 5". */
export function factsOf(event: object, words: FactWords): string {
  const { was, ...data } = event as { was?: unknown }
  const before = isTree(was) ? new Map(leavesOf(was)) : undefined
  const text = (value: unknown): string =>
    (value === null || value === undefined ? '' : valueText(value)) || words.nothing
  const textOf = (name: string, value: unknown): string => {
    const kind = named.find((one) => one === name)
    if (kind) return words.who(`${kind}:${value}`)
    if (before) return words.change(text(before.get(name)), text(value))
    // what there was before is a plain text: a new name for an old one
    return was === undefined ? text(value) : words.change(text(was), text(value))
  }
  const { from, to, decision: _, ...rest } = data as Tree
  const moves = typeof from === 'string' && typeof to === 'string'
  const facts = leavesOf(moves ? rest : { from, to, ...rest })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${textOf(name, value)}`)
  return [...(moves ? [words.change(from, to)] : []), ...facts].join(', ')
}
