import { z } from 'zod'
import { type SettingPath, settingFacts, settingPaths } from '../../../src/console/settings-fields'
import {
  offField,
  readTyped,
  settingsOf,
  type TypedSettings,
  typedOf,
} from '../../../src/console/settings-form'
import { fieldModel, problemsInWords } from '../../../src/console/settings-model'
import { wordsOf } from '../../../src/console/words/words'
import { defaultSettings, settingsSchema } from '../../../src/sites/settings'

type JsonSchema = { properties?: Record<string, JsonSchema>; anyOf?: JsonSchema[] }

/** Every leaf of the schema, found without the list of fields. */
function leavesOf(schema: JsonSchema, prefix = ''): string[] {
  const group = schema.properties ?? schema.anyOf?.find((one) => one.properties)?.properties
  if (!group) return [prefix]
  return Object.entries(group).flatMap(([name, one]) =>
    leavesOf(one, prefix ? `${prefix}.${name}` : name),
  )
}

const words = wordsOf('en')
const site = {
  ...{ id: '1', slug: 'daily', name: 'The Daily', ruleSetVersion: 1, houseRulesVersion: null },
  settings: defaultSettings,
}
const usual = typedOf(defaultSettings)
const typed = (part: Partial<TypedSettings>) => settingsOf({ ...usual, ...part })
const model = (path: SettingPath, part: Partial<TypedSettings> = {}) =>
  fieldModel(
    path,
    { site, typed: { ...usual, ...part }, problems: new Map(), isOvertaken: false },
    words,
  )

describe('Every setting', () => {
  const schema = z.toJSONSchema(settingsSchema, { io: 'output', unrepresentable: 'any' })
  const leaves = leavesOf(schema as JsonSchema)

  test('has exactly one field', () => {
    expect([...settingPaths].toSorted()).toEqual(leaves.toSorted())
  })

  test.each(leaves)('%s has a label, and numbers say their range and what is usual', (path) => {
    const { label, help } = model(path as SettingPath)
    expect(label).not.toBe('')
    if (settingFacts[path as SettingPath].widget === 'number')
      expect(help).toMatch(/(or more|Above 0|0 to|\d to [\d,]+), usual: .+\./)
  })
})

describe('What is stored', () => {
  test('is nothing as long as everything is as usual', () => {
    expect(typed({})).toEqual({ outcome: 'valid', settings: {} })
  })

  test('is only what differs, in its group', () => {
    const read = typed({
      default_action: 'approve',
      'limits.max_links': '5',
      'limits.max_caps': null,
      'thresholds.insult.hold': '0,8',
      'learning.enabled': '',
      blocked_domains: 'Bad.Example\n\n worse.example ',
      'learning.since': '2026-03-01T08:30',
    })
    expect(read).toEqual({
      outcome: 'valid',
      settings: {
        default_action: 'approve',
        limits: { max_links: 5, max_caps: null },
        thresholds: { insult: { hold: 0.8 } },
        learning: { enabled: false, since: '2026-03-01T08:30:00Z' },
        blocked_domains: ['bad.example', 'worse.example'],
      },
    })
  })

  test('is shown again as it was typed', () => {
    const read = typed({
      'limits.max_links': null,
      'points.hold': '2.5',
      origins: 'https://a.example',
    })
    const settings = settingsSchema.parse(read.outcome === 'valid' ? read.settings : {})
    expect(typedOf(settings)).toEqual({
      ...usual,
      ...{ 'limits.max_links': null, 'points.hold': '2.5', origins: 'https://a.example' },
    })
  })

  test('is a scorer outside only when one is chosen, and then all of it', () => {
    expect(typed({ 'external_scorer.url': 'https://api.example' })).toEqual({
      ...{ outcome: 'valid', settings: {} },
    })
    const read = typed({
      'external_scorer.kind': 'openai',
      'external_scorer.url': 'https://api.example',
    })
    expect(read).toMatchObject({
      settings: { external_scorer: { kind: 'openai', timeout_ms: 800, mode: 'max' } },
    })
  })
})

describe('What cannot be used', () => {
  test.each<[SettingPath, string, string]>([
    ['limits.max_links', 'many', 'A whole number, at least 0. Or tick “Off”.'],
    ['limits.max_links', '', 'A whole number, at least 0. Or tick “Off”.'],
    ['limits.max_links', '1e3', 'A whole number, at least 0. Or tick “Off”.'],
    ['captcha_ttl_seconds', '59', 'A whole number from 60 to 604,800.'],
    ['thresholds.spam.hold', '1.1', 'A number from 0 to 1. Or tick “Off”.'],
    ['points.hold', '0', 'A number above 0. Or tick “Off”.'],
    ['language', 'english', 'Give two lower-case letters, such as en.'],
    ['time_zone', 'Europe/Atlantis', 'There is no such time zone. Give one such as Europe/Berlin.'],
    ['default_action', 'reject', 'Choose one of the list.'],
    ['origins', 'https://a.example\n\nhttps://b.example/path', 'Line 3: This line cannot be used.'],
    ['blocked_domains', 'two words', 'Line 1: This line cannot be used.'],
    [
      'blocked_networks',
      '203.0.113.7\n203.0.113.0/33',
      'Line 2: Give an address or a network, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32, at the widest /8 (IPv6: /16).',
    ],
    ['learning.since', 'soon', 'Give a date and a time.'],
  ])('in %s, such as %j, is said beside the field', (path, text, message) => {
    const read = typed({ [path]: text })
    expect(read.outcome).toBe('invalid')
    if (read.outcome === 'invalid')
      expect([...problemsInWords(read, words)]).toEqual([[path, message]])
  })
})

describe('A form that a browser sent', () => {
  const body = (part: Record<string, string>) => readTyped(part)

  test('may leave out ticks, which then are off', () => {
    expect(body({ 'limits.max_links': ' 7 ' })).toMatchObject({
      comments_open: '',
      'limits.max_links': '7',
    })
  })

  test('with "off" ticked has no limit, whatever was typed', () => {
    const off = { 'limits.max_links': '7', [offField('limits.max_links')]: 'on' }
    expect(body(off)['limits.max_links']).toBeNull()
    const fixed = { captcha_ttl_seconds: '7', [offField('captcha_ttl_seconds')]: 'on' }
    expect(body(fixed).captcha_ttl_seconds).toBe('7')
  })
})

test('a changed field is marked and says what is usual', () => {
  expect(model('limits.max_links')).toMatchObject({ isChanged: false })
  const changed = model('limits.max_links', { 'limits.max_links': '5' })
  expect(changed.isChanged).toBe(true)
  expect(changed.help).toContain('0 or more, usual: 2.')
  expect(model('thresholds.insult.hold').help).toBe('0 to 1, usual: off.')
})
