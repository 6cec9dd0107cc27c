import { matchBanks } from '../../../src/rules/bank-matcher'
import { compileBanks } from '../../../src/rules/compile-banks'
import { patternProblem } from '../../../src/rules/pattern-cost'
import { viewsOf } from '../../../src/text/views'
import { fastestRunMs } from '../text/fastest-run'

/** Each takes a backtracking engine from seconds to years on one of the texts below. */
const explosive = [
  '^(a+)+$',
  '(a|a)*b',
  '(a|aa)+$',
  '([a-z]+)*=',
  '(a*)*b',
  '(a*)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(.*a){20}',
  '(x+x+)+y',
  '(a|b)*a(a|b){12}',
  '(a|b)*a(a|b){40}c',
  '(?:a?){50}a{50}',
  '(\\w+\\s?)*$',
  '^(\\d+)*$x',
  '(.*)(.*)(.*)(.*)=',
  '([\\w.]+)+@([\\w.]+)+\\.com',
  '(a+){10}b',
  '.*.*.*.*x',
  '((a{1,10}){1,10}){1,10}b',
  'a.{900}b',
  '(ab?c?)*d',
  '\\s+$',
  'https?://\\S+\\.(com|net)/\\S+',
  '([^,]*,){15}p',
  '[a-z]{0,500}0',
  '(?:[a-z]+\\.)+[a-z]{2,}x',
  '(=|==|===)*!',
  '(\\d+,?)+;',
]

const texts = [
  `${'a'.repeat(20_000)}!`,
  'ab'.repeat(10_000),
  'aaaa aaaa '.repeat(2_000),
  ',a'.repeat(10_000),
  'x'.repeat(20_000),
  '='.repeat(20_000),
  '1,'.repeat(10_000),
  'http://a.b/'.repeat(1_800),
  ' '.repeat(20_000),
].map(viewsOf)

test.each(explosive)('%s is refused, or runs in less than 50 ms on any of the texts', (pattern) => {
  if (patternProblem(pattern) !== '') return
  const banks = compileBanks([
    { name: 'bank', kind: 'patterns', entries: [pattern], disguises: true },
  ])
  for (const views of texts) {
    expect(fastestRunMs(() => matchBanks(banks, views), 50)).toBeLessThan(50)
  }
})

test('few of them need to be refused', () => {
  const refused = explosive.filter((pattern) => patternProblem(pattern) !== '')
  expect(refused.length).toBeLessThan(explosive.length / 3)
})
