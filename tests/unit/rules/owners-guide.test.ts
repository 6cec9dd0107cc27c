import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compileBanks } from '../../../src/rules/compile-banks'
import { compileCondition } from '../../../src/rules/condition'
import { limits } from '../../../src/rules/condition-environment'
import { defaultPack } from '../../../src/rules/default-pack'
import { type Field, fieldPaths, fields } from '../../../src/rules/fields'
import { ruleDocumentSchema } from '../../../src/rules/rule-document'
import { readRuleFile } from '../../../src/rules/rule-file'

const guide = readFileSync(resolve('docs/rules.md'), 'utf8')

const blocksOf = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)\\n\`\`\`$`, 'gms'))].map(
    ([, block = '']) => block,
  )

const recipes = blocksOf('cel')
const banks = compileBanks(defaultPack.banks)

function rangeOf({ type, unit, min, max, values }: Field): string {
  if (values) return values.map((value) => `"${value}"`).join(', ')
  if (type !== 'int' && type !== 'double') return ''
  const most = max === undefined || max >= 1e9 ? 'up' : `to ${max}`
  return unit === 'share' || unit === '' ? `${min} to ${max}` : `${unit}, ${min} ${most}`
}

const fieldTable = [
  '| field | type | unit, range | |',
  '|---|---|---|---|',
  ...fieldPaths.map((path) => {
    const field = fields[path]
    return `| \`${path}\` | ${field.type} | ${rangeOf(field)} | ${field.description} |`
  }),
].join('\n')

test('the table of the guide holds every field as the language has it', () => {
  const [, table] = /<!-- fields:[^>]*-->\n(.*?)\n<!-- end of fields -->/s.exec(guide) ?? []
  expect(table).toBe(fieldTable)
})

test('there are ten recipes, each of its own', () => {
  expect(new Set(recipes).size).toBe(10)
})

test.each(recipes)('a site with the default pack may save the recipe %s', (when) => {
  expect(compileCondition(when, banks)).toMatchObject({ ok: true })
})

test('the file and the rule that are shown can be used', () => {
  const [rule = '', file = ''] = blocksOf('yaml')
  expect(readRuleFile(file)).toMatchObject({ ok: true })
  const asFile = `postbag: 1\nrules:\n  - ${rule.replaceAll('\n', '\n    ')}`
  expect(readRuleFile(asFile)).toMatchObject({ ok: true })
})

test('what is refused is what the guide says is refused', () => {
  expect(compileCondition('author.ageDays == 7', banks).ok).toBe(false)
  expect(compileCondition('author.ageDays >= 7.0', banks).ok).toBe(true)
  expect(guide).toContain(`${limits.maxAstNodes} parts, ${limits.maxDepth} levels`)
  expect(guide).toContain(`lists of ${limits.maxListElements}`)
  const ruleWith = (then: object) => ruleDocumentSchema.safeParse({ name: 'A', when: 'true', then })
  expect(ruleWith({ action: 'score', score: 20 }).success).toBe(true)
  expect(ruleWith({ action: 'score', score: 21 }).success).toBe(false)
})
