import { firstScorer } from '../../../src/scoring/first-scorer'
import { notScored } from '../../../src/scoring/score'
import { viewsOf } from '../../../src/text/views'

function score(text: string) {
  return firstScorer.score(viewsOf(text), { siteLanguage: 'en' })
}

test('a comment without any sign is neither spam nor toxic', () => {
  const { scores, spans } = score('I agree with the article, the bridge should stay open.')
  expect(scores.spam).toBeLessThan(0.1)
  expect(scores.toxicity).toBeLessThan(0.1)
  expect(spans).toEqual([])
})

test('insults raise toxicity and are pointed at as typed', () => {
  const text = 'You IDIOTS, what a moronic plan'
  const { scores, spans } = score(text)
  expect(scores.toxicity).toBeGreaterThan(0.8)
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['IDIOTS', 'moronic'])
})

test('sales talk with a link is spam, a link alone is not', () => {
  expect(score('Make money now, click here: http://a.example/x').scores.spam).toBeGreaterThan(0.7)
  expect(score('See https://www.reuters.com/world/').scores.spam).toBeLessThan(0.2)
})

test('what it knows nothing of is not scored', () => {
  const { scores } = score('anything')
  expect(scores.threat).toBe(notScored)
  expect(scores.identity_attack).toBe(notScored)
})
