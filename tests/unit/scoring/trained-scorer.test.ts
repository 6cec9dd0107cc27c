import { readHeads } from '../../../src/scoring/heads.store'
import { notScored, type ScoreName, type ScoreSpan, scoreNames } from '../../../src/scoring/score'
import { uncalibrated } from '../../../src/scoring/site-calibration'
import { Replay } from '../../../src/scoring/site-replay'
import { trainedScorer } from '../../../src/scoring/trained-scorer'
import { viewsOf } from '../../../src/text/views'

const heads = readHeads()
const language = (code: string) => () => [[code, 1] as const]
const english = trainedScorer(heads, language('en'))

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

test('every card says from which scores on clean texts would be flagged, the more the lower', () => {
  for (const { card } of heads) {
    expect(card.thresholds.length).toBeGreaterThanOrEqual(2)
    const scores = card.thresholds.map(({ threshold }) => threshold)
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    for (const { clean_rows, flagged_share } of card.thresholds)
      expect(clean_rows * flagged_share).toBeGreaterThanOrEqual(3)
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

test('a score that is sure still says which words made it, wherever they are said', () => {
  const advert = 'Visit http://a.com and http://cash-fast.xyz to earn $95/hr now'
  const of = (text: string, name: ScoreName) =>
    score(text)
      .spans.filter((span) => span.score === name)
      .map(({ start, end }) => text.slice(start, end))
  expect(score(advert).scores.spam).toBeGreaterThan(0.999)
  expect(of(advert, 'spam')).toEqual(
    expect.arrayContaining(['http://a.com', 'http://cash-fast.xyz', 'earn']),
  )
  const insults = of('You idiot. You idiot. Such an idiot', 'toxicity')
  expect(insults.filter((word) => word === 'idiot')).toHaveLength(3)
})

test('a word in the strongest sentence of a long text keeps its value', () => {
  const calm = 'The council met on Monday and talked about the new road for two hours. '
  const { scores, spans } = score(`${calm.repeat(4)}What an idiot the mayor is. ${calm.repeat(4)}`)
  const idiot = spans.find(({ score: name, start }) => name === 'toxicity' && start > 0)
  expect(scores.toxicity).toBeGreaterThan(0.3)
  expect(idiot?.value).toBeGreaterThan(scores.toxicity / 2)
})

test('what a site has taught shows in the spans', () => {
  const text = 'Our gnomes are on offer again.'
  const lesson = english.lesson('spam', text, 'en')
  if (!lesson) throw new Error('No lesson')
  const replay = new Replay({ rate: 0.3, l2: 1e-4 })
  for (let number = 0; number < 30; number++) replay.take({ ...lesson, isOfClass: true, weight: 1 })
  const deltas = { spam: { delta: replay.delta, calibration: uncalibrated } }
  const on = english.score(viewsOf(text), { siteLanguage: 'en', deltas })
  const gnomes = (spans: ScoreSpan[]) =>
    spans.find((span) => span.score === 'spam' && span.start === text.indexOf('gnomes'))?.value ?? 0
  expect(on.scores.spam).toBeGreaterThan(0.9)
  expect(gnomes(on.spans)).toBeGreaterThan(gnomes(score(text).spans))
})

test('a word said thousands of times is marked twenty times', () => {
  const { spans } = score('idiot '.repeat(3000))
  expect(spans.filter((span) => span.score === 'toxicity')).toHaveLength(20)
})

test('a language without heads is not scored, which is not the same as clean', () => {
  const polish = trainedScorer(heads, language('pl'))
  const result = polish.score(viewsOf('Ty głupi idioto, nie masz pojęcia o czym mówisz'), {
    siteLanguage: 'en',
  })
  expect(result.language).toBe('pl')
  expect(scoreNames.every((name) => result.scores[name] === notScored)).toBe(true)
})

test('an insult in look-alike letters is scored', () => {
  const detect = (text: string) => [[/[а-я]/.test(text) ? 'ru' : 'en', 1] as const]
  const { scores, language } = trainedScorer(heads, detect).score(
    viewsOf('Yоu аrе a stupid idiоt and еvеrybody knоws it, yоu mоrоn.'),
    { siteLanguage: 'en' },
  )
  expect(language).toBe('en')
  expect(scores.toxicity).toBeGreaterThan(0.8)
})

test.each(['de', 'fr', 'pt', 'ko', 'ar'])('%s has toxicity only', (code) => {
  const scorer = trainedScorer(heads, language(code))
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
