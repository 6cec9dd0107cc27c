import {
  bandsOf,
  bandsPerDay,
  canonicalText,
  fingerprintOf,
  hammingDistance,
  nearDistance,
  textHashOf,
} from '../../../src/text/fingerprint'
import { viewsOf } from '../../../src/text/views'

const texts = [
  'I earn good money from home every week, ask me how it works and I will send you the plan today.',
  'The council should publish the minutes of this meeting before the vote and not after it, as before.',
  'My sister works at that hospital and she says the ward has been short of nurses since the autumn.',
  'Visit our new shop for cheap watches, bags and shoes with free delivery to every country on earth.',
  'Total nonsense, the train has been late on forty of the last fifty days and nobody pays for it.',
]

function distance(one: string, other: string): number {
  return hammingDistance(fingerprintOf(viewsOf(one)), fingerprintOf(viewsOf(other)))
}

test.each([
  ['punctuation and emoji', (text: string) => `${text.replaceAll(',', ' -')}!!! 😀`, 0],
  ['capitals', (text: string) => text.toUpperCase(), 0],
  ['disguise', (text: string) => text.replace(/(\w)o(\w)/, '$10$2').replace(/e/, '\u200be'), 0],
  ['order', (text: string) => text.split(' ').reverse().join(' '), 0],
  ['one more word', (text: string) => `${text} Cheers`, nearDistance],
  ['a dropped word', (text: string) => text.replace(/^(\S+ \S+) \S+/, '$1'), nearDistance],
])('texts that differ in %s stay near', (_, change, most) => {
  const distances = texts.map((text) => distance(text, change(text)))
  expect(Math.max(...distances)).toBeLessThanOrEqual(most)
})

test('one changed word mostly leaves a text near', () => {
  const distances = texts.flatMap((text) =>
    text.split(' ').map((word) => distance(text, text.replace(word, 'purple'))),
  )
  const near = distances.filter((found) => found <= nearDistance)
  expect(near.length / distances.length).toBeGreaterThan(0.8)
})

test('numbers are all alike', () => {
  expect(distance('Call me at 555 123 today', 'Call me at 987 654 today')).toBe(0)
})

test('different texts are far apart', () => {
  const distances = texts.flatMap((one, index) =>
    texts.slice(0, index).map((other) => distance(one, other)),
  )
  expect(Math.min(...distances)).toBeGreaterThan(2 * nearDistance)
})

test('texts without spaces and texts without words are told apart', () => {
  const long = '今天天气很好我们出去玩，晚上再一起吃饭，然后看一部老电影，最后坐火车回家'
  expect(distance(long, `${long}吧`)).toBeLessThanOrEqual(nearDistance)
  expect(distance('今天天气很好我们出去玩', '昨天晚上他写了一封长信')).toBeGreaterThan(nearDistance)
  expect(distance('😀', '🙄')).toBeGreaterThan(nearDistance)
})

test('fingerprints fit a signed 64-bit column', () => {
  for (const text of [...texts, '', 'a', '😀']) {
    const fingerprint = fingerprintOf(viewsOf(text))
    expect(BigInt.asIntN(64, fingerprint)).toBe(fingerprint)
    const hash = textHashOf(viewsOf(text))
    expect(BigInt.asIntN(64, hash)).toBe(hash)
  }
})

test('the distance counts differing bits, the sign included', () => {
  expect(hammingDistance(0n, 0n)).toBe(0)
  expect(hammingDistance(-1n, 0n)).toBe(64)
  expect(hammingDistance(5n, 6n)).toBe(2)
  expect(hammingDistance(-(1n << 63n), 0n)).toBe(1)
})

const noon = new Date('2026-07-01T12:00:00Z')

test('any three bits apart, two fingerprints share a band', () => {
  const base = fingerprintOf(viewsOf(texts[0] ?? ''))
  for (let bit = 0; bit < 62; bit++) {
    const flipped = BigInt.asIntN(64, base ^ (0b111n << BigInt(bit)) ^ 0n)
    const bands = new Set(bandsOf(base, noon))
    expect(bandsOf(flipped, noon).some((band) => bands.has(band))).toBe(true)
  }
  expect(new Set(bandsOf(0n, noon)).size).toBe(4)
})

test('bands of another day are others, and fit an integer column in any year', () => {
  const dayBefore = new Date('2026-06-30T23:59:59.999Z')
  expect(bandsOf(5n, dayBefore)).toEqual(bandsOf(5n, noon).map((band) => band - bandsPerDay))
  expect(bandsOf(5n, new Date('2026-07-01T00:00:00Z'))).toEqual(bandsOf(5n, noon))
  for (const year of [1970, 2014, 2026, 2037, 2080])
    for (const band of bandsOf(-1n, new Date(`${year}-11-10T12:00:00Z`))) {
      expect(band).toBeGreaterThanOrEqual(0)
      expect(band).toBeLessThan(2 ** 31)
    }
})

test('the same words are the same text', () => {
  expect(canonicalText(viewsOf('  Don’t, PLEASE…  do\nthat! '))).toBe("don't please do that")
  expect(textHashOf(viewsOf('Yes, please!'))).toBe(textHashOf(viewsOf('yes   PLEASE')))
  expect(textHashOf(viewsOf('yes please'))).not.toBe(textHashOf(viewsOf('please yes')))
  expect(canonicalText(viewsOf(' 😀 😀 '))).toBe('😀😀')
})
