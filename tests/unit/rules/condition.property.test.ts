import fc from 'fast-check'
import { compileCondition } from '../../../src/rules/condition'
import { contextOf } from '../../../src/rules/condition-context'
import { inEnglish } from '../../../src/rules/condition-error'
import { fieldPaths, fields } from '../../../src/rules/fields'
import { anyFeatures, text } from './any-features'
import { lists, patterns } from './conformance.cases'

const catalogue = { lists, patterns }

const pathsOf = (type: string) => fieldPaths.filter((path) => fields[path].type === type)
const pick = (type: string) => fc.constantFrom(...pathsOf(type))

/** Expressions by type, with some that are wrong, so that what passes is put to the test. */
const { condition } = fc.letrec<Record<string, string>>((tie) => ({
  int: fc.oneof(
    { depthSize: 'small' },
    pick('int'),
    fc.bigInt({ min: -10n, max: 10n ** 19n }).map(String),
    fc.constantFrom(
      '0',
      '1',
      '-1',
      '9223372036854775807',
      'size(comment.links)',
      'size(author.name)',
    ),
    fc
      .tuple(tie('int'), fc.constantFrom('+', '-', '*', '/', '%'), tie('int'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    tie('int').map((one) => `-(${one})`),
    fc.tuple(tie('bool'), tie('int'), tie('int')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
  ),
  double: fc.oneof(
    { depthSize: 'small' },
    pick('double'),
    fc.constantFrom('0.0', '0.5', '-1.0', '1e308'),
    fc
      .tuple(tie('double'), fc.constantFrom('+', '-', '*', '/', '%'), tie('double'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
  ),
  string: fc.oneof(
    pick('string'),
    text.map((value) => JSON.stringify(value)),
    fc.constantFrom('l', 'null', 'b"x"', 'comment.links[0]'),
  ),
  list: fc.oneof(
    pick('list<string>'),
    fc.array(tie('string'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  ),
  bool: fc.oneof(
    { depthSize: 'small' },
    pick('bool'),
    fc.constantFrom(
      'true',
      'false',
      'list("slurs")',
      'pattern("phone")',
      'list("none")',
      'reports',
    ),
    fc
      .tuple(
        tie('int'),
        fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
        fc.oneof(tie('int'), tie('double')),
      )
      .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc
      .tuple(tie('double'), fc.constantFrom('==', '!=', '<', '>='), tie('double'))
      .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc
      .tuple(tie('string'), fc.constantFrom('==', '<', 'in'), fc.oneof(tie('string'), tie('list')))
      .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc
      .tuple(
        tie('string'),
        fc.constantFrom('contains', 'startsWith', 'endsWith', 'matches'),
        tie('string'),
      )
      .map(([of, method, argument]) => `${of}.${method}(${argument})`),
    fc
      .tuple(
        tie('list'),
        fc.constantFrom('exists', 'all'),
        fc.constantFrom('l', 'comment'),
        tie('bool'),
      )
      .map(([over, loop, name, body]) => `${over}.${loop}(${name}, ${body})`),
    fc
      .tuple(tie('bool'), fc.constantFrom('&&', '||'), tie('bool'))
      .map((parts) => `(${parts.join(' ')})`),
    tie('bool').map((one) => `!(${one})`),
    fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
  ),
  condition: tie('bool'),
}))

test('a condition that passes its check never fails, whatever the features are', () => {
  let passed = 0
  fc.assert(
    fc.property(condition ?? fc.constant(''), anyFeatures, (expression, features) => {
      const result = compileCondition(expression, catalogue)
      if (!result.ok) return
      passed++
      for (const hit of [[], ['slurs', 'phone']]) {
        const context = contextOf(features, hit)
        const holds = result.condition.holds(context)
        expect(typeof holds).toBe('boolean')
        for (const leaf of result.condition.explain(context)) {
          expect(expression.slice(leaf.start, leaf.end)).toBe(leaf.source)
          expect(() => JSON.stringify(leaf)).not.toThrow()
        }
      }
    }),
    { numRuns: 4000 },
  )
  expect(passed).toBeGreaterThan(800)
})

test('nothing that is typed into the editor breaks the check', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ maxLength: 200 }), condition ?? text), (expression) => {
      const result = compileCondition(expression, catalogue)
      for (const error of result.ok ? [] : result.errors) {
        expect(error.start).toBeGreaterThanOrEqual(0)
        expect(error.end).toBeGreaterThanOrEqual(error.start)
        expect(error.end).toBeLessThanOrEqual(expression.length)
        expect(inEnglish(error).message).not.toBe('')
      }
    }),
    { numRuns: 2000 },
  )
})
