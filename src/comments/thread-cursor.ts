import { isInCalendar } from '../platform/calendar'
import { cursorOf, readCursor } from '../platform/cursor'
import { isUuid } from '../platform/uuid'
import type { ThreadKey, ThreadSort } from './thread-order'

/** @returns the cursor of a comment in the JSON list. Orders by time use three values, as the previous release does. */
export const listCursor = (sort: ThreadSort, key: ThreadKey): string =>
  cursorOf([...timeValues(key), ...(sort === 'top' ? [momentOf(key)] : [])])

/** @returns undefined when the text is not a valid cursor of the JSON list */
export function readListCursor(text: string): ThreadKey | undefined {
  const values =
    readCursor(text, ['number', 'string', 'number', 'number'] as const) ??
    readCursor(text, ['number', 'string', 'number'] as const)
  return values && keyOf(values)
}

/** A place between conversations, or next to a comment in a conversation that is too long for one page. */
export type ConversationPlace = { root: ThreadKey; commentId: string | null }

export const conversationCursor = ({ root, commentId }: ConversationPlace): string =>
  cursorOf([...timeValues(root), momentOf(root), commentId ?? ''])

/** @returns undefined when the text is not a valid cursor of the article page */
export function readConversationCursor(text: string): ConversationPlace | undefined {
  const kinds = ['number', 'string', 'number', 'number', 'string'] as const
  const values = readCursor(text, kinds)
  const root = values && keyOf(values)
  if (!root || (values[4] !== '' && !isUuid(values[4]))) return undefined
  return { root, commentId: values[4] || null }
}

const timeValues = ({ createdAt, id, answers }: ThreadKey) => [createdAt.getTime(), id, answers]
const momentOf = ({ asOf }: ThreadKey): number => asOf?.getTime() ?? 0

const isInt4 = (value: number): boolean => (value | 0) === value

type KeyValues = readonly [number, string, number, number?, ...unknown[]]

function keyOf([ms, id, answers, asOfMs = 0]: KeyValues): ThreadKey | undefined {
  if (!isInCalendar(ms) || !isUuid(id) || !isInt4(answers) || !isInCalendar(asOfMs))
    return undefined
  return { createdAt: new Date(ms), id, answers, asOf: asOfMs === 0 ? null : new Date(asOfMs) }
}
