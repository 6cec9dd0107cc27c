import { cpuClockMs } from '../../../src/platform/cpu-clock'
import { bankProblems, siteMistake } from '../../../src/rules/bank'
import { compileCondition } from '../../../src/rules/condition'
import { patternMistake } from '../../../src/rules/pattern-cost'
import { readRows } from '../../../src/rules/read-rows'
import { atOnce } from '../../../src/rules/steps'

const catalogue = { lists: new Set<string>(), patterns: new Set<string>() }

const shapes: [name: string, make: (count: number) => string][] = [
  ['brackets', (count) => `${'('.repeat(count)}true${')'.repeat(count)}`],
  ['open brackets', (count) => '('.repeat(count)],
  ['"not"', (count) => `${'!'.repeat(count)}true`],
  ['"not" with blanks', (count) => `${'! '.repeat(count)}true`],
  ['"not" and brackets', (count) => '!('.repeat(count)],
  ['minus', (count) => `${'-'.repeat(count)}1 > 0`],
  ['lists', (count) => '['.repeat(count)],
  ['maps', (count) => '{1:'.repeat(count)],
  ['questions', (count) => `${'true?'.repeat(count)}true`],
  ['answers', (count) => `${'true?true:'.repeat(count)}true`],
  ['"and"', (count) => `${'true&&'.repeat(count)}true`],
  ['"or"', (count) => `${'true||'.repeat(count)}true`],
  ['calls', (count) => 'size('.repeat(count)],
  ['fields', (count) => `a${'.a'.repeat(count)}`],
  ['places', (count) => `a${'[1]'.repeat(count)}`],
  ['sums', (count) => `${'1+'.repeat(count)}1`],
  ['quotes', (count) => '"'.repeat(count)],
  ['digits', (count) => '9'.repeat(count)],
]

test.each(shapes)('S1: a condition of many %s is refused, whatever their number', (_name, make) => {
  for (const count of [333, 900, 2_000, 100_000]) {
    const compiled = compileCondition(make(count), catalogue)
    expect([count, compiled.ok]).toEqual([count, false])
    expect(readRows(make(count))).toBeNull()
  }
})

const few = (sign: string) => `${sign.repeat(24)}comment.isReply`

test('as many "not" as brackets may precede a value, and any number in strings and comments', () => {
  for (const text of [
    ...[few('!'), few('! ')],
    `comment.linkDomains.exists(l, l.contains("${'-'.repeat(60)}"))`,
    `comment.linkDomains.exists(l, l.contains('\\'${'!'.repeat(60)}'))`,
    `comment.linkDomains.exists(l, l.contains(r"\\${'!'.repeat(60)}"))`,
    `comment.isReply // ${'-'.repeat(60)}`,
  ])
    expect([text, compileCondition(text, catalogue)]).toMatchObject([text, { ok: true }])
  const [error] = (compileCondition(`!${few('!')}`, catalogue) as { errors: object[] }).errors
  expect(error).toMatchObject({ code: 'too_complex' })
})

const patterns: [name: string, make: (count: number) => string][] = [
  ['groups', (count) => `${'('.repeat(count)}a${')'.repeat(count)}`],
  ['open groups', (count) => '('.repeat(count)],
  ['classes', (count) => '['.repeat(count)],
  ['repeats', (count) => 'a?'.repeat(count)],
  ['branches', (count) => 'a|'.repeat(count)],
  ['letters', (count) => 'a'.repeat(count)],
]

test.each(patterns)('S1: a pattern of 100,000 %s is not compiled', (_name, make) => {
  const entry = make(100_000)
  expect(patternMistake(entry)).toMatchObject({ says: 'too_long' })
  const startedAt = cpuClockMs()
  const entries = Array.from({ length: 20 }, (_, index) => `${index}${entry}`)
  const draft = { name: 'long', kind: 'patterns' as const, entries }
  expect(atOnce(bankProblems(draft))).toMatchObject([
    { mistake: { says: 'too_long' } },
    ...Array(19).fill({}),
  ])
  expect(atOnce(siteMistake([draft]))).toBeNull()
  expect(cpuClockMs() - startedAt).toBeLessThan(1_000)
})

test('S1: patterns of many written-out repeats are refused without being compiled', () => {
  const startedAt = cpuClockMs()
  for (let number = 0; number < 500; number++)
    expect(patternMistake(`${number}${'x{1000}'.repeat(27)}`)).toEqual({ says: 'repeats_too_much' })
  expect(patternMistake(`a${'x{0,50}'.repeat(6)}`)).toEqual({ says: 'repeats_too_much' })
  expect(cpuClockMs() - startedAt).toBeLessThan(1_000)
  for (const pattern of ['ab{2,30}c', 'a\\{1000\\}', '(?:ab){20}'])
    expect([pattern, patternMistake(pattern)]).toEqual([pattern, null])
})

test('a pattern as deep as its length allows is either accepted or reported as an error', () => {
  expect(patternMistake(`${'('.repeat(90)}ab${')'.repeat(90)}`)).toBeNull()
  expect(patternMistake('('.repeat(200))).toMatchObject({ says: 'no_pattern' })
})
