import {
  asciiClasses,
  classOf,
  codeAt,
  letterBit,
  unitsOf,
  unspacedBit,
  wordBits,
} from './character-class'

/** A word and where it stands in the text (UTF-16 offsets, `end` exclusive). */
export type Word = { text: string; start: number; end: number }

const apostrophe = 0x27

function startsWord(code: number): boolean {
  return (classOf(code) & wordBits) !== 0
}

/** An apostrophe belongs to a word only between two letters: "don't", not "'quoted'". */
function isInnerApostrophe(text: string, index: number): boolean {
  if (codeAt(text, index) !== apostrophe) return false
  return (classOf(codeAt(text, index + 1)) & letterBit) !== 0
}

function continuesWord(text: string, index: number, unspaced: number): boolean {
  const code = codeAt(text, index)
  const bits = classOf(code)
  if ((bits & wordBits) === 0) return unspaced === 0 && isInnerApostrophe(text, index)
  // A mark stays with whatever it follows; letters and digits must be of the same kind.
  return (bits & unspacedBit) === unspaced || (bits & letterBit) === 0
}

// One table look-up for the characters that most texts consist of.
const asciiWord = asciiClasses.map((bits) => ((bits & wordBits) === 0 ? 0 : 1))

/** Where the word that starts at `start` ends. */
function wordEnd(text: string, start: number): number {
  const first = codeAt(text, start)
  const unspaced = classOf(first) & unspacedBit
  let end = start + unitsOf(first)
  while (end < text.length) {
    const isPlain = unspaced === 0 && asciiWord[text.charCodeAt(end)] === 1
    if (!isPlain && !continuesWord(text, end, unspaced)) break
    end += isPlain ? 1 : unitsOf(codeAt(text, end))
  }
  return end
}

/**
 * The words of a view: runs of letters, marks and digits, with apostrophes inside, of any script.
 * Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one word a run:
 * whoever looks for a phrase in them must look inside. Linear.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let index = 0
  while (index < text.length) {
    if (asciiWord[text.charCodeAt(index)] === 0) {
      index++
      continue
    }
    const code = codeAt(text, index)
    if (!startsWord(code)) {
      index += unitsOf(code)
      continue
    }
    const end = wordEnd(text, index)
    words.push({ text: text.slice(index, end), start: index, end })
    index = end
  }
  return words
}

/** Whether a word is written in a script that puts no spaces between words. */
export function isUnspaced(word: string): boolean {
  return (classOf(codeAt(word, 0)) & unspacedBit) !== 0
}
