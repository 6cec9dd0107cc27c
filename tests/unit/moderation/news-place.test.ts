import { eventsBetween, placeText, readPlace } from '../../../src/moderation/news-place'
import { uuidv7 } from '../../../src/platform/uuid'

const [daily, weekly] = [
  '01a20eb5-489e-7000-bce5-d0a8afbf6558',
  '01a20eb5-489e-7fff-8000-000000000000',
]
const place = (...ends: [string, number][]) => new Map(ends)

test('a place is one word that is read as the same place', () => {
  const before = place([daily, 0], [weekly, 9_007_199_254_740_991])
  const text = placeText(before)
  expect(text).toMatch(/^[\w.-]+$/)
  expect(readPlace(text)).toEqual(before)
})

test('a place of a hundred sites fits into a header, one of more is not known again', () => {
  const sites = Array.from({ length: 101 }, () => [uuidv7(), 123_456] as [string, number])
  const text = placeText(place(...sites.slice(1)))
  expect(text.length).toBeLessThan(3000)
  expect(readPlace(text)?.size).toBe(100)
  expect(readPlace(placeText(place(...sites)))).toBeUndefined()
  expect(readPlace(`${text}.${placeText(place([daily, 1]))}`)).toBeUndefined()
})

test.each(['', '-', '.', 'eel', `${placeText(place([daily, 5]))}.`, 'AAAAAAAAAAAAAAAAAAAAAA', 'ä'])(
  'what is no place is none: %j',
  (text) => {
    expect(readPlace(text)).toBeUndefined()
  },
)

test('what lies between two places is counted, unless one of them is not known', () => {
  const now = place([daily, 12], [weekly, 5])
  expect(eventsBetween(place([daily, 10], [weekly, 5]), now)).toBe(2)
  expect(eventsBetween(now, now)).toBe(0)
  expect(eventsBetween(place([daily, 10]), now)).toBe(Number.POSITIVE_INFINITY)
  expect(eventsBetween(place([daily, 13], [weekly, 5]), now)).toBe(Number.POSITIVE_INFINITY)
  // of a site that is no longer asked about
  expect(eventsBetween(place([daily, 10], [weekly, 5]), place([daily, 11]))).toBe(1)
})
