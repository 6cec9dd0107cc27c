import { classOf, letterBit, unspacedBit } from '../../text/character-class'
import type { TextViews } from '../../text/views'

/** Longer than condolences, prayers and greetings, which many readers write in the same words. */
const minLetters = 120
/** A character of a script without spaces says as much as so many letters of others. */
const lettersPerUnspaced = 3

/** Emoji, digits and signs do not make a text long. */
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
