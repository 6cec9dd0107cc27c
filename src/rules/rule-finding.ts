import { linksOf, spansOfLinks } from '../text/links'
import type { Span } from '../text/span'
import { type BankHit, placesOf } from './bank-matcher'
import { fails } from './built-in/details'
import type { CompiledRule } from './compiled-rule'
import type { Condition } from './condition'
import type { ConditionContext } from './condition-context'
import type { Leaf } from './condition-leaves'
import type { Finding } from './finding'
import type { Subject } from './rule'

/** What an owner's rule said of a comment, with the values it saw. */
export type RuleFinding = Finding & { leaves: Leaf[] }

const longestValue = 40
const shownDigits = 4

const rounded = (value: Leaf['value']): Leaf['value'] =>
  typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(shownDigits))
    : value

function shown({ value, source }: Leaf): string {
  if (value === null) return source
  const text = JSON.stringify(rounded(value))
  return `${source} (${text.length > longestValue ? `${text.slice(0, longestValue)}…` : text})`
}

/** `"Newcomer with a link": author.approvedCount == 0 (0), size(comment.links) > 0 (2).` */
export function detailOf(rule: CompiledRule, leaves: readonly Leaf[]): string {
  const met = leaves.filter((leaf) => leaf.result).map(shown)
  const { name, then } = rule.document
  const note = then.note === '' ? '' : ` ${then.note}`
  return `"${name}"${met.length > 0 ? `: ${met.join(', ')}` : ''}.${note}`
}

// The rules of a site ask for the same few banks again and again.
const spansByBank = new WeakMap<readonly BankHit[], Map<string, Span[]>>()

function bankSpans(bankHits: readonly BankHit[], bank: string): Span[] {
  const known = spansByBank.get(bankHits) ?? new Map<string, Span[]>()
  spansByBank.set(bankHits, known)
  const spans = known.get(bank) ?? placesOf(bankHits.filter((hit) => hit.bank === bank))
  known.set(bank, spans)
  return spans
}

const linkSpans = ({ features, views }: Subject): Span[] =>
  features.comment.links.length === 0 ? [] : spansOfLinks(linksOf(views))

/** The places of the banks and links that a condition looks at. */
export function spansOf({ reads }: Condition, subject: Subject): Span[] {
  const isAboutLinks = reads.fields.has('comment.links') || reads.fields.has('comment.linkDomains')
  const parts = [...reads.banks].map((bank) => bankSpans(subject.bankHits, bank))
  if (isAboutLinks) parts.push(linkSpans(subject))
  const spans = parts.flat()
  return parts.length > 1 ? spans.sort((one, other) => one.start - other.start) : spans
}

/** A rule that could not be run says so, and a person looks. */
export function failedFinding(rule: CompiledRule, message: string): RuleFinding {
  return {
    rule: rule.id,
    version: rule.version,
    mode: rule.mode,
    action: 'hold',
    reason: 'rule_error',
    priority: 90,
    ...fails('rule_failed', { name: rule.document.name, problem: message }),
    spans: [],
    leaves: [],
  }
}

/**
 * What a rule that has met its condition comes to. Behind a disguise alone it may hold and do no
 * more: neither refuse nor give points that refuse.
 */
export function findingOf(
  rule: CompiledRule,
  condition: Condition,
  subject: Subject,
  { context, isDisguised }: { context: ConditionContext; isDisguised: boolean },
): RuleFinding {
  const leaves = condition.explain(context)
  const { then } = rule.document
  const isScore = then.action === 'score' && !isDisguised
  return {
    rule: rule.id,
    version: rule.version,
    mode: rule.mode,
    action: isDisguised ? 'hold' : then.action,
    ...(isScore ? { points: then.score } : {}),
    ...(then.action === 'score' ? {} : { queue: then.queue }),
    reason: then.reason,
    priority: then.priority,
    detail: detailOf(rule, leaves),
    facts: { note: then.note },
    spans: spansOf(condition, subject),
    leaves,
  }
}
