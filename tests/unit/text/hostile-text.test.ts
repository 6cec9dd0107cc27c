import { canonicalText, fingerprintOf } from '../../../src/text/fingerprint'
import { textMeasures } from '../../../src/text/text-measures'
import { viewsOf } from '../../../src/text/views'
import { fastestRunMs } from '../../support/fastest-run'

const scattered = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 0x10000)
const hostile: [string, string][] = [
  ['dotted letters', 'a.'.repeat(10_000)],
  ['dashed digits', '1-'.repeat(10_000)],
  ['dashed letters', 'a-'.repeat(10_000)],
  ['spaced letters', 'a '.repeat(10_000)],
  ['combining marks', '\u0301'.repeat(20_000)],
  ['marked letters', 'a\u0301\u0302'.repeat(6_666)],
  ['characters that grow', '\ufdfa'.repeat(20_000)],
  ['ligatures', 'ﬃ'.repeat(20_000)],
  ['direction marks', '\u202e'.repeat(20_000)],
  ['ampersands', '&'.repeat(20_000)],
  ['character references', '&#98;'.repeat(4_000)],
  ['schemes', 'http://'.repeat(3_000)],
  ['addresses', 'http://a.b'.repeat(2_000)],
  ['bare names', 'a.com '.repeat(3_333)],
  ['one long name', 'a.com'.repeat(4_000)],
  ['brackets behind an address', `http://a.com/${')('.repeat(10_000)}`],
  ['leet', 'a4'.repeat(10_000)],
  ['one letter', 'a'.repeat(20_000)],
  ['mathematical letters', '𝐛'.repeat(10_000)],
  ['rare ideographs', '𠀀'.repeat(10_000)],
  ['mixed scripts', 'аb'.repeat(10_000)],
  ['half surrogates', '\ud800'.repeat(20_000)],
  ['zero bytes', '\0'.repeat(20_000)],
  ['families', '👨‍👩‍👧‍👦'.repeat(1_800)],
  ['flags', '🇩🇪'.repeat(5_000)],
  ['Hangul jamo', '\u1100\u1161\u11a8'.repeat(6_666)],
  ['every kind of character', String.fromCharCode(...scattered)],
]

test.each(hostile)('20,000 units of %s are read in less than 20 ms', (_, text) => {
  expect(fastestRunMs(() => viewsOf(text), 20)).toBeLessThan(20)
})

test.each(hostile)('20,000 units of %s are measured in less than 80 ms', (_, text) => {
  const views = viewsOf(text)
  const work = () => {
    textMeasures(views)
    fingerprintOf(views)
    canonicalText(views)
  }
  expect(fastestRunMs(work, 80)).toBeLessThan(80)
})

test.each(['a.', '1-', 'a ', '&', 'http://', 'a\u0301', 'a@', '((', 'a*'])(
  '160,000 units of "%s" are read and measured in less than 400 ms',
  (piece) => {
    const text = piece.repeat(160_000 / piece.length)
    expect(fastestRunMs(() => textMeasures(viewsOf(text)), 400)).toBeLessThan(400)
  },
)
