import type { WeightOf } from './disguise'
import type { Row } from './rows'

/** Source of the rows that `calmedCopies` makes. */
export const calmedSource = 'calmed'

const mostRemoved = 4
/** Log odds from which on a word by itself speaks for the class. */
const strongWord = 0.3
const fewestLeft = 3

function withoutStrongest(text: string, weightOf: WeightOf): string | null {
  const words = [...text.matchAll(/[A-Za-z][A-Za-z'*]+/g)]
    .map((match) => ({ at: match.index, word: match[0], weight: weightOf(match[0].toLowerCase()) }))
    .sort((one, other) => other.weight - one.weight)
  const strong = words.slice(0, mostRemoved).filter(({ weight }) => weight > strongWord)
  if (strong.length === 0 || words.length - strong.length < fewestLeft) return null
  return strong
    .sort((one, other) => other.at - one.at)
    .reduce((left, { at, word }) => left.slice(0, at) + left.slice(at + word.length), text)
    .replace(/ +/g, ' ')
}

/**
 * Toxic news comments without their strongest words, as rows of a source of their own. The news rows
 * are all toxic; without these copies a head would take the very words of the news for a sign.
 */
export function calmedCopies(
  rows: readonly Row[],
  weightOf: WeightOf,
): { row: Row; text: string }[] {
  return rows.flatMap((row) => {
    if (row.source !== 'civil_spans' || row.toxic !== 1) return []
    const text = withoutStrongest(row.text, weightOf)
    return text === null ? [] : [{ row: { ...row, source: calmedSource, toxic: 0 }, text }]
  })
}
