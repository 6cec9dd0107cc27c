import { cpuClockMs } from '../../../src/platform/cpu-clock'
import { matchBanks, patternBudgetMs, searchBanks } from '../../../src/rules/bank-matcher'
import { compileBanks, compileBanksInSteps } from '../../../src/rules/compile-banks'
import { areTooCostly, patternMistake } from '../../../src/rules/pattern-cost'
import { atOnce } from '../../../src/rules/steps'
import { viewsOf } from '../../../src/text/views'
import { fastestRunMs } from '../../support/fastest-run'

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
  'a.{0,50}q',
  '[\\pL\\s]{0,50}q',
  '(a|b)*a(a|b){30}c',
  'b\\pL{0,20}\\w\\b{0,9}.{0,25}?(?:a|b)\\b+q',
  '\\w{2,30}b[ab]{2,30}',
]

let seed = 7

/** Letters in no order: an automaton meets another state with nearly every one of them (Mulberry32). */
function randomText(letters: string, length: number): string {
  return Array.from({ length }, () => {
    seed = (seed + 0x6d2b79f5) | 0
    const mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    return letters[((mixed ^ (mixed >>> 14)) >>> 0) % letters.length]
  }).join('')
}

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
  randomText('ab', 20_000),
  randomText('ab ', 20_000),
].map(viewsOf)
const longestMs = 50
/** Of a machine that is busy with other tests. */
const slack = 3

const patternBank = (entries: string[], disguises = true) => [
  { name: 'bank', kind: 'patterns' as const, entries, disguises },
]

test.each(explosive)('%s is refused, or runs in less than 50 ms on any of the texts', (pattern) => {
  if (patternMistake(pattern) !== null) return
  const banks = compileBanks(patternBank([pattern]))
  for (const views of texts) {
    expect(fastestRunMs(() => matchBanks(banks, views), longestMs)).toBeLessThan(longestMs * slack)
  }
})

describe('as many costly patterns as a site may have', () => {
  const all: string[] = []
  for (let index = 0; ; index++) {
    const pattern = `[ab]{0,9}b.{0,${12 + (index % 30)}}q${index}`
    if (atOnce(areTooCostly([...all, pattern]))) break
    all.push(pattern)
  }
  const banks = compileBanks(patternBank(all, false))

  test('take no longer than one on hostile text, which is then left to a moderator', () => {
    expect(all.length).toBeGreaterThan(50)
    const views = viewsOf(randomText('ab', 10_000))
    let isComplete = true
    const search = () => {
      isComplete = searchBanks(banks, views, cpuClockMs).isComplete
    }
    expect(fastestRunMs(search, longestMs)).toBeLessThan(longestMs * slack)
    expect(isComplete).toBe(false)
  })

  test('are all compared with a usual comment', () => {
    const views = viewsOf('The council should publish the minutes, bbq12 or not. '.repeat(7))
    searchBanks(banks, views, cpuClockMs)
    const search = searchBanks(banks, views, cpuClockMs)
    expect(search.isComplete).toBe(true)
    expect(search.hits.map(({ entry }) => entry)).toContain(all[12])
  })
})

test('a search that runs out of time says so and keeps what it has found', () => {
  const banks = compileBanks([
    { name: 'words', kind: 'words', entries: ['clown'], disguises: true },
    ...patternBank(['clo.n', 'a.{0,50}q', 'b.{0,50}q']),
  ])
  const views = viewsOf('you clown, aq and bq')
  const everything = searchBanks(banks, views, () => 0)
  expect(everything.isComplete).toBe(true)
  expect(everything.hits).toHaveLength(4)
  let nowMs = 0
  // as if everything between two looks at the clock took so long
  const slowClock = () => {
    nowMs += patternBudgetMs * 0.6
    return nowMs
  }
  const some = searchBanks(banks, views, slowClock)
  expect(some.isComplete).toBe(false)
  expect(some.hits.map(({ bank }) => bank)).toContain('words')
  expect(some.hits.length).toBeLessThan(everything.hits.length)
})

test('a text of which patterns see only the beginning is not searched completely', () => {
  const views = viewsOf(`${'It goes on. '.repeat(900)}0800 123456`)
  const phone = patternBank(['0800 \\d+'], false)
  expect(searchBanks(compileBanks(phone), views, () => 0)).toEqual({ hits: [], isComplete: false })
  expect(searchBanks(compileBanks([]), views, () => 0)).toEqual({ hits: [], isComplete: true })
})

test('the largest banks are compiled in steps that hold nobody up', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `word${index} number${index}`)
  const patterns = Array.from(
    { length: 500 },
    (_, index) => `\\bcheap (?:offer|deal)${index}\\W?\\d`,
  )
  expect(atOnce(areTooCostly(patterns))).toBe(false)
  const steps = compileBanksInSteps([
    { name: 'words', kind: 'words', entries: words, disguises: true },
    ...patternBank(patterns),
  ])
  const stepsMs: number[] = []
  for (let isDone: boolean | undefined = false; !isDone; ) {
    const startMs = cpuClockMs()
    isDone = steps.next().done
    stepsMs.push(cpuClockMs() - startMs)
  }
  stepsMs.sort((one, other) => other - one)
  // the slowest ones may have met the garbage collector or another process
  expect(stepsMs[Math.floor(stepsMs.length / 100)]).toBeLessThan(20 * 2)
  expect(stepsMs[0]).toBeLessThan(20 * 10)
})

test('few of them need to be refused', () => {
  const refused = explosive.filter((pattern) => patternMistake(pattern) !== null)
  expect(refused.length).toBeLessThan(explosive.length / 3)
})
