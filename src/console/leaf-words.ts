import type { Leaf } from '../rules/condition-leaves'
import { isBankField, type Row } from '../rules/condition-rows'
import { readRows } from '../rules/read-rows'
import { rowInWords } from './rules/rows-in-words'
import { isNamed, valueInWords } from './value-words'
import type { Words } from './words/words'

/** One comparison of an owner's rule, for people. */
export type LeafInWords = {
  /** "Score for toxicity: is at least 0.9", or the source where that cannot be said. */
  text: string
  isCode: boolean
  /** It may quote what somebody typed; names of banks are no such thing. */
  isQuoting: boolean
  /** What was compared, "" where there is only a result. */
  value: string
  /** The text says the value already. */
  isSaid: boolean
  source: string
  isMet: boolean
}

type Seen = Pick<Leaf, 'source' | 'value' | 'result'>

function rowOf(source: string): Row | undefined {
  const [block, ...blocks] = readRows(source)?.blocks ?? []
  return blocks.length === 0 && block?.length === 1 ? block[0] : undefined
}

/** Comparisons that leave but one value once they are met. */
const exact: readonly string[] = ['equals', 'is', 'yes', 'no', 'numberEquals']

function shownValue(words: Words, path: string, value: NonNullable<Leaf['value']>): string {
  const { quoted } = words.ruleFields
  const texts = Array.isArray(value) ? value : [value]
  return texts.length === 0
    ? words.values.none
    : texts
        .map((one) => {
          const text = valueInWords(words, path, one)
          return typeof one === 'string' && one !== '' && !isNamed(path) ? quoted(text) : text
        })
        .join(', ')
}

export function leafInWords(words: Words, { source, value, result }: Seen): LeafInWords {
  const row = rowOf(source)
  return {
    text: row ? rowInWords(words, row) : source,
    isCode: row === undefined,
    isQuoting: row === undefined || !isBankField(row.field),
    value: value === null ? '' : shownValue(words, row?.field ?? '', value),
    isSaid: result && exact.includes(row?.comparison ?? ''),
    source,
    isMet: result,
  }
}
