import { type Features, featurise } from '../../../src/scoring/featurise'
import {
  afterDecision,
  deltaBytes,
  deltaFrom,
  deltaOdds,
  emptyDelta,
  replayLog,
  replayPlaces,
  siteProbability,
  type TaughtDecision,
} from '../../../src/scoring/site-delta'
import { viewsOf } from '../../../src/text/views'

const settings = { rate: 0.3, l2: 1e-4 }
const features = (text: string): Features => featurise(viewsOf(text)).open
const decision = (text: string, isOfClass: boolean): TaughtDecision => ({
  features: features(text),
  priorOdds: 0,
  isOfClass,
})
const log = Array.from({ length: 30 }, (_, number) =>
  number % 2 === 0
    ? decision(`Cheap garden gnomes number ${number} in my shop`, true)
    : decision(`The council meets on day ${number} in the hall`, false),
)

test('a new site says what the head says', () => {
  const delta = emptyDelta()
  expect(deltaOdds(delta, features('anything at all'))).toBe(0)
  expect(siteProbability(delta, features('anything at all'), 1)).toBeCloseTo(0.73, 2)
  expect(siteProbability(delta, features('anything at all'), 5)).toBeGreaterThan(0.98)
})

test('after thirty decisions it tells the site’s own spam from its comments', () => {
  const delta = replayLog(log, settings)
  expect(delta.decisions).toBe(30)
  expect(siteProbability(delta, features('Cheap gnomes in my shop'), 0)).toBeGreaterThan(0.8)
  expect(siteProbability(delta, features('The council is in the hall'), 0)).toBeLessThan(0.2)
})

test('a decision leaves the delta before it as it was', () => {
  const before = emptyDelta()
  afterDecision(before, decision('Cheap gnomes', true), { settings, replayed: [] })
  expect(before).toEqual(emptyDelta())
})

test('the same decisions lead to the same bytes, and bytes come back as the same delta', () => {
  const bytes = deltaBytes(replayLog(log, settings))
  expect(Buffer.compare(bytes, deltaBytes(replayLog(log, settings)))).toBe(0)
  const read = deltaFrom(bytes)
  expect(read).not.toBeNull()
  expect(read && Buffer.compare(deltaBytes(read), bytes)).toBe(0)
})

test('one decision at a time, with its replays, leads where the whole log leads', () => {
  let delta = emptyDelta()
  log.forEach((taught, number) => {
    const replayed = replayPlaces(number, number + 1).flatMap((place) => log[place] ?? [])
    delta = afterDecision(delta, taught, { settings, replayed })
  })
  expect(Buffer.compare(deltaBytes(delta), deltaBytes(replayLog(log, settings)))).toBe(0)
})

test('bytes of another size or version are not read', () => {
  const bytes = deltaBytes(emptyDelta())
  expect(deltaFrom(bytes.slice(1))).toBeNull()
  expect(deltaFrom(Uint8Array.from(bytes, (byte, place) => (place === 0 ? 9 : byte)))).toBeNull()
})
