import fc from 'fast-check'
import { linksOf } from '../../../src/text/links'
import type { TextView } from '../../../src/text/text-view'
import { viewsOf } from '../../../src/text/views'
import { wordsOf } from '../../../src/text/words'

const pieces = [
  ...[
    'a',
    'B',
    '4',
    '@',
    '$',
    '.',
    ' ',
    '-',
    '&',
    '&#97;',
    '&amp;',
    'İ',
    'ß',
    'ﬃ',
    'ﷺ',
    '½',
    'é',
    'ё',
  ],
  ...[
    '\u0301',
    '\u0336',
    '\u200d',
    '\u202e',
    '\u3164',
    '\u0000',
    '\ud800',
    '\udc00',
    '𝐛',
    '🇩',
    '👨‍👩‍👧',
  ],
  ...[
    '漢',
    'ก็',
    '한',
    '\u1100',
    '\u1161',
    'ﾊ',
    'ﾞ',
    'http://',
    'www.',
    '.com',
    'а',
    'Ρ',
    '\u{e0041}',
  ],
]
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''))
const binary = fc.string({ unit: 'binary', maxLength: 60 })
const halves = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes))
const anyText = fc.oneof(hostile, binary, halves)

/** Every unit of the view comes from inside the raw text, and the view never goes back. */
function expectSound(view: TextView, raw: string): void {
  expect(view.starts).toHaveLength(view.text.length)
  expect(view.ends).toHaveLength(view.text.length)
  let before = 0
  // an `expect` for each unit would take a hundred times as long
  const isSound = Array.from(view.starts).every((start, index) => {
    const end = view.ends[index] ?? -1
    const isBehind = start >= before
    before = start
    return isBehind && end > start && end <= raw.length
  })
  expect([raw, isSound]).toEqual([raw, true])
}

test('spans lie inside the text as typed, in order, whatever was typed', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const views = viewsOf(raw)
      expectSound(views.norm, raw)
      expectSound(views.skeleton, raw)
      for (const link of linksOf(views)) {
        expect(link.start).toBeGreaterThanOrEqual(0)
        expect(link.end).toBeGreaterThan(link.start)
        expect(link.end).toBeLessThanOrEqual(raw.length)
        expect(link.host).not.toBe('')
      }
    }),
    { numRuns: 2000 },
  )
})

test('views are well-formed, words cover what they say', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const { norm, skeleton } = viewsOf(raw)
      expect(norm.text.isWellFormed()).toBe(true)
      expect(skeleton.text.isWellFormed()).toBe(true)
      for (const word of wordsOf(norm.text)) {
        expect(norm.text.slice(word.start, word.end)).toBe(word.text)
      }
    }),
    { numRuns: 1000 },
  )
})

test('the plain reading of a plain reading is itself', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (raw) => {
      const once = viewsOf(raw.replaceAll('&', '')).norm.text
      expect(viewsOf(once).norm.text).toBe(once)
    }),
    { numRuns: 1000 },
  )
})

test('the short way for plain texts comes to what the long way would', () => {
  const ascii = fc.string({
    unit: fc.constantFrom(...'aabbio014$@!|+. -,\'"\n'.split('')),
    maxLength: 30,
  })
  fc.assert(
    fc.property(ascii, (raw) => {
      const short = viewsOf(raw)
      if (short.skeleton !== short.norm) return
      // a word beyond ASCII takes the long way
      const long = viewsOf(`${raw}\n\n;; façade`)
      expect(long.skeleton.text).toBe(`${raw}\n\n;; facade`)
    }),
    { numRuns: 5000, examples: [["|0'a'a"]] },
  )
})
