import { createHash } from 'node:crypto'
import type { Head } from './head'
import { learningVersion } from './site-delta'

const digits = 8

/**
 * Names heads by what they say of a text and by what is learnt on them: under one name the same text gets
 * the same scores, and the same decision log the same delta. What a card tells of training and quality
 * does not count. 1 ms for the heads that ship.
 */
export function modelOf(heads: readonly Head[]): string {
  const digest = createHash('sha256').update(`learning ${learningVersion}`)
  for (const { card, packed } of heads) {
    const { score, languages, reading, hash_version, normaliser_version } = card
    const { largest_weight, bias, sentence_share, calibration } = card
    const { slope, offset } = calibration
    const made = [score, languages, reading, hash_version, normaliser_version]
    const read = [largest_weight, bias, sentence_share, slope, offset]
    digest.update(JSON.stringify([...made, ...read, packed.length])).update(packed)
  }
  return `postbag-heads-${digest.digest('hex').slice(0, digits)}`
}
