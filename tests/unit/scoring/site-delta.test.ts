import { type Features, featurise } from '../../../src/scoring/featurise'
import {
  deltaBytes,
  deltaFrom,
  deltaOdds,
  emptyDelta,
  learnFrom,
  siteProbability,
  type TaughtDecision,
} from '../../../src/scoring/site-delta'
import { Replay } from '../../../src/scoring/site-replay'
import { viewsOf } from '../../../src/text/views'

const settings = { rate: 0.3, l2: 1e-4 }
const features = (text: string): Features => featurise(viewsOf(text)).open
const decision = (text: string, isOfClass: boolean, weight = 1): TaughtDecision => ({
  features: features(text),
  priorOdds: 0,
  isOfClass,
  weight,
})
const log = Array.from({ length: 30 }, (_, number) =>
  number % 2 === 0
    ? decision(`Cheap garden gnomes number ${number} in my shop`, true)
    : decision(`The council meets on day ${number} in the hall`, false),
)
const replayed = (decisions: readonly TaughtDecision[]): Replay => {
  const replay = new Replay(settings)
  for (const one of decisions) replay.take(one)
  return replay
}
const deltaOf = (decisions: readonly TaughtDecision[]) => replayed(decisions).delta

test('a new site says what the head says', () => {
  const delta = emptyDelta()
  expect(deltaOdds(delta, features('anything at all'))).toBe(0)
  expect(siteProbability(delta, features('anything at all'), 1)).toBeCloseTo(0.73, 2)
  expect(siteProbability(delta, features('anything at all'), 5)).toBeGreaterThan(0.98)
})

test('after thirty decisions it tells the site’s own spam from its comments', () => {
  const delta = deltaOf(log)
  expect(delta.decisions).toBe(30)
  expect(siteProbability(delta, features('Cheap gnomes in my shop'), 0)).toBeGreaterThan(0.8)
  expect(siteProbability(delta, features('The council is in the hall'), 0)).toBeLessThan(0.2)
})

test('the same decisions lead to the same bytes, and bytes come back as the same delta', () => {
  const bytes = deltaBytes(deltaOf(log))
  expect(Buffer.compare(bytes, deltaBytes(deltaOf(log)))).toBe(0)
  const read = deltaFrom(bytes)
  expect(read).not.toBeNull()
  expect(read && Buffer.compare(deltaBytes(read), bytes)).toBe(0)
})

test('the way of learning is the one that `learningVersion` names: raise it when these change', () => {
  const { delta, foretold } = replayed([...log, decision('Gnomes in the hall', true, 0.5)])
  const odds = ['Cheap gnomes', 'The hall', 'Gnomes in the hall'].map((text) =>
    deltaOdds(delta, features(text)).toFixed(3),
  )
  expect(odds).toEqual(['2.806', '-2.361', '-0.179'])
  expect(foretold.at(-1)).toEqual({ odds: expect.closeTo(-0.923, 3), isOfClass: true, weight: 0.5 })
})

test('a decision that counts half moves half as far', () => {
  const [whole, half] = [1, 0.5].map((weight) => {
    const delta = emptyDelta()
    learnFrom(delta, decision('Cheap gnomes', true, weight), settings)
    return deltaOdds(delta, features('Cheap gnomes'))
  })
  expect(half).toBeCloseTo((whole ?? 0) / 2, 5)
})

test('one refused comment among five hundred approved ones is not drowned', () => {
  const many = Array.from({ length: 500 }, (_, day) =>
    day === 50
      ? decision('Cheap gnomes in my shop', true)
      : decision(`My council meets on day ${day}`, false),
  )
  const chance = (text: string) => siteProbability(deltaOf(many), features(text), 0)
  expect(chance('Gnomes in the shop of my council')).toBeGreaterThan(0.7)
  expect(chance('My council meets')).toBeLessThan(0.1)
})

test('approvals alone are gone over once, and not again', () => {
  const approved = log.filter(({ isOfClass }) => !isOfClass)
  const once = emptyDelta()
  for (const one of approved) learnFrom(once, one, settings)
  const { weights, bias } = deltaOf(approved)
  expect({ weights, bias }).toEqual({ weights: once.weights, bias: once.bias })
})

test('bytes of another size or version are not read', () => {
  const bytes = deltaBytes(emptyDelta())
  expect(deltaFrom(bytes.slice(1))).toBeNull()
  expect(deltaFrom(Uint8Array.from(bytes, (byte, place) => (place === 0 ? 9 : byte)))).toBeNull()
})
