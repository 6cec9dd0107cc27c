import { cpuClockMs } from '../../../src/platform/cpu-clock'
import { readYaml } from '../../../src/rules/bounded-yaml'

const shapes: [name: string, make: (depth: number) => string][] = [
  ['lists', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
  ['open lists', (depth) => '['.repeat(depth)],
  ['open groups', (depth) => '{'.repeat(depth)],
  ['groups', (depth) => '{a: '.repeat(depth) + '}'.repeat(depth)],
  ['lists in groups', (depth) => '[{"a":'.repeat(depth)],
  ['dashes', (depth) => '- '.repeat(depth)],
  ['keys', (depth) => '? '.repeat(depth)],
  ['values', (depth) => ': '.repeat(depth)],
  ['dashes and lists', (depth) => `${'- '.repeat(depth)}${'['.repeat(depth)}`],
]

test.each(shapes)('S1: %s are refused as too deep, at any depth', (_name, make) => {
  for (const depth of [100, 500, 2_000, 10_000, 200_000])
    expect([depth, readYaml(make(depth))]).toMatchObject([depth, { ok: false, code: 'too_deep' }])
})

test('S1: too many levels of indentation are refused', () => {
  const stairs = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')
  expect(readYaml(stairs)).toMatchObject({ ok: false, code: 'too_deep' })
})

test.each([
  ['an anchor', 'a: &b c'],
  ['an alias', 'a: *b'],
  ['a tag', 'a: !!binary QQ=='],
  ['a directive', '%YAML 1.1\n---\na: b'],
])('S1: %s is refused', (_name, yaml) => {
  expect(readYaml(yaml)).toMatchObject({ ok: false, code: 'not_plain' })
})

test.each([
  ['indicators in plain scalars', 'a: b *c &d !e % [f', { a: 'b *c &d !e % [f' }],
  [
    'indicators in quoted strings',
    `a: ["*b", '&c', "!d [[[[ {{{{", e*]`,
    { a: ['*b', '&c', '!d [[[[ {{{{', 'e*'] },
  ],
  ['indicators in block scalars', 'a: |\n  *b\n  &c\n  [[[[\n', { a: '*b\n&c\n[[[[\n' }],
  ['the depth that rule files need', 'a: [{b: {c: [d]}}]', { a: [{ b: { c: ['d'] } }] }],
  ['nothing', '', null],
  ['one document with its markers', '---\na: 1\n...\n', { a: 1 }],
])('%s can be read', (_name, yaml, content) => {
  expect(readYaml(yaml)).toEqual({ ok: true, content })
})

test('an error is reported with its position, whatever follows it', () => {
  const message = 'Unexpected double-quoted-scalar at node end (line 2, column 6)'
  expect(readYaml(`b: 1\na: ""${'""'.repeat(20_000)}`)).toEqual({
    ok: false,
    code: 'not_yaml',
    message,
  })
})

test.each([
  ['quotes', 'not_yaml', '"'.repeat(50_000)],
  ['commas', 'not_yaml', `[${','.repeat(50_000)}]`],
  ['wrong escapes', 'not_yaml', `a: "${'\\q'.repeat(50_000)}"`],
  ['ends', 'not_yaml', ']'.repeat(50_000)],
  ['lists in a row', 'not_yaml', '[]'.repeat(50_000)],
  ['anchors', 'not_plain', '&a '.repeat(1_000_000)],
  ['keys', 'too_many_keys', Array.from({ length: 50_000 }, (_, key) => `k${key}: 1\n`).join('')],
  ['documents', 'too_many_documents', '---\n'.repeat(50_000)],
])('S1: the time for a file of nothing but %s grows linearly', (_name, code, yaml) => {
  const startedAt = cpuClockMs()
  expect(readYaml(yaml)).toMatchObject({ ok: false, code })
  // about 0.5 s; looking up every error in the whole text would take several times the bound
  expect(cpuClockMs() - startedAt).toBeLessThan(4_000)
})

test('S1: a mapping may have 100 keys but not 101, and a list may have more', () => {
  const group = (count: number) => Array.from({ length: count }, (_, key) => `k${key}: 1`)
  for (const yaml of [group(101).join('\n'), `{${group(101).join(', ')}}`])
    expect(readYaml(yaml)).toMatchObject({ ok: false, code: 'too_many_keys' })
  for (const yaml of [group(100).join('\n'), `{${group(100).join(', ')}}`, '- a\n'.repeat(101)])
    expect(readYaml(yaml)).toMatchObject({ ok: true })
})
