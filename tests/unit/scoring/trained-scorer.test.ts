import { readHeads } from '../../../src/scoring/heads.store'
import { notScored, scoreNames } from '../../../src/scoring/score'
import { trainedScorer } from '../../../src/scoring/trained-scorer'
import { viewsOf } from '../../../src/text/views'

const heads = readHeads()
const language = (code: string) => () => [[code, 1] as const]
const english = trainedScorer('test', heads, language('en'))

function score(text: string) {
  return english.score(viewsOf(text), { siteLanguage: 'en' })
}

test('the heads that ship fit the featuriser and stay within their size', () => {
  const own = heads.filter(({ card }) => card.languages.includes('en'))
  expect(own.map(({ card }) => card.score).sort()).toEqual([
    'identity_attack',
    'insult',
    'profanity',
    'spam',
    'threat',
    'toxicity',
  ])
  expect(Math.max(...own.map(({ packed }) => packed.length))).toBeLessThanOrEqual(256 * 1024)
  expect(own.reduce((sum, { packed }) => sum + packed.length, 0)).toBeLessThan(1.5 * 2 ** 20)
})

test('every card names sources and licences, and no source that may only be measured on', () => {
  for (const { card } of heads) {
    expect(card.trained_on.length).toBeGreaterThan(0)
    expect(card.weaknesses.length).toBeGreaterThan(0)
    for (const { license, source } of card.trained_on) {
      expect(license).not.toMatch(/NC/)
      expect(source).not.toBe('ucc')
    }
  }
})

test('an insult scores far above a calm comment about the same matter', () => {
  const insult = score('You are a stupid idiot and your mayor is a pathetic moron.').scores
  const calm = score('I think the mayor should explain why the budget was changed.').scores
  expect(insult.toxicity).toBeGreaterThan(0.8)
  expect(calm.toxicity).toBeLessThan(0.1)
  expect(insult.insult).toBeGreaterThan(10 * calm.insult)
})

test('advertising scores far above a comment that cites a source', () => {
  const advert = score('Earn $95/hr from home, check my profile and visit www.cash-fast.xyz now!!!')
  const cited = score('The official numbers say otherwise: https://www.reuters.com/world/us/')
  expect(advert.scores.spam).toBeGreaterThan(0.8)
  expect(cited.scores.spam).toBeLessThan(0.4)
})

test('spans point at the words as they were typed', () => {
  const text = 'Well, the mayor is a fucking id1ot and you know it.'
  const spans = score(text).spans.filter((span) => span.score === 'toxicity')
  expect(spans.map(({ start, end }) => text.slice(start, end))).toContain('id1ot')
  for (const { value } of spans) {
    expect(value).toBeGreaterThan(0)
    expect(value).toBeLessThanOrEqual(1)
  }
})

test('a language without heads is not scored, which is not the same as clean', () => {
  const polish = trainedScorer('test', heads, language('pl'))
  const result = polish.score(viewsOf('Ty głupi idioto, nie masz pojęcia o czym mówisz'), {
    siteLanguage: 'en',
  })
  expect(result.language).toBe('pl')
  expect(scoreNames.every((name) => result.scores[name] === notScored)).toBe(true)
})

test.each(['de', 'fr', 'pt', 'ko', 'ar'])('%s has toxicity only', (code) => {
  const scorer = trainedScorer('test', heads, language(code))
  const { scores } = scorer.score(viewsOf('Das ist doch alles nur ein Satz zum Testen hier'), {
    siteLanguage: code,
  })
  expect(scores.toxicity).toBeGreaterThan(0)
  expect(scoreNames.filter((name) => scores[name] !== notScored)).toEqual(['toxicity'])
})

test('an empty text and odd characters get numbers', () => {
  for (const text of ['', ' ', '\ud800', '\u200b', '!!!', '😀', 'constructor __proto__']) {
    expect(score(text).scores.toxicity).toBeGreaterThan(0)
    expect(score(text).scores.toxicity).toBeLessThan(1)
  }
})

test('the same text always gets the same scores, whatever was scored before', () => {
  const first = score('A gay man opened a bakery. You stupid fool!')
  score('Something else entirely, with many other words in it.')
  expect(score('A gay man opened a bakery. You stupid fool!')).toEqual(first)
})
