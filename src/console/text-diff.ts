import { diffLines, diffWords } from 'diff'

export type DiffPart = { text: string; kind: 'same' | 'added' | 'removed' }

/** Time grows with the square of it: this many take about a tenth of a second. */
const mostEdits = 500

/**
 * What is different between two texts: word by word, line by line where little is left of the first,
 * undefined where that is too much, too.
 */
export function textDiff(before: string, after: string): DiffPart[] | undefined {
  const limit = { maxEditLength: mostEdits }
  const changes = diffWords(before, after, limit) ?? diffLines(before, after, limit)
  return changes?.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
