import fc from 'fast-check'
import { jsonExcess, maxJsonDepth, maxJsonValues } from '../../../src/platform/json-bounds'

const excessOf = (json: string) => jsonExcess(Buffer.from(json))
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

test.each([
  ['lists', nested(maxJsonDepth + 1), 'too_deep'],
  ['lists at the limit', nested(maxJsonDepth), null],
  ['objects', nested(maxJsonDepth + 1, '{"a":', '}'), 'too_deep'],
  ['objects at the limit', nested(maxJsonDepth, '{"a":', '}'), null],
  ['a million lists', nested(1_000_000), 'too_deep'],
  ['unclosed lists', '['.repeat(1_000_000), 'too_deep'],
  ['lists one after the other', `[${'[[]],'.repeat(1_000)}[]]`, null],
  ['values', `[${'1,'.repeat(maxJsonValues)}1]`, 'too_many_values'],
  ['values at the limit', `[${'1,'.repeat(maxJsonValues - 1)}1]`, null],
  ['members', `{${'"a":1,'.repeat(maxJsonValues)}"a":1}`, 'too_many_values'],
  ['brackets in a string', `"${'[{,'.repeat(100_000)}"`, null],
  ['brackets after an escaped quote', `"\\"${'[{,'.repeat(100_000)}"`, null],
  [
    'brackets after a string that ends in a backslash',
    `["\\\\",${nested(maxJsonDepth)}]`,
    'too_deep',
  ],
  ['an unclosed string', `"${'['.repeat(100_000)}`, null],
  ['nothing', '', null],
])('S1: %s', (_name, json, excess) => {
  expect(excessOf(json)).toBe(excess)
})

test('the depth of what JSON.stringify writes is the depth of the value', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
      : 0
  const wrapped = fc.tuple(fc.jsonValue(), fc.nat(2 * maxJsonDepth))
  fc.assert(
    fc.property(wrapped, ([inside, levels]) => {
      let value: unknown = inside
      for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { '[{"': value }
      const expected = depthOf(value) > maxJsonDepth ? 'too_deep' : null
      expect(excessOf(JSON.stringify(value))).toBe(expected)
    }),
  )
})
