import { classOf, letterBit, unspacedBit } from '../../text/character-class'
import type { TextViews } from '../../text/views'

/** Longer than the condolences, prayers and greetings that many readers write in the same words. */
const minLetters = 120
/** A character of a script without spaces counts as this many letters. */
const lettersPerUnspaced = 3

/** Whether a text has at least `minLetters` letters; emoji, digits and punctuation do not count. */
export function isLong({ norm }: TextViews): boolean {
  let letters = 0
  for (const character of norm.text) {
    const bits = classOf(character.codePointAt(0) ?? 0)
    if ((bits & letterBit) === 0) continue
    letters += (bits & unspacedBit) === 0 ? 1 : lettersPerUnspaced
    if (letters >= minLetters) return true
  }
  return false
}
