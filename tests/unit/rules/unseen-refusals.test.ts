import fc from 'fast-check'
import { decide } from '../../../src/moderation/decide'
import { defaultPack } from '../../../src/rules/default-pack'
import { runRules } from '../../../src/rules/run-rules'
import { scoreNames } from '../../../src/scoring/score'
import { defaultSettings } from '../../../src/sites/settings'
import { subjectWith } from './subject'

const count = fc.integer({ min: 0, max: 100 })
const score = fc.constantFrom(-1, 0.5, 0.95, 0.999, 1)

const texts = fc.constantFrom(
  'Rest in peace, Mr Okafor.',
  '👍',
  'My stall number is 114, call me on +7 701 555 01 23.',
  'See https://bit.ly/one',
  'https://a.example https://b.example https://c.example https://d.example',
)

/** All weak signs against a comment, in any combination. */
const weakSigns = fc.record({
  text: texts,
  author: fc.record({
    ...{ approvedCount: count, rejectedCount: count, strikes: count, commentsLastHour: count },
  }),
  client: fc.record({
    captchaSeconds: fc.integer({ min: -1, max: 30 }),
    captchaFails: count,
    networkCommentsLastHour: count,
    networkApproved30d: count,
    networkRefused30d: count,
    networkSpamByPeople30d: fc.integer({ min: 0, max: 4 }),
  }),
  comment: fc.record({
    duplicates24h: count,
    nearDuplicates24h: count,
    authorDuplicates24h: fc.constantFrom(0, 1),
    networkDuplicates24h: fc.constantFrom(0, 1),
    spamWithoutLinks: score,
    suspiciousDomains: fc.constantFrom<string[]>([], ['bit.ly']),
    capsRatio: fc.constantFrom(0, 1),
  }),
  scores: fc.record(Object.fromEntries(scoreNames.map((name) => [name, score]))),
})

test('W7, W8: weak signs never refuse, whatever their number and the scores', () => {
  fc.assert(
    fc.property(weakSigns, (signs) => {
      const { action } = decide(runRules(subjectWith(signs)), defaultSettings)
      return action === 'hold' || action === 'approve'
    }),
    { numRuns: 2000 },
  )
})

test('no rule of the default pack refuses by itself, and neither do all their points together', () => {
  const live = defaultPack.rules.filter(({ mode }) => mode === 'live')
  const effects = live.map(({ document }) => document.then)
  expect(effects.map(({ action }) => action)).not.toContain('reject')
  expect(effects.map(({ action }) => action)).not.toContain('spam')
  const sum = effects.reduce((total, then) => total + (then.action === 'score' ? then.score : 0), 0)
  expect(sum).toBeGreaterThan(0)
  expect(sum).toBeLessThan(defaultSettings.points.reject ?? 0)
})
