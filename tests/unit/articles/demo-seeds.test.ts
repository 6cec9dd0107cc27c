import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoArticles, demoBlockedWords, demoSuspectWords } from '../../../seeds/demo-articles'
import { demoComments } from '../../../seeds/demo-comments'
import { readScrapedPage } from '../../../src/articles/scraped-page'
import { slugOf } from '../../../src/articles/slug'
import { statuses } from '../../../src/comments/comment'
import { matchBanks } from '../../../src/rules/bank-matcher'
import { buildFeatures, noHistory } from '../../../src/rules/build-features'
import { compileBanks } from '../../../src/rules/compile-banks'
import { runRules } from '../../../src/rules/run-rules'
import { readHeads } from '../../../src/scoring/heads.store'
import { scoreSafely, spamWithoutLinks } from '../../../src/scoring/score-safely'
import { trainedScorer } from '../../../src/scoring/trained-scorer'
import { defaultSettings } from '../../../src/sites/settings'

const folder = join(__dirname, '../../../seeds/demo')
const comments = new Map(demoComments.map((comment) => [comment.id, comment]))

describe('The demo site', () => {
  it('lists every page in seeds/demo', () => {
    const files = demoArticles.map(({ file }) => file)
    expect(files.toSorted()).toEqual(readdirSync(folder).toSorted())
    expect(files.length).toBeGreaterThanOrEqual(3)
  })

  it.each(demoArticles)('can read $file, and knows its address', ({ file, slug }) => {
    const reading = readScrapedPage(readFileSync(join(folder, file), 'utf8'))
    if (reading.outcome === 'unreadable') throw new Error(reading.problem)
    const { page } = reading
    expect(slugOf(page.title)).toBe(slug)
    expect(page.paragraphs.length).toBeGreaterThanOrEqual(6)
    expect(page.warnings).toEqual(['Please enter your comment!', 'Please enter your name here'])
    expect(page.captcha).toMatchObject({ operator: '+', digits: 1 })
  })

  it('shows every status, and every article with comments', () => {
    expect(new Set(demoComments.map(({ status }) => status))).toEqual(new Set(statuses))
    const slugs = demoArticles.map(({ slug }) => slug)
    expect(new Set(demoComments.map(({ article }) => article))).toEqual(new Set(slugs))
    expect(comments.size).toBe(demoComments.length)
  })

  it('answers only comments that readers can see, on the same page and earlier', () => {
    for (const { parent, article, minutesAgo } of demoComments.filter(({ parent }) => parent)) {
      const answered = comments.get(parent ?? '')
      expect(answered?.article).toBe(article)
      expect(answered?.minutesAgo).toBeGreaterThan(minutesAgo)
      expect(['approved', 'deleted']).toContain(answered?.status)
    }
  })

  it('has no comment that is older than its article', () => {
    const published = new Map(demoArticles.map((item) => [item.slug, item.publishedMinutesAgo]))
    for (const { article, minutesAgo } of demoComments) {
      expect(minutesAgo).toBeLessThan(published.get(article) ?? 0)
    }
  })

  it('gives a reason for what somebody decided against', () => {
    for (const { status, reason } of demoComments) {
      expect(reason !== undefined).toBe(['held', 'rejected', 'spam'].includes(status))
    }
  })
})

describe('The built-in rules, with the banks of the demo site,', () => {
  const banks = compileBanks([
    { name: 'blocked', kind: 'words', entries: demoBlockedWords, disguises: true },
    { name: 'suspect', kind: 'words', entries: demoSuspectWords, disguises: true },
  ])

  const scorer = trainedScorer(readHeads(), () => [['en', 1]])

  function findings(body: string) {
    const context = { siteLanguage: 'en', clock: () => 0 }
    const read = scoreSafely(scorer, body, context)
    const { views, scored } = read
    const at = new Date('2026-05-02T12:00:00Z')
    const features = buildFeatures({
      views,
      comment: { isReply: false, depth: 0, edited: false, createdAt: at },
      authorName: 'Somebody',
      captchaSeconds: 30,
      honeypot: false,
      article: { section: '', tags: [], publishedAt: at },
      history: noHistory,
      scores: scored.scores,
      spamWithoutLinks: spamWithoutLinks(scorer, read, context),
      language: scored.language,
      timeZone: 'UTC',
      trustedDomains: [],
    })
    const bankHits = matchBanks(banks, views)
    return runRules({ features, views, bankHits, settings: defaultSettings, trustedDomains: [] })
  }

  /** Adverts are held; a moderator marks them as spam. */
  const wanted = { held: 'hold', rejected: 'reject', spam: 'hold' } as const
  /** Those that only a person can see something in. */
  const moderatorsOnly = ['personal_data', 'off_topic']

  it.each(demoComments)('say of “$id” what the demo is to show', ({ body, status, reason }) => {
    const found = findings(body)
    if (!reason || moderatorsOnly.includes(reason)) expect(found).toEqual([])
    else {
      const action = wanted[status as keyof typeof wanted]
      expect(found).toContainEqual(expect.objectContaining({ action, reason }))
    }
  })
})
