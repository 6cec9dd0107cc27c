import { rawSpan } from '../text/text-view'
import type { TextViews } from '../text/views'
import { contributionsOf, deltaWeight, headWeight, type Part } from './contributions'
import type { FeaturisedText, SentenceFeatures } from './featurise'
import { calibrated, type Head, type Strongest } from './head'
import type { ScoreSpan } from './score'
import type { Learnt } from './scorer'
import { priorShare } from './site-delta'
import type { Token } from './tokens'

/** A text as the heads read it. */
export type Reading = { text: FeaturisedText; sentences: SentenceFeatures[]; views: TextViews }

/** What a head says of a text: its own log odds, and in the end the log odds of the score. */
export type Said = {
  headOdds: number
  strongest: Strongest<SentenceFeatures> | undefined
  odds: number
  learnt: Learnt | undefined
}

const mostWords = 5
const mostOccurrences = 20
/** In log odds: less is the noise of a linear model. The first word of a score that counts is always told. */
const leastAdded = 0.2
const countsFrom = 0
/** Nearly sure, and the log odds of it: beyond, one word more or less no longer moves a probability. */
const nearlySure = Math.log(0.9 / 0.1)

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** What the score would lose without a word that added so much, as if it were 0.9 at most. */
function lossOf(odds: number, added: number): number {
  const bounded = Math.min(odds, nearlySure)
  return probability(bounded) - probability(bounded - added)
}

function partsOf(head: Head, { text }: Reading, said: Said): Part[] {
  const { headOdds, learnt, strongest } = said
  const features = text[head.card.reading]
  const { delta, calibration = { slope: 1 } } = learnt ?? {}
  const prior = delta ? priorShare(calibrated(head, headOdds), delta.decisions) : 1
  const share = head.card.calibration.slope * prior * calibration.slope
  const weigh = headWeight(head)
  const ofSentence = strongest ? head.card.sentence_share : 0
  const parts: Part[] = [{ weigh, features, share: share * (1 - ofSentence) }]
  if (strongest) {
    const { sentence } = strongest
    const { firstToken } = sentence
    parts.push({ weigh, features: sentence, share: share * ofSentence, firstToken })
  }
  if (delta) parts.push({ weigh: deltaWeight(delta), features, share: calibration.slope })
  return parts
}

const wordOf = ({ text, unstretched }: Token): string => unstretched || text

/** What each word added in all its places, of those that added most the five first. */
function strongestWords(tokens: readonly Token[], added: Float64Array): [string, number][] {
  const sums = new Map<string, number>()
  tokens.forEach((token, place) => {
    const word = wordOf(token)
    sums.set(word, (sums.get(word) ?? 0) + (added[place] ?? 0))
  })
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostWords)
}

/**
 * Which words made a score, in the text as typed: up to five, wherever they are said (the first twenty
 * places), with what the head, its strongest sentence and the site's moderators add for them. The value
 * of a span is what the score would lose without that word (0..1); a score above 0.9 counts as 0.9, for
 * of a score that is surer no single word would take anything. Linear.
 */
export function scoreSpansOf(head: Head, reading: Reading, said: Said): ScoreSpan[] {
  const { tokens } = reading.text
  const added = contributionsOf(partsOf(head, reading, said), tokens.length)
  const told = strongestWords(tokens, added).filter(
    ([, sum], rank) => sum >= leastAdded || (rank === 0 && said.odds >= countsFrom),
  )
  return told.flatMap(([word, sum]) =>
    tokens
      .filter((token) => token.end > token.start && wordOf(token) === word)
      .slice(0, mostOccurrences)
      .map(({ start, end }) => ({
        ...rawSpan(reading.views.skeleton, start, end),
        score: head.card.score,
        value: lossOf(said.odds, sum),
      })),
  )
}
