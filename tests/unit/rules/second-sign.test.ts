import { runRules } from '../../../src/rules/run-rules'
import { defaultSettings } from '../../../src/sites/settings'
import { subjectWith } from './subject'

type Change = Parameters<typeof subjectWith>[0]

/** What the score for spam does, whatever else speaks. */
function spamFinding(change: Change) {
  const subject = subjectWith({ scores: { spam: 0.998 }, ...change })
  return runRules(subject).find(({ rule }) => rule === 'score_spam')
}

const advert = 'Buy followers at https://shop.example'
const cited = 'Check out this article https://www.theguardian.com/x'
const allowing = { allowed_domains: ['theguardian.com'] }

const allRefused = { networkRefused30d: 3, networkApproved30d: 0 }

test.each<[string, Change]>([
  ['an author without an approved comment', { author: { approvedCount: 0 } }],
  ['a blocked network', { client: { onBlocklist: true } }],
  ['a network that was mostly refused', { client: allRefused }],
  ['an author with strikes', { author: { strikes: 1 } }],
  ['an author of refused comments', { author: { rejectedCount: 1 } }],
  ['a filled trap field', { client: { honeypot: true } }],
  ['a form sent at once', { client: { captchaSeconds: 1 } }],
  ['the same text again', { comment: { duplicates24h: 1 } }],
  ['nearly the same text again', { comment: { nearDuplicates24h: 1 } }],
  [
    'a newcomer whose text is spam without its link as well',
    { text: advert, author: { approvedCount: 0 }, comment: { spamWithoutLinks: 0.96 } },
  ],
  ['a host that hides', { text: cited, comment: { suspiciousDomains: ['theguardian.com'] } }],
  ['a refused host', { text: cited, comment: { refusedDomains: ['theguardian.com'] } }],
  ['more links than allowed', { text: 'http://a.com http://b.com http://c.com' }],
])('with %s, the score marks as spam', (_, change) => {
  expect(spamFinding(change)).toMatchObject({
    action: 'spam',
    facts: { score: 'spam', value: 0.998, limit: 0.95, action: 'spam' },
  })
})

test.each<[string, Change]>([
  ['nothing else', {}],
  ['a network of two refusals', { client: { networkRefused30d: 2 } }],
  ['a network as often approved', { client: { networkRefused30d: 9, networkApproved30d: 9 } }],
  [
    'a newcomer whose text without its link is no spam',
    { text: cited, author: { approvedCount: 0 }, comment: { spamWithoutLinks: 0.94 } },
  ],
  [
    'an author with strikes whose text without its link is no spam',
    { text: cited, author: { strikes: 3 }, comment: { spamWithoutLinks: 0.5 } },
  ],
  [
    'a link where the text without it could not be scored',
    { text: cited, author: { approvedCount: 0 }, comment: { spamWithoutLinks: -1 } },
  ],
  ['a link of a known author', { text: cited, author: { approvedCount: 40 } }],
  [
    'a link of a trusted author without comments',
    { author: { approvedCount: 0, role: 'trusted' } },
  ],
  [
    'a newcomer who cites an allowed domain',
    { text: cited, settings: allowing, author: { approvedCount: 0 } },
  ],
  [
    'a newcomer who cites what moderators let through',
    { text: cited, comment: { citedDomains: ['theguardian.com'] }, author: { approvedCount: 0 } },
  ],
  ['a form of an unknown age', { client: { captchaSeconds: -1 } }],
])('with %s, the score only holds', (_, change) => {
  expect(spamFinding(change)).toMatchObject({
    action: 'hold',
    facts: { score: 'spam', value: 0.998, limit: 0.7, action: 'hold' },
  })
})

test('one link among the cited ones that leads elsewhere counts', () => {
  const text = `${cited} and http://shop.example`
  const settings = allowing
  const strict = { settings, author: { approvedCount: 0 }, comment: { spamWithoutLinks: 0.99 } }
  expect(spamFinding({ ...strict, text })?.action).toBe('spam')
  expect(spamFinding({ ...strict, text: cited })?.action).toBe('hold')
})

test('where only refusals have a limit, the score holds from it on', () => {
  const spam = { hold: null, spam: null, reject: 0.9 }
  const settings = { thresholds: { ...defaultSettings.thresholds, spam } }
  expect(spamFinding({ settings })).toMatchObject({ action: 'hold', facts: { limit: 0.9 } })
  expect(spamFinding({ settings, scores: { spam: 0.8 } })).toBeUndefined()
  expect(spamFinding({ settings, author: { strikes: 2 } })?.action).toBe('reject')
})
