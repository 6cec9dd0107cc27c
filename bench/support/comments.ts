import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The demo articles, word by word: frequent words stay frequent, so texts resemble real ones. */
const words = ['night-bus', 'overdue-book', 'quay-street', 'tidal-pool'].flatMap(
  (name) => readFileSync(resolve(`seeds/demo/${name}.txt`), 'utf8').match(/[\p{L}’]{2,}/gu) ?? [],
)

/** Numbers that look random and are the same in every run. */
function numbersOf(index: number): () => number {
  let bytes = createHash('sha256').update(`comment ${index}`).digest()
  let at = 0
  return () => {
    if (at + 2 > bytes.length) {
      bytes = createHash('sha256').update(bytes).digest()
      at = 0
    }
    at += 2
    return bytes.readUInt16BE(at - 2)
  }
}

/** A made-up comment of 15 to 78 words; every index gives another one. */
export function commentOf(index: number): { author: string; body: string } {
  const number = numbersOf(index)
  const word = () => words[number() % words.length] ?? ''
  const sentence = () => `${Array.from({ length: 5 + (number() % 9) }, word).join(' ')}.`
  const sentences = Array.from({ length: 3 + (number() % 4) }, sentence)
  return { author: `${word()} ${index % 997}`, body: sentences.join(' ') }
}
