import { type SecondSign, secondSignDetails } from '../../../src/rules/built-in/details'
import { runRules } from '../../../src/rules/run-rules'
import { defaultSettings } from '../../../src/sites/settings'
import { subjectWith } from './subject'

type Change = Parameters<typeof subjectWith>[0]

/** The effect of the spam score alone, whatever other checks find. */
function spamFinding(change: Change) {
  const subject = subjectWith({ scores: { spam: 0.998 }, ...change })
  return runRules(subject).find(({ rule }) => rule === 'score_spam')
}

const advert = 'Buy followers at https://shop.example'
const cited = 'Check out this article https://www.theguardian.com/x'
const allowing = { allowed_domains: ['theguardian.com'] }

const spamWithoutLink = { spamWithoutLinks: 0.95 }
const newcomer = { approvedCount: 0 }
const marked = { ...newcomer, spamByPeople30d: 1 }

test.each<[sign: string, title: string, Change]>([
  ['honeypot', 'a filled trap field', { client: { honeypot: true } }],
  ['blocked_network', 'a blocked network', { client: { onBlocklist: true } }],
  [
    'spam_author',
    'an author whom a person marked more often than approved',
    { author: { spamByPeople30d: 6, approvedCount: 5 } },
  ],
  ['spam_author', 'a marked newcomer', { author: { ...newcomer, spamByPeople30d: 1 } }],
  [
    'spam_network',
    'a network of five marked comments and none approved',
    { client: { networkSpamByPeople30d: 5 } },
  ],
  [
    'refused_domain',
    'a refused host',
    { text: cited, comment: { refusedDomains: ['theguardian.com'] } },
  ],
  [
    'copies',
    'five earlier copies of an advert from one network',
    { text: advert, comment: { ...spamWithoutLink, networkDuplicates24h: 5 } },
  ],
  [
    'copies',
    'two earlier copies of an advert by one author',
    { text: advert, comment: { ...spamWithoutLink, authorDuplicates24h: 2 } },
  ],
  [
    'honeypot',
    'several strong signs, of which the first is named',
    { client: { honeypot: true, onBlocklist: true } },
  ],
])('%s: with %s, the score marks as spam', (sign, _, change) => {
  expect(spamFinding(change)).toMatchObject({
    action: 'spam',
    facts: { score: 'spam', value: 0.998, limit: 0.95, action: 'spam', sign },
    detail: `Its score for spam is 1.00; from 0.95 on: spam. ${secondSignDetails[sign as SecondSign]}`,
  })
})

const weak = {
  author: { ...newcomer, strikes: 9, rejectedCount: 9, spamByPeople30d: 0 },
  client: { captchaSeconds: 0, networkRefused30d: 9, captchaFails: 9 },
  comment: {
    ...{ nearDuplicates24h: 9, duplicates24h: 9, suspiciousDomains: ['shop.example'] },
    ...{ authorDuplicates24h: 1, networkDuplicates24h: 4, spamWithoutLinks: 0.99 },
  },
}

test.each<[string, Change]>([
  ['a first-time author', { author: newcomer }],
  ['a form sent at once', { client: { captchaSeconds: 1 } }],
  ['an author refused by rules or for tone', { author: { strikes: 9, rejectedCount: 9 } }],
  ['an author marked once and approved once', { author: { spamByPeople30d: 1, approvedCount: 1 } }],
  ['a network refused by rules or for tone', { client: { networkRefused30d: 9 } }],
  ['a network of four marked comments', { client: { networkSpamByPeople30d: 4 } }],
  [
    'a network of marked comments and an approved one',
    { client: { networkSpamByPeople30d: 9, networkApproved30d: 1 } },
  ],
  [
    'a marked network, of an author whom the site trusts',
    { author: { role: 'trusted' }, client: { networkSpamByPeople30d: 9, onBlocklist: true } },
  ],
  [
    'a trusted author who was marked',
    { author: { role: 'trusted', approvedCount: 0, spamByPeople30d: 1 } },
  ],
  ['a near copy', { comment: { nearDuplicates24h: 9 } }],
  [
    'copies by others',
    { text: advert, comment: { ...spamWithoutLink, duplicates24h: 99, networkDuplicates24h: 4 } },
  ],
  ['copies without a link', { comment: { networkDuplicates24h: 9, authorDuplicates24h: 9 } }],
  [
    'copies that look like spam only because of their link',
    { text: cited, comment: { networkDuplicates24h: 9, spamWithoutLinks: 0.94 } },
  ],
  ['a strange host', { text: advert, comment: { suspiciousDomains: ['shop.example'] } }],
  ['more links than allowed', { text: 'http://a.com http://b.com http://c.com' }],
  ['every weak sign at once', { text: advert, ...weak }],
  [
    'every weak sign at once and many links',
    { text: 'http://a.com http://b.com http://c.com', ...weak },
  ],
])('W8: with %s, the score only holds', (_, change) => {
  expect(spamFinding(change)).toMatchObject({ action: 'hold', facts: { limit: 0.7 } })
})

test.each<[string, Change]>([
  ['nothing else', {}],
  [
    'a marked author whose text without its link is not spam',
    { text: cited, author: marked, comment: { spamWithoutLinks: 0.94 } },
  ],
  [
    'a blocked network and a text that is not spam without its link',
    { text: cited, client: { onBlocklist: true }, comment: { spamWithoutLinks: 0.5 } },
  ],
  [
    'a marked author whose text without its link could not be scored',
    { text: cited, author: marked, comment: { spamWithoutLinks: -1 } },
  ],
  ['a link of a known author', { text: cited, author: { approvedCount: 40 } }],
  [
    'a marked author who cites an allowed domain',
    { text: cited, settings: allowing, author: marked },
  ],
  [
    'a marked author who cites what moderators let through',
    { text: cited, comment: { citedDomains: ['theguardian.com'] }, author: marked },
  ],
  ['a form of an unknown age', { client: { captchaSeconds: -1 } }],
])('with %s, the score only holds', (_, change) => {
  expect(spamFinding(change)).toMatchObject({
    action: 'hold',
    facts: { score: 'spam', value: 0.998, limit: 0.7, action: 'hold' },
  })
})

test('one link that leads elsewhere among the cited ones counts', () => {
  const text = `${cited} and http://shop.example`
  const settings = allowing
  const strict = { settings, author: marked, comment: { spamWithoutLinks: 0.99 } }
  expect(spamFinding({ ...strict, text })?.action).toBe('spam')
  expect(spamFinding({ ...strict, text: cited })?.action).toBe('hold')
})

test('if only refusals have a limit, the score holds from that limit', () => {
  const spam = { hold: null, spam: null, reject: 0.9 }
  const settings = { thresholds: { ...defaultSettings.thresholds, spam } }
  expect(spamFinding({ settings })).toMatchObject({ action: 'hold', facts: { limit: 0.9 } })
  expect(spamFinding({ settings, scores: { spam: 0.8 } })).toBeUndefined()
  expect(spamFinding({ settings, author: marked })?.action).toBe('reject')
})
