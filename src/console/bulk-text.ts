import type { Choice } from './choice'
import type { Words } from './words/words'

/** What became of a selection, in numbers of comments. */
export type BulkResult = {
  action: Choice
  done: number
  /** Decided by others first. */
  left: number
  /** Others are on them. */
  taken: number
  /** Appeals that others have to answer. */
  own: number
}

/** What became of taking a batch back; `left` had been decided again. */
export function undoneText(
  { decide, appeals }: Words,
  { done, left, own }: Pick<BulkResult, 'done' | 'left' | 'own'>,
): string {
  const text = decide.bulkUndone(done, left)
  return own > 0 ? `${text} ${appeals.left(own)}` : text
}

export function bulkText(
  { did, decide, appeals }: Words,
  { action, done, left, taken, own }: BulkResult,
): string {
  const text = decide.bulkDone(did[action], done, left, taken)
  return own > 0 ? `${text} ${appeals.left(own)}` : text
}
