import { ownSources } from './own-messages'
import { type Judgement, newsYardstick, type Recipe, yesNo } from './recipe'
import type { Row } from './rows'

const toSpam: Record<string, number> = {
  sms: 1,
  spamcheck: 1,
  [ownSources.spam]: 0.7,
  [ownSources.ham]: 1,
}
const hamWeight = 0.8

/** Rows of the toxicity data are ham: an insult is not spam. */
function spam(row: Row): Judgement {
  if (row.spam === undefined) return yesNo(false, hamWeight)
  return yesNo(row.spam === 1, toSpam[row.source] ?? 2)
}

export const spamRecipe: Recipe = {
  name: 'spam.en',
  score: 'spam',
  languages: ['en', 'ru'],
  course: 'spam',
  reading: 'open',
  bits: 17,
  epochs: 8,
  l2: 1e-3,
  sentenceShare: 0,
  assumedShare: 0.1,
  yardstick: newsYardstick,
  judge: spam,
  weaknesses: [
    'Praise without a link passes; so does spam about matters it has not seen.',
    'A comment that asks readers to call an office, or points to a video, may be flagged.',
    'Russian is learnt from 327 messages and a handful of patterns only.',
  ],
}
