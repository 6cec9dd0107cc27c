import type { Status } from '../comments/comment'
import type { CardContext } from '../moderation/card-context.store'
import { leadQueue } from '../moderation/lead'
import type { QueueItem } from '../moderation/queue.store'
import type { Verdict, Verdicts } from '../moderation/verdicts.store'
import type { Finding } from '../rules/finding'
import type { NamedRule } from '../rules/rule-names.store'
import { notScored, type ScoreName } from '../scoring/score'
import { type FindingInWords, findingInWords } from './finding-words'
import { countHidden, type Mark, markedPieces, type SplitText, splitPieces } from './marked-text'
import { reasonLabel } from './moderator-reasons'
import { ruleHref } from './rules/rule-addresses'
import { type ScoreView, scoreViews, scoreWord } from './score-words'
import { queueName } from './value-words'
import type { Words } from './words/words'

export type WhyView = {
  title: string
  href: string | undefined
  /** Empty where the title says it. */
  reason: string
  said: FindingInWords
  /** It quotes what the rule points at. */
  isQuoting: boolean
  isShadow: boolean
}

/** Everything that a card shows of one comment. */
export type CardModel = {
  id: string
  version: number
  status: Status
  site: string
  article: { slug: string; title: string }
  author: string
  standing: CardContext['author']
  createdAt: Date
  editedAt: Date | null
  text: SplitText
  hiddenCharacters: number
  parent: CardContext['parent']
  replies: number
  firstReplies: CardContext['firstReplies']
  outcomes: CardContext['outcomes']
  isJudged: boolean
  why: WhyView[]
  scores: ScoreView[]
  isUrgent: boolean
  /** The queue that a rule put it in, in words; null for the usual one. */
  queue: string | null
  isForLead: boolean
  reportCount: number
  reports: { reason: string; detail: string; createdAt: Date }[]
  appeal: string | null
  /** It is against a decision of the reader of the page, so somebody else answers it. */
  isOwnAppeal: boolean
  /** `who` is null for the reader of the page. */
  notes: { text: string; who: string | null; createdAt: Date }[]
  /** Who else holds it, or the reader of this page. */
  claim: { name: string; isMine: boolean } | null
  decision: (NonNullable<CardContext['decision']> & { who: string | null }) | null
  /** What two moderators said, where the reader of the page may know. */
  verdicts: { first: VerdictView; second: VerdictView } | null
}

export type VerdictView = Verdict & { who: string | null }

/** Names for what is kept as an id. */
export type Names = {
  /** By "moderator:<id>" or "token:<id>". */
  actors: ReadonlyMap<string, string>
  /** Rules that owners wrote, by id. */
  rules: ReadonlyMap<string, NamedRule>
  /** Titles by the ids of articles. */
  articles?: ReadonlyMap<string, string>
  /** How the reader of the page is named in claims and decisions. */
  me: string
  words: Words
  /** Whether hard words are covered: then what the scores point at is marked as well. */
  masksWords?: boolean
  /** Whether the words that made the scores are left unmarked. */
  hidesScoreWords?: boolean
}

const urgentFrom = 80
/** A longer text is folded, unless little would be left to unfold. */
const shownLength = 900
const leastFolded = 300

export const ruleTitle = (rule: string, { words, rules }: Names): string =>
  words.builtInRules[rule] ?? rules.get(rule)?.name ?? rule

/** The page of the owner's rule that found something; built-in checks and deleted rules have none. */
export const findingHref = (site: string, rule: string, { rules }: Names): string | undefined =>
  rules.get(rule)?.isDeleted === false ? ruleHref(site, rule) : undefined

/** Where nothing surrounds a comment, or nothing of it may be told. */
export const noContext: CardContext = {
  author: { approved: 0, rejected: 0, spam: 0, since: null },
  parent: null,
  replies: 0,
  firstReplies: [],
  outcomes: [],
  reports: [],
  notes: [],
  scoreSpans: [],
  appealNotFor: null,
  decision: null,
}

export function cardModel(
  item: QueueItem,
  context: CardContext = noContext,
  names: Names,
  verdicts?: Verdicts,
): CardModel {
  return {
    id: item.id,
    version: item.version,
    status: item.status,
    site: item.site,
    article: item.article,
    author: item.author,
    standing: context.author,
    createdAt: item.created_at,
    editedAt: item.edited_at,
    text: foldedText(item, context, names),
    hiddenCharacters: countHidden(item.body) + countHidden(item.author),
    parent: context.parent,
    replies: context.replies,
    firstReplies: context.firstReplies,
    outcomes: context.outcomes,
    isJudged: item.status !== 'pending',
    why: item.findings.map((finding) => whyView(finding, item.site, names)),
    scores: scoreViews(item.scores),
    isUrgent: isUrgent(item),
    queue: queueOf(item, names),
    isForLead: item.queue === leadQueue,
    reportCount: item.reports,
    reports: context.reports.map((report) => ({
      ...report,
      reason: reasonLabel(names.words, report.reason),
    })),
    appeal: item.appeal,
    isOwnAppeal: context.appealNotFor === names.me,
    notes: context.notes.map(({ by, ...note }) => ({ ...note, who: nameOf(by, names) })),
    claim: claimOf(item.claimed_by, names),
    decision: context.decision && {
      ...context.decision,
      who: nameOf(context.decision.decidedBy, names),
    },
    verdicts: verdicts ? verdictViews(verdicts, names) : null,
  }
}

/** What is urgent says so already. */
function queueOf(item: QueueItem, { words }: Names): string | null {
  const isSaid = item.queue === 'default' || (item.queue === 'urgent' && isUrgent(item))
  return isSaid ? null : queueName(words, item.queue)
}

const isUrgent = ({ priority, status }: QueueItem): boolean =>
  priority >= urgentFrom && status === 'held'

function claimOf(claimedBy: string | null, names: Names): CardModel['claim'] {
  if (claimedBy === null) return null
  return { name: names.actors.get(claimedBy) ?? '', isMine: claimedBy === names.me }
}

function verdictViews({ first, second }: Verdicts, names: Names): CardModel['verdicts'] {
  const view = (verdict: Verdict) => ({ ...verdict, who: nameOf(verdict.by, names) })
  return { first: view(first), second: view(second) }
}

/** null: the reader of the page. */
export const nameOf = (actor: string, names: Names): string | null =>
  actor === names.me ? null : (names.actors.get(actor) ?? actor)

/** Without what the title says already. */
function whyView(finding: Finding, site: string, names: Names): WhyView {
  const title = ruleTitle(finding.rule, names)
  const reason = reasonLabel(names.words, finding.reason)
  const said = findingInWords(names.words, finding)
  const quoted = `"${title}": `
  return {
    title,
    href: findingHref(site, finding.rule, names),
    reason: title.toLowerCase().includes(reason.toLowerCase()) ? '' : reason,
    said: said.text.startsWith(quoted) ? { ...said, text: said.text.slice(quoted.length) } : said,
    isQuoting: finding.spans.length > 0,
    isShadow: finding.mode === 'shadow',
  }
}

/** Where the rules point at in a text. */
export const marksOf = (findings: readonly Finding[], names: Names): Mark[] =>
  findings.flatMap(({ rule, spans }) =>
    spans.map(({ start, end }) => ({ start, end, label: ruleTitle(rule, names) })),
  )

/** A threat is rarely in its words, and spam does not hurt. */
const hardScores: ReadonlySet<ScoreName> = new Set([
  'toxicity',
  'insult',
  'identity_attack',
  'profanity',
  'sexual',
])
/** Of a score that stands or falls with a word. */
const leastLoss = 0.15

const isLikely = (value: number): boolean => ['likely', 'very-likely'].includes(scoreWord(value))

/**
 * The words that made the scores that are likely, and, where hard words are covered, those that a hard
 * score stands or falls with: only these are covered.
 */
function scoreMarks({ scores }: QueueItem, context: CardContext, names: Names): Mark[] {
  const { words, masksWords = false, hidesScoreWords = false } = names
  return context.scoreSpans.flatMap(({ score, start, end, value }): Mark[] => {
    const covers = masksWords && hardScores.has(score) && value >= leastLoss
    const shows = !hidesScoreWords && isLikely(scores[score] ?? notScored)
    if (!(covers || shows)) return []
    return [{ start, end, label: words.score[score], isOfScore: true, staysOpen: !covers }]
  })
}

function foldedText(item: QueueItem, context: CardContext, names: Names): SplitText {
  const { body, findings } = item
  const marks = [...marksOf(findings, names), ...scoreMarks(item, context, names)]
  const pieces = markedPieces(body, marks)
  return splitPieces(pieces, body.length <= shownLength + leastFolded ? body.length : shownLength)
}
