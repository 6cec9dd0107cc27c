import type { Scores } from '../scoring/score'
import { hostSign } from '../text/host-signs'
import { textMeasures } from '../text/text-measures'
import type { TextViews } from '../text/views'
import type { AuthorRole, Features } from './features'

export type DomainHistory = { domain: string; approved: number; refused: number }

/** What the store knows about the circumstances of a comment; every count leaves it out itself. */
export type History = {
  author: {
    approvedCount: number
    rejectedCount: number
    /** Days since the first comment, 0 for a newcomer. */
    ageDays: number
    commentsLastHour: number
    /** Rejected or marked as spam in the last 30 days. */
    strikes: number
    /** Comments that a moderator marked as spam in the last 30 days. */
    spamByPeople30d: number
    role: AuthorRole
  }
  network: {
    commentsLastHour: number
    /** Of the last 200 comments in 30 days. */
    approved30d: number
    refused30d: number
    spamByPeople30d: number
    captchaFails: number
    onBlocklist: boolean
  }
  article: { commentCount: number; commentsLastHour: number }
  duplicates24h: number
  nearDuplicates24h: number
  /** Copies of the same text by this author, and from this network. */
  authorDuplicates24h: number
  networkDuplicates24h: number
  reports: number
  /** What moderators decided on the last comments with the same hosts. */
  domains: readonly DomainHistory[]
}

/** An author without history, on an article that nobody has commented. */
export const noHistory: History = {
  author: {
    approvedCount: 0,
    rejectedCount: 0,
    ageDays: 0,
    commentsLastHour: 0,
    strikes: 0,
    spamByPeople30d: 0,
    role: 'reader',
  },
  network: {
    commentsLastHour: 0,
    approved30d: 0,
    refused30d: 0,
    spamByPeople30d: 0,
    captchaFails: 0,
    onBlocklist: false,
  },
  article: { commentCount: 0, commentsLastHour: 0 },
  duplicates24h: 0,
  nearDuplicates24h: 0,
  authorDuplicates24h: 0,
  networkDuplicates24h: 0,
  reports: 0,
  domains: [],
}

export type FeatureInput = {
  views: TextViews
  comment: { isReply: boolean; depth: number; edited: boolean; createdAt: Date }
  authorName: string
  /** Seconds between the form being shown and sent, -1 when there was no form. */
  captchaSeconds: number
  honeypot: boolean
  article: { section: string; tags: string[]; publishedAt: Date }
  history: History
  scores: Scores
  /** What the text without its links is scored for spam. */
  spamWithoutLinks: number
  /** ISO 639-1, "" when it cannot be told. */
  language: string
  /** Of the site, such as "Europe/Berlin". */
  timeZone: string
  /** Others may pretend to be one of them. */
  trustedDomains: readonly string[]
}

const hourMs = 3_600_000
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
// Making a formatter takes 50 µs, using one takes 2; there are fewer than 700 zones.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, formatter)
  return formatter
}

/** Hour 0..23 and weekday 1 (Monday) .. 7 in a time zone, its summer time included. */
export function localTime(date: Date, timeZone: string): Features['time'] {
  const parts = formatterOf(timeZone).formatToParts(date)
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { hour: Number(partOf('hour')), weekday: weekdays.indexOf(partOf('weekday')) + 1 }
}

function approvalRate(approvedCount: number, rejectedCount: number): number {
  const decided = approvedCount + rejectedCount
  return decided === 0 ? -1 : approvedCount / decided
}

const fewestRefusals = 2
const fewestCitations = 3

const isRefused = ({ approved, refused }: DomainHistory) =>
  refused >= fewestRefusals && refused > approved
const isCited = ({ approved, refused }: DomainHistory) =>
  approved >= fewestCitations && refused === 0

function domainFeatures(hosts: string[], { history, trustedDomains }: FeatureInput) {
  const named = (select: (one: DomainHistory) => boolean) =>
    history.domains.filter(select).map(({ domain }) => domain)
  return {
    linkDomains: hosts,
    suspiciousDomains: hosts.filter((host) => hostSign(host, trustedDomains) !== null),
    refusedDomains: named(isRefused),
    citedDomains: named(isCited),
  }
}

function commentFeatures(input: FeatureInput): Features['comment'] {
  const { views, comment, history, language } = input
  const measures = textMeasures(views)
  return {
    length: measures.length,
    words: measures.words,
    links: measures.links.map((link) => link.address),
    ...domainFeatures(measures.linkDomains, input),
    spamWithoutLinks: input.spamWithoutLinks,
    capsRatio: measures.capsRatio,
    isReply: comment.isReply,
    depth: comment.depth,
    edited: comment.edited,
    lang: language,
    duplicates24h: history.duplicates24h,
    nearDuplicates24h: history.nearDuplicates24h,
    authorDuplicates24h: history.authorDuplicates24h,
    networkDuplicates24h: history.networkDuplicates24h,
  }
}

/** All facts about one comment that a rule may read; complete, with no field absent or null. */
export function buildFeatures(input: FeatureInput): Features {
  const { history, article, comment } = input
  const { author, network } = history
  return {
    comment: commentFeatures(input),
    author: {
      name: input.authorName,
      ...author,
      approvalRate: approvalRate(author.approvedCount, author.rejectedCount),
    },
    client: {
      captchaSeconds: input.captchaSeconds,
      captchaFails: network.captchaFails,
      honeypot: input.honeypot,
      onBlocklist: network.onBlocklist,
      networkCommentsLastHour: network.commentsLastHour,
      networkApproved30d: network.approved30d,
      networkRefused30d: network.refused30d,
      networkSpamByPeople30d: network.spamByPeople30d,
    },
    article: {
      section: article.section,
      tags: article.tags,
      ageHours: Math.max(0, (comment.createdAt.getTime() - article.publishedAt.getTime()) / hourMs),
      commentCount: history.article.commentCount,
      commentsLastHour: history.article.commentsLastHour,
    },
    scores: input.scores,
    reports: history.reports,
    time: localTime(comment.createdAt, input.timeZone),
  }
}
