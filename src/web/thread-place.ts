import type { OwnComment } from '../comments/own-comment.store'
import type { ThreadPlace } from '../comments/read-conversations.flow'
import { textOf } from './request-fields'

type Asked = { own?: OwnComment | undefined; replyTo?: string | undefined }

/**
 * The page of the comments that an address names: by a cursor, by a comment, by the number that links
 * of the release before hold; else the one with the comment that is answered, or with the reader's own.
 */
export function threadPlaceOf(
  query: Record<string, unknown>,
  { own, replyTo }: Asked,
): ThreadPlace {
  for (const kind of ['after', 'before'] as const) {
    const cursor = textOf(query[kind])
    if (cursor !== undefined) return { kind, cursor }
  }
  const id = textOf(query.comment)
  if (id !== undefined && id !== own?.id) return { kind: 'comment', id, isAsked: true }
  const page = textOf(query.page)
  if (page !== undefined)
    return { kind: 'page', number: /^\d{1,6}$/.test(page) ? Number(page) : null }
  const beside = replyTo ?? (own?.status === 'approved' ? own.id : own?.parentId)
  return beside ? { kind: 'comment', id: beside, isAsked: false } : { kind: 'start' }
}
