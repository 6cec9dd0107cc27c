import type { OwnComment } from '../comments/own-comment.store'
import type { ThreadPlace } from '../comments/read-conversations.flow'
import { textOf } from './request-fields'

type Asked = { own?: OwnComment | undefined; replyTo?: string | undefined }

/**
 * Reads from a query string which page of comments to show: by cursor, by comment, or by the page number of
 * links from the previous release. Otherwise it is the page with the comment being answered, the reader's
 * own comment or its parent; else the first page.
 * @param asked `own`, the reader's comment from a receipt; `replyTo`, the id of the answered comment
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
  if (replyTo !== undefined) return { kind: 'comment', id: replyTo, isAsked: true }
  const beside = own?.status === 'approved' ? own.id : own?.parentId
  return beside ? { kind: 'comment', id: beside, isAsked: false } : { kind: 'start' }
}
