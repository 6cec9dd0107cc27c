import type { Head } from '../src/scoring/head'
import { type Disguise, disguiseNames, disguiseStrongest, disguises } from './disguise'
import { randomFrom } from './random'
import type { Data } from './rows'
import type { Serve, Served } from './served'
import { oddsOfTexts } from './train-head'

export type EvasionFigures = Served & { disguise: Disguise | 'none'; kept: number }

const disguisedWords = 3

/** English comments that should be found: of news sites and of Wikipedia. */
export function toxicTexts(data: Data): string[] {
  return data.toxicDev
    .filter(({ source, toxic }) => toxic === 1 && (source === 'civil_spans' || source === 'jigsaw'))
    .map(({ text }) => text)
}

/** What is still found when the three strongest words of each toxic text are disguised. */
export function evasionFigures(head: Head, serve: Serve, data: Data): EvasionFigures[] {
  const texts = toxicTexts(data)
  const weights = new Map<string, number>()
  const weightOf = (word: string) => {
    const weight = weights.get(word) ?? oddsOfTexts(head, [word])[0] ?? 0
    weights.set(word, weight)
    return weight
  }
  const plain = serve(texts)
  const figures = disguiseNames.map((disguise): EvasionFigures => {
    const random = randomFrom(9)
    const changed = texts.map((text) =>
      disguiseStrongest(text, { weightOf, count: disguisedWords }, (word) =>
        disguises[disguise](word, random),
      ),
    )
    const served = serve(changed)
    return { disguise, ...served, kept: served.flagged / plain.flagged }
  })
  return [{ disguise: 'none', ...plain, kept: 1 }, ...figures]
}
