import { classOf, codeAt, latinBit, letterBit, unitsOf, wordBits } from './character-class'
import { lookalikeOf } from './confusables'

/** Whether a word of the text, in lower case, has Latin letters and others that look like such. Linear. */
export function hasMixedWord(text: string): boolean {
  let hasLatin = false
  let hasLookalike = false
  for (let index = 0; index < text.length; ) {
    const code = codeAt(text, index)
    const bits = classOf(code)
    if ((bits & wordBits) === 0) {
      hasLatin = false
      hasLookalike = false
    } else if ((bits & latinBit) !== 0) hasLatin = true
    else if ((bits & letterBit) !== 0 && lookalikeOf(code, code) !== 0) hasLookalike = true
    if (hasLatin && hasLookalike) return true
    index += unitsOf(code)
  }
  return false
}
