import type { Choice } from './choice'
import type { Words } from './words/words'

/** What became of a selection: `left` were decided by others first, `own` are appeals to answer for others. */
export function bulkText(
  { did, decide, appeals }: Words,
  { action, done, left, own }: { action: Choice; done: number; left: number; own: number },
): string {
  const text = decide.bulkDone(did[action], done, left)
  return own > 0 ? `${text} ${appeals.left(own)}` : text
}
