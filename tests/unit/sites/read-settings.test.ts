import { defaultSettings } from '../../../src/sites/settings'
import { readSettings } from '../../../src/sites/site'

test('old limits that let the score for identity attack refuse are ignored, the rest counts', () => {
  const identity_attack = { hold: 0.6, spam: 0.8, reject: 0.9 }
  const stored = {
    default_action: 'approve',
    thresholds: { identity_attack, insult: { hold: 0.8 } },
  }
  const read = readSettings(stored)
  expect(read.default_action).toBe('approve')
  expect(read.thresholds).toEqual({
    ...defaultSettings.thresholds,
    identity_attack: { hold: 0.6 },
    insult: { hold: 0.8, spam: null, reject: null },
  })
  expect(stored.thresholds.identity_attack).toEqual({ hold: 0.6, spam: 0.8, reject: 0.9 })
})

test.each([null, {}, { thresholds: {} }])('%j is as usual', (stored) => {
  expect(readSettings(stored)).toEqual(defaultSettings)
})

test('what no longer fits falls back to the defaults', () => {
  expect(readSettings({ default_action: 'approve', unheard_of: 1 })).toEqual(defaultSettings)
})
