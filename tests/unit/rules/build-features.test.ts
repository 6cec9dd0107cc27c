import { buildFeatures, localTime } from '../../../src/rules/build-features'
import { featureInput } from './subject'

test('holds every field, none of them absent or null', () => {
  const features = buildFeatures(featureInput('Look at http://www.A.com/x now'))
  expect(features).toEqual({
    comment: {
      length: 30,
      words: 8,
      links: ['http://www.A.com/x'],
      linkDomains: ['a.com'],
      suspiciousDomains: [],
      refusedDomains: [],
      spamWithoutLinks: 0.05,
      citedDomains: [],
      capsRatio: 2 / 21,
      isReply: false,
      depth: 0,
      edited: false,
      lang: 'en',
      duplicates24h: 0,
      nearDuplicates24h: 0,
      authorDuplicates24h: 0,
      networkDuplicates24h: 0,
    },
    author: {
      name: 'Ada',
      approvedCount: 5,
      rejectedCount: 0,
      approvalRate: 1,
      ageDays: 100,
      commentsLastHour: 0,
      role: 'reader',
      strikes: 0,
      spamByPeople30d: 0,
    },
    client: {
      captchaSeconds: 25,
      captchaFails: 0,
      honeypot: false,
      onBlocklist: false,
      networkCommentsLastHour: 0,
      networkApproved30d: 0,
      networkRefused30d: 0,
      networkSpamByPeople30d: 0,
    },
    article: { section: 'local', tags: [], ageHours: 3.5, commentCount: 10, commentsLastHour: 2 },
    scores: expect.objectContaining({ spam: 0.05 }),
    reports: 0,
    time: { hour: 21, weekday: 3 },
  })
})

test('the approval rate is -1 as long as nothing was decided', () => {
  const input = featureInput('Hello there')
  const author = { ...input.history.author, approvedCount: 0, rejectedCount: 0 }
  const undecided = { ...input, history: { ...input.history, author } }
  expect(buildFeatures(undecided).author.approvalRate).toBe(-1)
  const mixed = { ...author, approvedCount: 1, rejectedCount: 3 }
  const decided = { ...input, history: { ...input.history, author: mixed } }
  expect(buildFeatures(decided).author.approvalRate).toBe(0.25)
})

test('an article of the future is not younger than nothing', () => {
  const input = featureInput('Hello there')
  const article = { ...input.article, publishedAt: new Date('2027-01-01T00:00:00Z') }
  expect(buildFeatures({ ...input, article }).article.ageHours).toBe(0)
})

test.each([
  ['UTC', '2026-07-01T21:30:00Z', { hour: 21, weekday: 3 }],
  ['Europe/Berlin', '2026-07-01T22:30:00Z', { hour: 0, weekday: 4 }],
  ['Europe/Berlin', '2026-01-01T22:30:00Z', { hour: 23, weekday: 4 }],
  ['America/New_York', '2026-07-05T03:00:00Z', { hour: 23, weekday: 6 }],
  ['Asia/Kolkata', '2026-07-05T18:29:00Z', { hour: 23, weekday: 7 }],
  ['Asia/Kolkata', '2026-07-05T18:30:00Z', { hour: 0, weekday: 1 }],
])('tells the time of the site: %s at %s', (zone, moment, expected) => {
  expect(localTime(new Date(moment), zone)).toEqual(expected)
})
