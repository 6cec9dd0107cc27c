import { type Bank, bankSchema } from './bank'
import { type RuleDocument, type RuleMode, ruleDocumentSchema } from './rule-document'

/** A rule of the pack, with the mode it starts in. */
export type PackRule = { key: string; mode: RuleMode; document: RuleDocument }

export type RulePack = { banks: Bank[]; rules: PackRule[] }

const banks = [
  // Empty on purpose: which words a site never publishes is for its owner to say.
  { name: 'blocked', kind: 'words', entries: [], disguises: true },
  { name: 'suspect', kind: 'words', entries: [], disguises: true },
  { name: 'slurs', kind: 'words', entries: [], disguises: true },
  {
    name: 'email',
    kind: 'patterns',
    disguises: false,
    entries: ['[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+'],
  },
  {
    name: 'phone',
    kind: 'patterns',
    disguises: false,
    entries: [
      '(?:\\+|\\b00)\\d[\\d ().-]{6,16}\\d',
      '\\b0\\d{2,4}[ /-]{1,3}\\d[\\d -]{4,10}\\d\\b',
    ],
  },
  {
    name: 'account_number',
    kind: 'patterns',
    disguises: false,
    entries: ['\\b[a-z]{2}\\d{2}(?: ?[a-z\\d]{4}){3,7}\\b'],
  },
]

type Draft = Pick<PackRule, 'key' | 'mode'> &
  Pick<RuleDocument, 'name' | 'explain' | 'when'> & { effect: object }

const drafts: Draft[] = [
  {
    key: 'newcomer_link',
    mode: 'live',
    name: 'Newcomer with a link',
    explain: 'Most link spam comes from authors who have never had a comment approved.',
    when: 'author.approvedCount == 0 && size(comment.links) > 0',
    effect: { action: 'hold', priority: 40, reason: 'link_from_newcomer' },
  },
  {
    key: 'blatant_spam',
    mode: 'shadow',
    name: 'Blatant link spam',
    explain:
      'Three signs at once, of which none alone is proof: a very high score, several links and no history.',
    when: 'scores.spam >= 0.95 && size(comment.links) >= 3 && author.approvedCount == 0',
    effect: { action: 'spam', priority: 60, reason: 'spam' },
  },
  {
    key: 'slurs',
    mode: 'shadow',
    name: 'Slurs are never published',
    explain:
      'Rejects the words of the list "slurs", which you fill; disguised ones are held for a moderator.',
    when: 'list("slurs")',
    effect: { action: 'reject', priority: 80, reason: 'hate_speech', notifyAuthor: true },
  },
  {
    key: 'threats_first',
    mode: 'live',
    name: 'Threats first in the queue',
    explain: 'Somebody may be in danger, so these comments are read before all others.',
    when: 'scores.threat >= 0.7 || (scores.toxicity >= 0.9 && author.approvalRate < 0.8)',
    effect: { action: 'hold', queue: 'urgent', priority: 95, reason: 'threat_or_abuse' },
  },
  {
    key: 'personal_data',
    mode: 'live',
    name: 'Private data',
    explain:
      'Mail addresses, phone and account numbers are held, because they are often those of somebody else.',
    when: 'pattern("email") || pattern("phone") || pattern("account_number")',
    effect: { action: 'hold', priority: 70, reason: 'personal_data' },
  },
  {
    key: 'flooding',
    mode: 'live',
    name: 'Flooding',
    explain: 'Many comments in an hour or the same text again weigh 4 points; 5 hold a comment.',
    when: 'author.commentsLastHour > 8 || comment.duplicates24h >= 2 || comment.nearDuplicates24h >= 3',
    effect: { action: 'score', score: 4, reason: 'flooding' },
  },
  {
    key: 'shouting_newcomer',
    mode: 'live',
    name: 'Shouting or many links',
    explain: 'A mild sign that weighs 2 points, so that it only counts together with others.',
    when: 'comment.capsRatio > 0.6 && comment.words > 8 || size(comment.linkDomains) > 3',
    effect: { action: 'score', score: 2, reason: 'shouting' },
  },
  {
    key: 'sensitive_story',
    mode: 'live',
    name: 'Court and crime stories, stricter at night',
    explain:
      'Comments on these stories can prejudge a trial or hurt victims, and at night nobody is there to act.',
    when: '("court" in article.tags || article.section == "crime") && (time.hour >= 22 || time.hour < 7 || scores.toxicity > 0.4)',
    effect: { action: 'hold', queue: 'legal', priority: 60, reason: 'sensitive_story' },
  },
  {
    key: 'heated_thread',
    mode: 'off',
    name: 'A thread that runs hot',
    explain:
      'Switch it on when a discussion gets out of hand: replies deep in a busy thread wait for a moderator.',
    when: 'article.commentsLastHour > 100 && comment.depth >= 3 && scores.toxicity >= 0.5',
    effect: { action: 'hold', priority: 50, reason: 'toxicity' },
  },
  {
    key: 'trusted_author',
    mode: 'shadow',
    name: 'Known good commenters go straight through',
    explain:
      'Twenty approved comments and hardly a rejected one: watch in the shadow what it would publish, then make it live.',
    when: 'author.approvedCount >= 20 && author.approvalRate >= 0.95 && scores.toxicity >= 0.0 && scores.toxicity < 0.3 && size(comment.links) == 0',
    effect: { action: 'approve', priority: 0, reason: 'trusted' },
  },
]

function packRule({ key, mode, effect, ...draft }: Draft): PackRule {
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  return { key, mode, document: ruleDocumentSchema.parse({ ...draft, then: effect }) }
}

/** Banks and rules that a news site starts with, and that "reset to default" brings back. */
export const defaultPack: RulePack = {
  banks: banks.map((bank) => bankSchema.parse(bank)),
  rules: drafts.map(packRule),
}
