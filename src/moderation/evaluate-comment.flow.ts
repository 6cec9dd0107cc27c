import { cpuClockMs } from '../platform/cpu-clock'
import { logger, placesIn } from '../platform/logger'
import { uuidv7 } from '../platform/uuid'
import { searchBanks } from '../rules/bank-matcher'
import { buildFeatures } from '../rules/build-features'
import { evaluateRules } from '../rules/evaluate-rules'
import type { RuleSet } from '../rules/rule-set.store'
import { runRules } from '../rules/run-rules'
import { type ExternalReply, withExternalScores } from '../scoring/external-scorer'
import { scoreSafely, spamWithoutLinks } from '../scoring/score-safely'
import type { Scorer } from '../scoring/scorer'
import type { Evaluation } from './decision'
import type { PendingComment } from './pending-comment.store'

type Judged = { comment: PendingComment; reply: ExternalReply | undefined }

/**
 * What scorers, checks and rules say of a comment; undefined when that could not be found out. What
 * fails on a text would fail on it again, and its neighbours in the batch are judged all the same.
 */
export function evaluateComment(
  scorer: Scorer,
  ruleSet: RuleSet,
  judged: Judged,
): Evaluation | undefined {
  try {
    return evaluate(scorer, ruleSet, judged)
  } catch (error) {
    const { id } = judged.comment
    logger.error({ comment: id, places: placesIn(error) }, 'a comment could not be read')
    return undefined
  }
}

function evaluate(scorer: Scorer, ruleSet: RuleSet, { comment, reply }: Judged): Evaluation {
  const { settings, trustedDomains, deltas } = ruleSet
  const context = { siteLanguage: settings.language, clock: cpuClockMs, deltas }
  const read = scoreSafely(scorer, comment.body, context)
  const { views, scored: own } = read
  const { external_scorer: external } = settings
  const scored = external ? withExternalScores(own, external, reply) : own
  const features = buildFeatures({
    ...comment,
    comment,
    views,
    scores: scored.scores,
    spamWithoutLinks: spamWithoutLinks(scorer, read, context),
    language: scored.language,
    timeZone: settings.time_zone,
    trustedDomains,
  })
  const { hits: bankHits, isComplete } = searchBanks(ruleSet.banks, views, cpuClockMs)
  const found = { bankHits, isSearchComplete: isComplete, scoreFailure: scored.failure }
  const subject = { features, views, ...found, settings, trustedDomains }
  const occasion = { article: comment.article.slug, now: new Date(), clock: cpuClockMs }
  const findings = [...runRules(subject), ...evaluateRules(subject, ruleSet.rules, occasion)]
  return {
    id: uuidv7(),
    ruleSetVersion: ruleSet.version,
    model: scored.model,
    language: scored.language,
    features,
    scores: scored.scores,
    scoreSpans: scored.spans,
    findings,
    bankHits: [...new Set(bankHits.map(({ bank }) => bank))],
  }
}
