import { cpuClockMs } from '../platform/cpu-clock'
import type { Database } from '../platform/database'
import { scoreSafely, spamWithoutLinks } from '../scoring/score-safely'
import type { Scorer } from '../scoring/scorer'
import type { Site } from '../sites/site'
import { viewsOf } from '../text/views'
import { searchBanks } from './bank-matcher'
import { buildFeatures, noHistory } from './build-features'
import { builtInRules } from './built-in-rules'
import { compileCondition } from './condition'
import { contextOf } from './condition-context'
import type { ConditionError } from './condition-error'
import type { Leaf } from './condition-leaves'
import { evaluateRules } from './evaluate-rules'
import type { Features } from './features'
import type { Finding } from './finding'
import { readPastComment } from './past-comments.store'
import type { Subject } from './rule'
import type { RuleSet, RuleSets } from './rule-set.store'
import { runRules } from './run-rules'

export type TryTools = { db: Database; ruleSets: RuleSets; scorer: Scorer }

/** A text of nobody, or a comment as it was judged. */
export type TryOn = { body: string } | { commentId: string }

export type TryOutcome =
  | {
      outcome: 'tried'
      result: boolean
      leaves: Leaf[]
      features: Features
      others: OtherVerdict[]
    }
  | { outcome: 'invalid'; errors: ConditionError[] }
  | { outcome: 'unknown' }

/** What another rule says of the same comment. */
export type OtherVerdict = {
  rule: string
  name: string
  mode: string
  matched: boolean
  action: string | null
  reason: string | null
  detail: string
  /** What the finding was made by and from, where there is one. */
  version: number | null
  facts: object | null
  leaves: Leaf[]
}

type Tried = Pick<Subject, 'features' | 'views' | 'bankHits' | 'isSearchComplete' | 'scoreFailure'>
type Read = Pick<Tried, 'features' | 'views' | 'scoreFailure'>

/** A text of nobody, read and scored as it would be now; no other service is asked about it. */
function readText({ scorer }: TryTools, ruleSet: RuleSet, on: { body: string; now: Date }): Read {
  const { settings, trustedDomains, deltas } = ruleSet
  const context = { siteLanguage: settings.language, clock: cpuClockMs, deltas }
  const read = scoreSafely(scorer, on.body, context)
  const { views, scored } = read
  const features = buildFeatures({
    views,
    comment: { isReply: false, depth: 0, edited: false, createdAt: on.now },
    authorName: '',
    captchaSeconds: 60,
    honeypot: false,
    article: { section: '', tags: [], publishedAt: on.now },
    history: noHistory,
    scores: scored.scores,
    spamWithoutLinks: spamWithoutLinks(scorer, read, context),
    language: scored.language,
    timeZone: settings.time_zone,
    trustedDomains,
  })
  return { features, views, scoreFailure: scored.failure }
}

async function readTried(
  tools: TryTools,
  ruleSet: RuleSet,
  { siteId, on, now }: { siteId: string; on: TryOn; now: Date },
): Promise<Tried | undefined> {
  const past = 'commentId' in on ? await readPastComment(tools.db, siteId, on.commentId) : undefined
  const body = 'body' in on ? on.body : past?.body
  if (body === undefined) return undefined
  const read = past
    ? { features: past.features, views: viewsOf(body) }
    : readText(tools, ruleSet, { body, now })
  const { hits, isComplete } = searchBanks(ruleSet.banks, read.views, cpuClockMs)
  return { ...read, bankHits: hits, isSearchComplete: isComplete }
}

/** Leaf by leaf what a condition makes of a comment, and what every other rule says of it. */
export async function tryCondition(
  tools: TryTools,
  site: Site,
  { when, on }: { when: string; on: TryOn },
  now: Date,
): Promise<TryOutcome> {
  const ruleSet = await tools.ruleSets.of(site.id, site.ruleSetVersion)
  const compiled = compileCondition(when, ruleSet.banks)
  if (!compiled.ok) return { outcome: 'invalid', errors: compiled.errors }
  const tried = await readTried(tools, ruleSet, { siteId: site.id, on, now })
  if (!tried) return { outcome: 'unknown' }
  const context = contextOf(tried.features, [...new Set(tried.bankHits.map(({ bank }) => bank))])
  return {
    outcome: 'tried',
    result: compiled.condition.holds(context),
    leaves: compiled.condition.explain(context),
    features: tried.features,
    others: othersOn(ruleSet, tried, now),
  }
}

function othersOn(ruleSet: RuleSet, tried: Tried, now: Date): OtherVerdict[] {
  const { settings, trustedDomains } = ruleSet
  const subject = { ...tried, settings, trustedDomains }
  const occasion = { article: '', now, clock: cpuClockMs }
  const found = [...runRules(subject), ...evaluateRules(subject, ruleSet.rules, occasion)]
  const byRule = new Map(found.map((finding) => [finding.rule, finding]))
  const verdict = (rule: string, name: string, mode: string, finding: Finding | undefined) => ({
    rule,
    name,
    mode,
    matched: finding !== undefined,
    action: finding?.action ?? null,
    reason: finding?.reason ?? null,
    detail: finding?.detail ?? '',
    version: finding?.version ?? null,
    facts: finding?.facts ?? null,
    leaves: finding?.leaves ?? [],
  })
  return [
    ...builtInRules.map(({ name, title }) => verdict(name, title, 'live', byRule.get(name))),
    ...ruleSet.rules.map(({ id, mode, document }) =>
      verdict(id, document.name, mode, byRule.get(id)),
    ),
  ]
}
