import type { ScoreName } from '../scoring/score'

/** What a site may make of an author. */
export const authorRoles = ['reader', 'trusted', 'staff'] as const
export type AuthorRole = (typeof authorRoles)[number]

/**
 * Everything a rule may read of one comment, complete: no field is ever absent or null. A text
 * that is not known is "", a number that is not known is -1. All counts leave out the comment itself.
 */
export type Features = {
  comment: {
    /** Characters (code points) and words of the text as typed. */
    length: number
    words: number
    /** Addresses of links, at most 50, and their hosts in lower case without "www.". */
    links: string[]
    linkDomains: string[]
    /** Hosts that hide or pretend: shorteners, look-alikes, mixed scripts, bare addresses, punycode. */
    suspiciousDomains: string[]
    /** Hosts whose comments this site's moderators have refused, at least twice and mostly. */
    refusedDomains: string[]
    /** Hosts whose comments they have approved, at least three times and never refused. */
    citedDomains: string[]
    /** Score for spam of the text without its links, 0..1; -1 when it could not be scored. */
    spamWithoutLinks: number
    /** Share of letters that are capitals, 0..1; 0 under 10 cased letters. */
    capsRatio: number
    isReply: boolean
    /** 0 for a comment on the article itself. */
    depth: number
    edited: boolean
    /** ISO 639-1, "" when it cannot be told. */
    lang: string
    /** Comments of this site in the last 24 h with the same text, or nearly the same. */
    duplicates24h: number
    nearDuplicates24h: number
    /** Copies of the same text by this author, and from this network by any author. */
    authorDuplicates24h: number
    networkDuplicates24h: number
  }
  author: {
    name: string
    approvedCount: number
    rejectedCount: number
    /** approved / (approved + rejected), -1 without any decision. */
    approvalRate: number
    /** Days since the first comment, 0 for a newcomer. */
    ageDays: number
    commentsLastHour: number
    role: AuthorRole
    /** Comments rejected or marked as spam in the last 30 days, by whomever. */
    strikes: number
    /** Comments that a moderator marked as spam in the last 30 days. */
    spamByPeople30d: number
  }
  client: {
    /** Seconds between the sum being shown and the comment being sent. */
    captchaSeconds: number
    /** Sums answered wrongly from the same network in the last hour. */
    captchaFails: number
    honeypot: boolean
    /** The site had blocked the network when the comment was sent. */
    onBlocklist: boolean
    networkCommentsLastHour: number
    /** Among its last 200 comments in 30 days: published, and rejected or marked as spam. */
    networkApproved30d: number
    networkRefused30d: number
    /** Of these, the ones that a moderator marked as spam. */
    networkSpamByPeople30d: number
  }
  article: {
    section: string
    tags: string[]
    ageHours: number
    commentCount: number
    commentsLastHour: number
  }
  scores: Record<ScoreName, number>
  /** Readers' reports on this comment. */
  reports: number
  /** In the site's time zone: hour 0..23, weekday 1 (Monday) .. 7 (Sunday). */
  time: { hour: number; weekday: number }
}
