import { type ScoreName, scoreNames } from '../scoring/score'
import { authorRoles, type Features } from './features'

export type FieldType = 'int' | 'double' | 'string' | 'bool' | 'list<string>'

/** One fact that a condition may read. */
export type Field = {
  type: FieldType
  /** What a number counts: "comments", "seconds", "share"; "" for anything else. */
  unit: string
  /** Least and greatest value of a number. */
  min?: number
  max?: number
  /** Values of a text that has only a few. */
  values?: readonly string[]
  description: string
}

type PathsOf<Root extends keyof Features> = Features[Root] extends number
  ? Root
  : `${Root}.${Extract<keyof Features[Root], string>}`
export type FieldPath = { [Root in keyof Features]: PathsOf<Root> }[keyof Features]

/** Larger counts are cut to this: conditions cannot overflow, and nobody counts that far. */
export const mostCount = 1_000_000_000

const count = (unit: string, description: string): Field => {
  return { type: 'int', unit, min: 0, max: mostCount, description }
}
const amount = (unit: string, min: number, description: string): Field => {
  return { type: 'double', unit, min, max: mostCount, description }
}
const share = (min: number, description: string): Field => {
  return { type: 'double', unit: 'share', min, max: 1, description }
}
const text = (description: string): Field => ({ type: 'string', unit: '', description })
const texts = (description: string): Field => ({ type: 'list<string>', unit: '', description })
const flag = (description: string): Field => ({ type: 'bool', unit: '', description })

const scoreFields = Object.fromEntries(
  scoreNames.map((name) => [
    `scores.${name}`,
    share(-1, `Score for ${name.replace('_', ' ')}, 0 to 1; -1 when it could not be scored.`),
  ]),
) as Record<`scores.${ScoreName}`, Field>

/** Every field of the condition language. A condition that names any other is refused when saved. */
export const fields: Record<FieldPath, Field> = {
  'comment.length': count('characters', 'Length of the text as typed.'),
  'comment.words': count('words', 'Words of the text.'),
  'comment.links': texts('Addresses of the links, at most 50.'),
  'comment.linkDomains': texts('Hosts of the links in lower case, without "www.".'),
  'comment.suspiciousDomains': texts(
    'Hosts that hide or pretend: shorteners, look-alikes, mixed scripts, bare addresses, punycode.',
  ),
  'comment.refusedDomains': texts(
    'Hosts whose comments the moderators of this site have mostly refused, at least twice, and not for their tone.',
  ),
  'comment.citedDomains': texts(
    'Hosts whose comments they have approved at least three times and never refused, but for their tone.',
  ),
  'comment.spamWithoutLinks': share(
    -1,
    'Score for spam of the text without its links; -1 when it could not be scored.',
  ),
  'comment.capsRatio': share(0, 'Capitals among the letters; 0 under 10 letters.'),
  'comment.isReply': flag('Whether it answers another comment.'),
  'comment.depth': count('levels', 'Depth in the thread, 0 for a comment on the article itself.'),
  'comment.edited': flag('Whether its author has changed it.'),
  'comment.lang': text('Language of the text (ISO 639-1), "" when it cannot be told.'),
  'comment.duplicates24h': count('comments', 'Comments with the same text in 24 hours.'),
  'comment.nearDuplicates24h': count('comments', 'Comments with nearly the same text in 24 hours.'),
  'comment.authorDuplicates24h': count(
    'comments',
    'Comments of the author with the same text in 24 hours.',
  ),
  'comment.networkDuplicates24h': count(
    'comments',
    'Comments from the network with the same text in 24 hours.',
  ),
  'author.name': text('Name as typed into the form.'),
  'author.approvedCount': count('comments', 'Comments of the author that were approved.'),
  'author.rejectedCount': count('comments', 'Comments of the author rejected or marked as spam.'),
  'author.approvalRate': share(-1, 'Approved among the decided ones; -1 without any decision.'),
  'author.ageDays': amount('days', 0, 'Days since the first comment of the author.'),
  'author.commentsLastHour': count('comments', 'Other comments of the author in the last hour.'),
  'author.role': {
    ...text('What the site has made of the author.'),
    values: authorRoles,
  },
  'author.strikes': count('comments', 'Comments rejected or marked as spam in the last 30 days.'),
  'author.spamByPeople30d': count(
    'comments',
    'Comments of the author that a person marked as spam in the last 30 days.',
  ),
  'client.captchaSeconds': amount('seconds', -1, 'From the sum being shown to the comment sent.'),
  'client.captchaFails': count('sums', 'Sums answered wrongly from the same network in an hour.'),
  'client.honeypot': flag('Whether a field was filled in that readers cannot see.'),
  'client.onBlocklist': flag('Whether the network was on the block list of the site.'),
  'client.networkCommentsLastHour': count('comments', 'Other comments of the network in an hour.'),
  'client.networkApproved30d': count(
    'comments',
    'Approved comments of the network in 30 days, of any author; the last 200 are looked at.',
  ),
  'client.networkRefused30d': count('comments', 'The same, rejected or marked as spam.'),
  'client.networkSpamByPeople30d': count(
    'comments',
    'Comments from the network that a person marked as spam, of the same 200.',
  ),
  'article.section': text('Section of the article.'),
  'article.tags': texts('Tags of the article.'),
  'article.ageHours': amount('hours', 0, 'Hours since the article was published.'),
  'article.commentCount': count('comments', 'Approved comments on the article.'),
  'article.commentsLastHour': count('comments', 'Of these, in the last hour.'),
  ...scoreFields,
  reports: count('reports', "Readers' reports on the comment."),
  'time.hour': { ...count('', 'Hour in the time zone of the site.'), max: 23 },
  'time.weekday': {
    ...count('', 'Day in the time zone of the site, 1 (Monday) to 7 (Sunday).'),
    min: 1,
    max: 7,
  },
}

export const fieldPaths = Object.keys(fields) as FieldPath[]

/** The field of a path, undefined for a path that does not exist. */
export function fieldOf(path: string): Field | undefined {
  return Object.hasOwn(fields, path) ? fields[path as FieldPath] : undefined
}
