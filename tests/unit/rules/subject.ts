import { matchBanks } from '../../../src/rules/bank-matcher'
import { buildFeatures, type FeatureInput, noHistory } from '../../../src/rules/build-features'
import { compileBanks } from '../../../src/rules/compile-banks'
import type { Features } from '../../../src/rules/features'
import type { Subject } from '../../../src/rules/rule'
import type { Scores } from '../../../src/scoring/score'
import { defaultSettings, type SiteSettings } from '../../../src/sites/settings'
import { trustedDomains } from '../../../src/sites/trusted-domains'
import { viewsOf } from '../../../src/text/views'

export const cleanScores: Scores = {
  spam: 0.05,
  toxicity: 0.05,
  insult: 0.05,
  threat: 0.05,
  identity_attack: 0.05,
  profanity: 0.05,
  sexual: 0.05,
}

/** What is known of an unremarkable comment of a known reader. */
export function featureInput(text: string): FeatureInput {
  return {
    views: viewsOf(text),
    comment: {
      isReply: false,
      depth: 0,
      edited: false,
      createdAt: new Date('2026-07-01T21:30:00Z'),
    },
    authorName: 'Ada',
    captchaSeconds: 25,
    honeypot: false,
    article: { section: 'local', tags: [], publishedAt: new Date('2026-07-01T18:00:00Z') },
    history: {
      ...noHistory,
      author: { ...noHistory.author, approvedCount: 5, ageDays: 100 },
      article: { commentCount: 10, commentsLastHour: 2 },
    },
    scores: cleanScores,
    spamWithoutLinks: cleanScores.spam,
    language: 'en',
    timeZone: 'UTC',
    trustedDomains: [],
  }
}

type Change = {
  text?: string
  comment?: Partial<Features['comment']>
  author?: Partial<Features['author']>
  client?: Partial<Features['client']>
  scores?: Partial<Scores>
  limits?: Partial<SiteSettings['limits']>
  settings?: Partial<SiteSettings>
  blocked?: string[]
  suspect?: string[]
}

function featuresOf(change: Change, input: FeatureInput): Features {
  const features = buildFeatures(input)
  return {
    ...features,
    comment: { ...features.comment, ...change.comment },
    author: { ...features.author, ...change.author },
    client: { ...features.client, ...change.client },
    scores: { ...features.scores, ...change.scores },
  }
}

function settingsOf(change: Change): SiteSettings {
  const limits = { ...defaultSettings.limits, ...change.limits }
  return { ...defaultSettings, limits, ...change.settings }
}

/** An unremarkable comment, but for what is changed. */
export function subjectWith(change: Change): Subject {
  const text = change.text ?? 'The council should publish the minutes before the vote.'
  const views = viewsOf(text)
  const banks = compileBanks([
    { name: 'blocked', kind: 'words', entries: change.blocked ?? [], disguises: true },
    { name: 'suspect', kind: 'words', entries: change.suspect ?? [], disguises: true },
  ])
  const settings = settingsOf(change)
  const trusted = trustedDomains(settings, undefined)
  return {
    features: featuresOf(change, { ...featureInput(text), trustedDomains: trusted }),
    views,
    bankHits: matchBanks(banks, views),
    settings,
    trustedDomains: trusted,
  }
}
