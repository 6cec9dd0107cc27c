import type { Action } from '../../comments/comment'
import type { ScoreFailure, ScoreName } from '../../scoring/score'
import type { HostSign } from '../../text/host-signs'

/** "1 link", "2 links". */
const plural = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun}` : `${count} ${noun}s`

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Entries of a bank that were found: the first few by name. */
export type NamedEntries = { named: readonly string[]; others: number }

/** `"one", "two" and 4 more` */
function entries({ named, others }: NamedEntries): string {
  const quoted = named.map((entry) => `"${entry}"`).join(', ')
  return others > 0 ? `${quoted} and ${others} more` : quoted
}

const signs: Record<HostSign, string> = {
  shortener: 'a service that hides where it leads',
  punycode: 'a name that is written in another way than it reads',
  mixed_scripts: 'letters of several scripts',
  bare_address: 'a bare network address',
  lookalike: 'a name that looks like one this site trusts',
}

/** Why rules could not be run, or not all of them. */
export const failures = {
  rule_failed: ({ name, problem }: { name: string; problem: string }) =>
    `The rule "${name}" could not be run: ${problem}`,
  out_of_time: ({ limit }: { limit: number }) =>
    `The rules of this site took longer than ${limit} ms; not all of them were run.`,
  not_searched: (_: object) =>
    'The text is too long or too slow for the patterns of this site; not all of them were compared.',
}

/** What could not be scored: one score, or all that count. */
export type MissingScores = {
  lang: string
  lacking: readonly ('spam' | 'toxicity')[]
  because?: ScoreFailure
}

const causes: Record<ScoreFailure, string> = {
  failed: ' The scorer failed.',
  out_of_time: ' Scoring it took too long and was stopped.',
  away: ' The other scorer gave no answer.',
}

/** One sentence for each strong sign in `second-sign.ts`. */
export const secondSignDetails = {
  honeypot: 'A field that readers cannot see was filled in.',
  blocked_network: 'It was sent from a network that this site blocks.',
  spam_author: 'A moderator has marked a comment of its author as spam.',
  spam_network: 'Moderators have marked comments from its network as spam.',
  refused_domain: 'Moderators have refused comments with its links.',
  copies: 'Its author or network has sent the same advert before.',
}

export type SecondSign = keyof typeof secondSignDetails

type Count = { count: number; limit: number }

/**
 * The sentence of each built-in rule, in English. Findings keep the facts beside it, so that another
 * language can say the same; those of the scores share one sentence.
 */
export const builtInDetails = {
  author_flooding: ({ count, limit }: Count) =>
    `Its author posted ${plural(count, 'other comment')} in the last hour; the limit is ${limit} an hour.`,
  network_flooding: ({ count, limit }: Count) =>
    `Its network sent ${plural(count, 'other comment')} in the last hour; the limit is ${limit} an hour.`,
  blocked_domains: ({ host }: { host: string }) => `It links to ${host}, which this site blocks.`,
  blocked_network: (_: object) => 'It was sent from a network that this site blocks.',
  blocked_words: ({ isDisguised, ...found }: NamedEntries & { isDisguised: boolean }) =>
    isDisguised
      ? `Behind a disguise it may contain ${entries(found)} of the bank "blocked".`
      : `It contains ${entries(found)} of the bank "blocked".`,
  suspect_words: (found: NamedEntries) => `It contains ${entries(found)} of the bank "suspect".`,
  honeypot: (_: object) => 'A field that readers cannot see was filled in.',
  many_links: ({ count, limit }: Count) =>
    `It has ${plural(count, 'link')}; the limit is ${limit}.`,
  newcomer_link: ({ count }: { count: number }) =>
    `It has ${plural(count, 'link')} and its author has no approved comment yet.`,
  newcomer: (_: object) => 'Its author has no approved comment yet.',
  not_scored: ({ lang, lacking: [score, other], because }: MissingScores) => {
    const what = score === undefined || other !== undefined ? 'score' : `score for ${score}`
    const text = lang ? `a text in "${lang}"` : 'this text'
    return `No ${what} could be given to ${text}.${because ? causes[because] : ''}`
  },
  refused_domain: ({ hosts }: { hosts: readonly string[] }) =>
    `Moderators have refused comments that link to ${hosts.join(', ')}.`,
  suspicious_link: ({ host, sign }: { host: string; sign: HostSign | null }) =>
    `${host}: ${sign ? signs[sign] : 'a suspicious host'}.`,
  repeated_text: ({ count, own, limit }: Count & { own: number }) =>
    `The same text was posted ${plural(count, 'time')} in 24 hours, ${own} of them by this author or from this network; the limit is ${limit}.`,
  similar_text: ({ count, limit }: Count) =>
    `Nearly the same text was posted ${plural(count, 'time')} in 24 hours; the limit is ${limit}.`,
  shouting: ({ share, limit }: { share: number; limit: number }) =>
    `${percent(share)} of its letters are capitals; the limit is ${percent(limit)}.`,
  score: ({ score, value, limit, action, sign }: ScoreFacts) =>
    `Its score for ${score.replace('_', ' ')} is ${value.toFixed(2)}; from ${limit} on: ${action}.${sign ? ` ${secondSignDetails[sign]}` : ''}`,
  too_fast: ({ seconds, limit }: { seconds: number; limit: number }) =>
    `The form was sent after ${seconds.toFixed(1)} s; the shortest believable time is ${limit} s.`,
  too_long: ({ count, limit }: Count) =>
    `It has ${plural(count, 'character')}; the longest allowed is ${limit}.`,
  too_short: ({ count, limit }: Count) =>
    `It has ${plural(count, 'character')}; the shortest allowed is ${limit}.`,
  ...failures,
}

export type ScoreFacts = {
  score: ScoreName
  value: number
  limit: number
  action: Action
  /** The strong sign that lets a spam score act without a moderator. */
  sign?: SecondSign
}

type Details = typeof builtInDetails

/** What a rule says and the facts that it says it from: two parts of a verdict. */
export const says = <Name extends keyof Details>(
  name: Name,
  facts: Parameters<Details[Name]>[0],
): { detail: string; facts: object } => ({
  detail: (builtInDetails[name] as (facts: object) => string)(facts),
  facts,
})

/** The same for what can befall any rule: its finding names the sentence too. */
export const fails = <Name extends keyof typeof failures>(
  name: Name,
  facts: Parameters<(typeof failures)[Name]>[0],
): { detail: string; facts: object } => {
  const { detail } = says(name, facts)
  return { detail, facts: { says: name, ...facts } }
}
