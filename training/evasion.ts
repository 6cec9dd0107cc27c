import type { Head } from '../src/scoring/head'
import { type Disguise, disguiseNames, disguiseStrongest, disguises } from './disguise'
import { shareAbove } from './measure'
import { randomFrom } from './random'
import type { Data } from './rows'
import { oddsOfTexts } from './train-head'

export type EvasionFigures = { disguise: Disguise | 'none'; recall: number; kept: number }

const disguisedWords = 3

function recallOf(head: Head, texts: string[], threshold: number): number {
  return shareAbove(oddsOfTexts([head], texts)[0] ?? [], threshold)
}

/** Recall at a threshold (log odds) when the three strongest words of each toxic text are disguised. */
export function evasionFigures(head: Head, data: Data, threshold: number): EvasionFigures[] {
  const texts = data.toxicDev
    .filter(({ source, toxic }) => toxic === 1 && (source === 'civil_spans' || source === 'jigsaw'))
    .map(({ text }) => text)
  const weights = new Map<string, number>()
  const weightOf = (word: string) => {
    const weight = weights.get(word) ?? oddsOfTexts([head], [word])[0]?.[0] ?? 0
    weights.set(word, weight)
    return weight
  }
  const plain = recallOf(head, texts, threshold)
  const figures = disguiseNames.map((disguise): EvasionFigures => {
    const random = randomFrom(9)
    const changed = texts.map((text) =>
      disguiseStrongest(text, { weightOf, count: disguisedWords }, (word) =>
        disguises[disguise](word, random),
      ),
    )
    const recall = recallOf(head, changed, threshold)
    return { disguise, recall, kept: recall / plain }
  })
  return [{ disguise: 'none', recall: plain, kept: 1 }, ...figures]
}
