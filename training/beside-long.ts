import type { Head } from '../src/scoring/head'
import { cleanNews } from './evaluations'
import { shareAbove, thresholdAt } from './measure'
import { randomFrom, shuffle } from './random'
import type { Data, Row } from './rows'
import { oddsOfRows, oddsOfTexts } from './train-head'

const joins = 5

/** Clean news comments in another order, joined until they are as long as letters to an editor. */
function joinedNews(clean: readonly Row[], seed: number): string[] {
  const random = randomFrom(seed)
  const order = Uint32Array.from({ length: clean.length }, (_, index) => index)
  shuffle(order, random)
  const letters: string[] = []
  let letter = ''
  let longEnough = 0
  for (const index of order) {
    if (letter === '') longEnough = 80 * 2 ** (3 * random())
    letter = `${letter} ${clean[index]?.text ?? ''}`.trim()
    if (letter.length < longEnough) continue
    letters.push(letter)
    letter = ''
  }
  return letters
}

export type LongFigures = { medianLength: number; found: { flagged: number; recall: number }[] }

/** What is found where clean comments are long: the news comments that were to be had are short. */
export function figuresBesideLong(head: Head, data: Data, shares: readonly number[]): LongFigures {
  const clean = cleanNews(data)
  const letters = Array.from({ length: joins }, (_, seed) => joinedNews(clean, seed)).flat()
  const toxic = data.toxicDev.filter(({ source }) => source === 'civil_spans')
  const [ofLetters, ofToxic] = [oddsOfTexts(head, letters), oddsOfRows(head, toxic)]
  const lengths = letters.map(({ length }) => length).sort((one, other) => one - other)
  return {
    medianLength: lengths[Math.floor(lengths.length / 2)] ?? 0,
    found: shares.map((flagged) => ({
      flagged,
      recall: shareAbove(ofToxic, thresholdAt(ofLetters, flagged)),
    })),
  }
}
