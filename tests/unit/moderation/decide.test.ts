import { decide } from '../../../src/moderation/decide'
import type { Finding } from '../../../src/rules/finding'

type Change = Partial<Omit<Finding, 'action'>>

const finding = (action: Finding['action'], change: Change = {}): Finding => ({
  ...{ rule: action, version: 1, mode: 'live', action, reason: 'off_topic', priority: 50 },
  ...{ detail: 'It says so.', spans: [] },
  ...change,
})
const reject = (change?: Change) => finding('reject', change)
const spam = (change?: Change) => finding('spam', change)
const hold = (change?: Change) => finding('hold', change)
const approve = (change?: Change) => finding('approve', change)
const points = (given: number, change?: Change) => finding('score', { points: given, ...change })
const shadow = (one: Finding): Finding => ({ ...one, mode: 'shadow' })
const failed = (change?: Change) => hold({ reason: 'rule_error', priority: 10, ...change })

type Site = Parameters<typeof decide>[1]
const site: Site = { default_action: 'hold', points: { hold: 5, reject: 12 } }
const open: Site = { ...site, default_action: 'approve' }

const verdict = (action: string, more: object = {}) => ({ action, ...more })
const held = verdict('hold', { reason: 'premoderation', priority: 10, note: '', queue: 'default' })
const published = verdict('approve', {
  ...{ reason: 'no_objection', priority: 0, note: '', queue: 'default' },
})
const conflict = verdict('hold', { reason: 'conflict', queue: 'conflict' })
const isFailed = verdict('hold', { reason: 'rule_error', priority: 10 })

type Case = [title: string, findings: Finding[], expected: object]

const onAnySite: Case[] = [
  ['a rejection', [reject()], verdict('reject', { reason: 'off_topic', priority: 50, note: '' })],
  ['spam', [spam()], verdict('spam')],
  ['a hold', [hold()], verdict('hold', { queue: 'default' })],
  ['an approval', [approve()], verdict('approve')],
  ['a hold in its queue', [hold({ queue: 'urgent' })], verdict('hold', { queue: 'urgent' })],
  [
    'a rejection under a hold',
    [hold({ priority: 99 }), reject({ priority: 0 })],
    verdict('reject'),
  ],
  ['spam under a hold', [hold({ priority: 99 }), spam({ priority: 0 })], verdict('spam')],
  ['a hold under an approval', [approve({ priority: 99 }), hold({ priority: 0 })], verdict('hold')],
  [
    'a hold before an approval',
    [hold({ priority: 0 }), approve({ priority: 99 })],
    verdict('hold'),
  ],
  ['spam over a rejection', [reject({ priority: 40 }), spam({ priority: 41 })], verdict('spam')],
  ['a rejection over spam', [reject({ priority: 41 }), spam({ priority: 40 })], verdict('reject')],
  ['the first of two of one priority', [spam(), reject()], verdict('spam')],
  ['the first of two, the other way', [reject(), spam()], verdict('reject')],
  [
    'the reason of the first of two holds of one priority',
    [hold({ reason: 'links' }), hold({ reason: 'shouting' })],
    verdict('hold', { reason: 'links' }),
  ],
  [
    'the reason of the higher of two holds',
    [hold({ reason: 'links' }), hold({ reason: 'shouting', priority: 51 })],
    verdict('hold', { reason: 'shouting', priority: 51 }),
  ],
  [
    'the reason of the higher of two holds that comes first',
    [hold({ reason: 'shouting', priority: 51 }), hold({ reason: 'links' })],
    verdict('hold', { reason: 'shouting', priority: 51 }),
  ],
]

const withApprovals: Case[] = [
  [
    'a rejection and an approval',
    [reject({ priority: 7 }), approve()],
    { ...conflict, priority: 7 },
  ],
  ['an approval and spam', [approve({ priority: 99 }), spam()], { ...conflict, priority: 50 }],
  ['a rejection, a hold and an approval', [hold(), reject(), approve()], conflict],
  [
    'points that reject and an approval',
    [points(12), approve()],
    { ...conflict, note: 'points says reject, approve says approve.' },
  ],
  [
    'points that hold and an approval',
    [points(5), approve()],
    verdict('hold', { reason: 'off_topic' }),
  ],
]

const withFailures: Case[] = [
  ['a failed check and a rejection', [reject({ priority: 99 }), failed()], isFailed],
  ['a failed check and spam', [failed(), spam({ priority: 99 })], isFailed],
  ['a failed check and an approval', [approve({ priority: 99 }), failed()], isFailed],
  ['a failed check and a hold', [hold({ priority: 99 }), failed()], isFailed],
  ['a failed check and points', [points(99), failed()], isFailed],
  [
    'two failed checks',
    [failed({ queue: 'first' }), failed({ queue: 'second', priority: 99 })],
    { ...isFailed, queue: 'first' },
  ],
]

const withPoints: Case[] = [
  ['points that hold', [points(5)], verdict('hold', { note: 'Points of 1 rules: 5.' })],
  ['points just below rejecting', [points(11.99)], verdict('hold')],
  ['points that reject', [points(12)], verdict('reject', { queue: 'default' })],
  [
    'points that hold together',
    [points(2), points(3)],
    verdict('hold', { note: 'Points of 2 rules: 5.' }),
  ],
  ['points that reject together', [points(4), points(4), points(4)], verdict('reject')],
  ['negative points', [points(12), points(-1)], verdict('hold')],
  [
    'the reason of the rule with most points',
    [points(2, { reason: 'links', priority: 90 }), points(3, { reason: 'flooding', priority: 20 })],
    verdict('hold', { reason: 'flooding', priority: 20 }),
  ],
  [
    'the reason of the rule with most points that comes first',
    [points(3, { reason: 'flooding' }), points(2, { reason: 'links' })],
    verdict('hold', { reason: 'flooding' }),
  ],
  [
    'the reason of the first of two with as many points',
    [points(3, { reason: 'links' }), points(3, { reason: 'flooding' })],
    verdict('hold', { reason: 'links' }),
  ],
  [
    'points under a rejection of higher priority',
    [points(12), reject({ priority: 51, reason: 'spam' })],
    verdict('reject', { reason: 'spam' }),
  ],
  ['points after a rejection of their priority', [points(12), spam()], verdict('spam')],
  ['points that reject and a hold', [hold({ priority: 99 }), points(12)], verdict('reject')],
  [
    'points that hold and a hold of higher priority',
    [points(5), hold({ priority: 51, reason: 'links' })],
    verdict('hold', { reason: 'links' }),
  ],
]

test.each([...onAnySite, ...withApprovals, ...withFailures, ...withPoints])(
  '%s: the findings decide',
  (_, findings, expected) => {
    expect(decide(findings, site)).toMatchObject(expected)
    expect(decide(findings, open)).toEqual(decide(findings, site))
  },
)

const speaksOfNothing: [string, Finding[]][] = [
  ['nothing', []],
  ['points just below holding', [points(4.99)]],
  ['no points', [points(0)]],
  ['a rejection in shadow', [shadow(reject())]],
  ['spam in shadow', [shadow(spam())]],
  ['a hold in shadow', [shadow(hold())]],
  ['an approval in shadow', [shadow(approve())]],
  ['a failed check in shadow', [shadow(failed())]],
  ['points in shadow', [shadow(points(99))]],
  ['points that hold only with those in shadow', [points(4), shadow(points(1))]],
]

test.each(speaksOfNothing)('%s: the site decides', (_, findings) => {
  expect(decide(findings, site)).toEqual(held)
  expect(decide(findings, open)).toEqual(published)
})

test.each<[string, Site['points'], number, object]>([
  ['that never hold', { hold: null, reject: 12 }, 11.99, published],
  ['that reject and never hold', { hold: null, reject: 12 }, 12, verdict('reject')],
  ['that never reject', { hold: 5, reject: null }, 99, verdict('hold')],
  ['that do nothing', { hold: null, reject: null }, 99, published],
])('points %s', (_, limits, sum, expected) => {
  expect(decide([points(sum)], { ...open, points: limits })).toMatchObject(expected)
})

test('the detail of a finding, which may quote the text, is not kept', () => {
  expect(decide([reject({ detail: 'It contains "clown".' })], site).note).toBe('')
})
