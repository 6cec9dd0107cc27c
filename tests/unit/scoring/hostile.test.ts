import fc from 'fast-check'
import { hostileTexts } from '../../../bench/hostile-texts'
import { readHeads } from '../../../src/scoring/heads.store'
import { trainedScorer } from '../../../src/scoring/trained-scorer'
import { viewsOf } from '../../../src/text/views'
import { fastestRunMs } from '../../support/fastest-run'

const scorer = trainedScorer(readHeads(), () => [['en', 1]])
const score = (text: string) => scorer.score(viewsOf(text), { siteLanguage: 'en' })

// Quadratic work on 20,000 characters takes seconds here; bench/scoring.ts has the true figures.
test.each(Object.entries(hostileTexts))('20,000 characters of %s are scored at once', (_, text) => {
  expect(text.length).toBeLessThanOrEqual(20_000)
  expect(fastestRunMs(() => score(text), 600)).toBeLessThan(600)
})

test('any text gets scores of 0..1, and spans inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { scores, spans } = score(text)
      for (const value of Object.values(scores)) {
        expect(value === -1 || (value >= 0 && value <= 1)).toBe(true)
      }
      for (const { start, end } of spans) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
      }
    }),
  )
})
