import { bankSchema, banksSchema } from '../../../src/rules/bank'

function messages(bank: { kind: string; entries: string[] }): string[] {
  const parsed = bankSchema.safeParse({ name: 'bank', disguises: false, ...bank })
  return (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`)
}

test('takes words, phrases, prefixes, other scripts and emoji', () => {
  const entries = ['clown', 'free money', 'scam*', 'дурак', '脱税', '🖕', "don't"]
  expect(messages({ kind: 'words', entries })).toEqual([])
})

test.each([
  ['', 'entries.0 Entry 1 (): It is empty.'],
  ['?!', 'entries.0 Entry 1 (?!): It holds no letter, digit or emoji.'],
  ['f*ck', 'entries.0 Entry 1 (f*ck): A * may only stand at the end, as in "word*".'],
  ['a*', 'entries.0 Entry 1 (a*): Give at least 2 letters before the *.'],
])('refuses the word "%s" and says why', (entry, message) => {
  expect(messages({ kind: 'words', entries: [entry] })).toEqual([message])
})

test.each([
  ['(?=a)b', '(?='],
  ['(?!a)b', '(?!'],
  ['(?<=a)b', '(?<=a)b'],
  ['(a)\\1', '\\1'],
  ['a{1001}', '{1001}'],
  ['[a', '[a'],
  ['(a', '(a'],
])('refuses the pattern %s and quotes %s', (entry, fragment) => {
  const [message] = messages({ kind: 'patterns', entries: [entry] })
  expect(message).toContain('Not a pattern of RE2 syntax')
  expect(message).toContain(`\`${fragment}\``)
  expect(message).not.toContain('(?i)')
})

test.each([
  ['a*', 'It matches an empty text'],
  ['(x{1,100}){1,5}', 'It repeats too much'],
  ['.{0,61}x', 'It repeats too much'],
  ['x'.repeat(201), 'It is longer than 200 characters'],
])('refuses the pattern %s', (entry, message) => {
  expect(messages({ kind: 'patterns', entries: [entry] }).join()).toContain(message)
})

test('names every wrong entry, and only those', () => {
  const entries = ['fine', 'x*y', 'fine too', '...']
  const paths = messages({ kind: 'words', entries }).map((message) => message.split(' ')[0])
  expect(paths).toEqual(['entries.1', 'entries.3'])
})

test('takes 20,000 words and 500 patterns, no more', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`)
  expect(messages({ kind: 'words', entries: words })).toEqual([])
  expect(messages({ kind: 'words', entries: [...words, 'more'] })).toEqual([
    'entries A bank of words holds at most 20000 entries.',
  ])
  const patterns = Array.from({ length: 501 }, (_, index) => `w${index}x`)
  expect(messages({ kind: 'patterns', entries: patterns })).toHaveLength(1)
})

test('refuses patterns that are too large together', () => {
  const entries = Array.from({ length: 300 }, (_, index) => `.{0,50}w${index}`)
  expect(messages({ kind: 'patterns', entries })).toEqual([
    'entries These patterns are too large together: shorten repeats such as {0,50}.',
  ])
})

test.each(['', 'Bank', '9lives', 'a b', 'ä', 'x'.repeat(41)])('refuses the name "%s"', (name) => {
  const bank = { name, kind: 'words', entries: ['x'], disguises: true }
  expect(bankSchema.safeParse(bank).success).toBe(false)
})

test('a site has at most 50 banks, each with a name of its own', () => {
  const bank = (name: string) => ({ name, kind: 'words', entries: ['x'], disguises: true })
  const many = Array.from({ length: 51 }, (_, index) => bank(`bank${index}`))
  expect(banksSchema.safeParse(many.slice(1)).success).toBe(true)
  expect(banksSchema.safeParse(many).success).toBe(false)
  expect(banksSchema.safeParse([bank('a'), bank('a')]).error?.issues[0]?.message).toBe(
    'Two banks have the same name.',
  )
})
