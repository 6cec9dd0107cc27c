import { contributionsOf, headWeight } from '../../../src/scoring/contributions'
import { hashVersion } from '../../../src/scoring/feature-hash'
import { featurise, normaliserVersion } from '../../../src/scoring/featurise'
import { headFrom, mixedOdds, oddsOf, packWeights, probabilityOf } from '../../../src/scoring/head'
import { type HeadCard, headCardSchema } from '../../../src/scoring/head-card'
import { viewsOf } from '../../../src/text/views'

const bits = 12

function cardWith(changes: Partial<HeadCard>): HeadCard {
  return {
    name: 'test.en',
    score: 'toxicity',
    languages: ['en'],
    reading: 'open',
    hash_version: hashVersion,
    normaliser_version: normaliserVersion,
    bits,
    largest_weight: 4,
    bias: -1,
    sentence_share: 0,
    calibration: { slope: 1, offset: 0, assumed_share: 0.1, fitted_on: 'nothing' },
    thresholds: [],
    trained_on: [],
    training: { seed: 1, epochs: 1, disguised_copies: 0, calmed_copies: 0 },
    metrics: {},
    weaknesses: [],
    ...changes,
  }
}

function headFor(word: string, changes: Partial<HeadCard> = {}) {
  const weights = new Float32Array(2 ** bits)
  for (const feature of featurise(viewsOf(word)).open.words) weights[feature % 2 ** bits] = 4
  return headFrom(cardWith(changes), new Uint8Array(packWeights(weights).packed.buffer))
}

test('packed weights come back within half a step, large ones unclipped', () => {
  const weights = new Float32Array(2 ** bits)
  weights.set([8, -8, 1, -0.5, 0.01, 0])
  const { packed, largest } = packWeights(weights)
  expect(largest).toBe(8)
  expect([...packed.slice(0, 6)]).toEqual([127, -127, 45, -32, 4, 0])
})

test.each([
  ['another hash version', { hash_version: hashVersion + 1 }],
  ['another normaliser', { normaliser_version: normaliserVersion + 1 }],
  ['another size', { bits: bits + 1 }],
])('a head for %s is refused', (_, changes) => {
  expect(() => headFrom(cardWith(changes), new Uint8Array(2 ** bits))).toThrow('does not fit')
})

test('a card with a field too many is refused', () => {
  expect(headCardSchema.safeParse(cardWith({})).success).toBe(true)
  expect(headCardSchema.safeParse({ ...cardWith({}), secret: 1 }).success).toBe(false)
})

test('the word that raised the score gets the largest contribution', () => {
  const head = headFor('rascal')
  const text = featurise(viewsOf('you are a rascal my friend'))
  const added = contributionsOf(
    [{ weigh: headWeight(head), features: text.open, share: 1 }],
    text.tokens.length,
  )
  const largest = added.indexOf(Math.max(...added))
  expect(text.tokens[largest]?.text).toBe('rascal')
  const style = oddsOf(head, { ...text.open, words: new Uint32Array(), chars: new Uint32Array() })
  expect(added.reduce((sum, value) => sum + value, style)).toBeCloseTo(oddsOf(head, text.open), 4)
})

test('the strongest sentence counts for its share', () => {
  const head = headFor('rascal', { sentence_share: 0.5 })
  const whole = featurise(viewsOf('a quiet day in the park')).open
  const strong = featurise(viewsOf('you rascal')).open
  const expected = (oddsOf(head, whole) + oddsOf(head, strong)) / 2
  expect(mixedOdds(head, whole, [whole, strong])).toBeCloseTo(expected)
  expect(mixedOdds(head, whole, [])).toBe(oddsOf(head, whole))
})

test('probabilities rise with the odds and keep tiny differences', () => {
  const head = headFor('rascal', {
    calibration: { slope: 2, offset: -1, assumed_share: 0.1, fitted_on: 'nothing' },
  })
  expect(probabilityOf(head, 0.5)).toBeCloseTo(0.5)
  expect(probabilityOf(head, 3.000001)).toBeGreaterThan(probabilityOf(head, 3))
})
