import { readHeads } from '../../../src/scoring/heads.store'
import {
  budgetMs,
  noScores,
  scoreSafely,
  spamWithoutLinks,
} from '../../../src/scoring/score-safely'
import { trainedScorer } from '../../../src/scoring/trained-scorer'

const scorer = trainedScorer(readHeads(), () => [['en', 1]])
const text = 'You are a stupid idiot and everybody knows it.'

/** A clock that is so much further at every look. */
function clockBy(stepMs: number): () => number {
  let now = 0
  return () => {
    now += stepMs
    return now
  }
}

const scoredBy = (clock: () => number) =>
  scoreSafely(scorer, text, { siteLanguage: 'en', clock }).scored

test('a text that is scored in time has its scores', () => {
  expect(scoredBy(clockBy(1))).toMatchObject({ model: scorer.model, language: 'en' })
  expect(scoredBy(clockBy(1)).scores.toxicity).toBeGreaterThan(0.5)
  expect(scoredBy(clockBy(1)).failure).toBeUndefined()
})

test.each([
  ['before the first score', budgetMs + 1],
  ['between two', budgetMs / 2 - 1],
])('a text whose time is over %s has none, and it says why', (_, stepMs) => {
  expect(scoredBy(clockBy(stepMs))).toEqual({
    model: `${scorer.model} (out of time)`,
    scores: noScores,
    language: 'en',
    spans: [],
    failure: 'out_of_time',
  })
})

test('a scorer that throws gives none either, and the text can still be looked at', () => {
  const broken = {
    ...scorer,
    score: () => {
      throw new Error('The model is gone.')
    },
  }
  const { views, scored } = scoreSafely(broken, text, { siteLanguage: 'en', clock: clockBy(0) })
  expect(views.norm.text).toContain('stupid idiot')
  expect(scored).toMatchObject({
    model: `${scorer.model} (failed)`,
    scores: noScores,
    failure: 'failed',
  })
})

test('a head whose numbers are spoilt gives no score, rather than one below every limit', () => {
  const spoilt = readHeads().map((head) => ({ ...head, weightOf: head.weightOf.fill(Number.NaN) }))
  const { scored } = scoreSafely(
    trainedScorer(spoilt, () => [['en', 1]]),
    text,
    {
      siteLanguage: 'en',
      clock: clockBy(0),
    },
  )
  expect(scored).toMatchObject({ scores: noScores, failure: 'failed' })
})

test('what is scored without links is the same text without them', () => {
  const context = { siteLanguage: 'en', clock: clockBy(0) }
  const without = (body: string) =>
    spamWithoutLinks(scorer, scoreSafely(scorer, body, context), context)
  const scored = (body: string) => scoreSafely(scorer, body, context).scored.scores.spam
  expect(without('Watch https://a.example/x and https://b.example now')).toBe(
    scored('Watch  and  now'),
  )
  expect(without(text)).toBe(scored(text))
})
