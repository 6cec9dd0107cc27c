/**
 * 200 conditions on comments of about 350 characters: features, banks and rules as the worker runs
 * them, beside json-rules-engine on the same conditions; then the costliest patterns that a site may
 * have, on hostile texts.
 */
import { matchBanks, searchBanks } from '../src/rules/bank-matcher'
import { buildFeatures, type FeatureInput } from '../src/rules/build-features'
import { type CompiledBanks, compileBanks, compileBanksInSteps } from '../src/rules/compile-banks'
import { compileRules, type SavedRule } from '../src/rules/compiled-rule'
import { evaluateRules } from '../src/rules/evaluate-rules'
import type { Features } from '../src/rules/features'
import { ruleDocumentSchema } from '../src/rules/rule-document'
import { defaultSettings } from '../src/sites/settings'
import { viewsOf } from '../src/text/views'
import { median, percentile } from './support/figures'

const ruleCount = 200
const commentCount = 1000
const comparedCount = 100

let seed = 20261122

/** The same numbers on every run (Mulberry32). */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const upTo = (most: number) => Math.floor(random() * most)
const vocabulary =
  'the council vote school budget mayor read again people first water because their park bus price bread bank rent weather idiot clown nonsense agree'.split(
    ' ',
  )

function commentText(): string {
  let text = ''
  while (text.length < 350) text += `${vocabulary[upTo(vocabulary.length)]} `
  return random() < 0.15 ? `${text}https://example${upTo(50)}.com/offer` : text.trim()
}

function inputFor(text: string): FeatureInput {
  const counts = { approvedCount: upTo(20), rejectedCount: upTo(4), commentsLastHour: upTo(9) }
  return {
    views: viewsOf(text),
    comment: { isReply: random() < 0.4, depth: upTo(4), edited: false, createdAt: new Date(0) },
    authorName: 'Ada',
    captchaSeconds: 5 + random() * 60,
    honeypot: false,
    article: {
      section: ['politics', 'sport', 'local'][upTo(3)] ?? '',
      tags: [],
      publishedAt: new Date(0),
    },
    history: {
      author: {
        ...counts,
        ageDays: random() * 400,
        strikes: 0,
        spamByPeople30d: 0,
        role: 'reader',
      },
      network: {
        commentsLastHour: upTo(9),
        approved30d: 0,
        refused30d: 0,
        spamByPeople30d: 0,
        captchaFails: 0,
        onBlocklist: false,
      },
      article: { commentCount: upTo(400), commentsLastHour: upTo(40) },
      duplicates24h: upTo(2),
      nearDuplicates24h: upTo(3),
      authorDuplicates24h: 0,
      networkDuplicates24h: 0,
      reports: upTo(3),
      domains: [],
    },
    spamWithoutLinks: random(),
    scores: {
      spam: random(),
      toxicity: random(),
      insult: random(),
      threat: random() * 0.3,
      identity_attack: random() * 0.3,
      profanity: random(),
      sexual: random() * 0.2,
    },
    language: 'en',
    timeZone: 'Europe/Berlin',
    trustedDomains: [],
  }
}

type Comparison = { fact: string; path?: string; operator: string; value: unknown }
type Pair = { cel: string; all: Comparison[] }

const above = (fact: string, path: string, value: number): Comparison => {
  return { fact, path: `$.${path}`, operator: 'greaterThan', value }
}
const equal = (fact: string, path: string, value: unknown): Comparison => {
  return { fact, path: `$.${path}`, operator: 'equal', value }
}
const hitBank = (name: string): Comparison => {
  return { fact: 'banks', operator: 'contains', value: name }
}

/** Five kinds of condition, each in both languages. */
function pairFor(index: number): Pair {
  const limit = Math.round((0.3 + 0.6 * random()) * 100) / 100
  const pairs: Pair[] = [
    {
      cel: `scores.toxicity > ${limit} && size(comment.links) > 1 && author.approvedCount == 0`,
      all: [
        above('scores', 'toxicity', limit),
        above('comment', 'links.length', 1),
        equal('author', 'approvedCount', 0),
      ],
    },
    {
      cel: `list("insults") && scores.toxicity > ${limit}`,
      all: [hitBank('insults'), above('scores', 'toxicity', limit)],
    },
    {
      cel: `pattern("offers") && author.strikes > 3`,
      all: [hitBank('offers'), above('author', 'strikes', 3)],
    },
    {
      cel: `comment.capsRatio > ${limit} && comment.words > 8 && !comment.isReply`,
      all: [
        above('comment', 'capsRatio', limit),
        above('comment', 'words', 8),
        equal('comment', 'isReply', false),
      ],
    },
    {
      cel: `article.section == "politics" && author.ageDays > 7.0 && scores.insult > ${limit}`,
      all: [
        equal('article', 'section', 'politics'),
        above('author', 'ageDays', 7),
        above('scores', 'insult', limit),
      ],
    },
  ]
  const pair = pairs[index % pairs.length]
  if (!pair) throw new Error('No condition')
  return pair
}

function savedRule({ cel }: Pair, index: number): SavedRule {
  const effect = { action: 'hold', reason: 'other' }
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  const document = ruleDocumentSchema.parse({ name: `Rule ${index}`, when: cel, then: effect })
  return { id: `r${index}`, version: 1, mode: 'live', document }
}

function siteBanks(): CompiledBanks {
  const filler = Array.from({ length: 20_000 }, (_, index) => `word${index}`)
  const patterns = Array.from({ length: 100 }, (_, index) => `\\boffer${index}[a-z]{0,9}x`)
  return compileBanks([
    { name: 'insults', kind: 'words', entries: ['idiot', 'clown', ...filler], disguises: true },
    { name: 'offers', kind: 'patterns', entries: ['/offer\\b', ...patterns], disguises: true },
  ])
}

type Seen = { features: Features; banks: string[] }
type Run = { times: number[]; ruleTimes: number[]; seen: Seen[]; hits: number }

/** Milliseconds of our way through features, banks and rules, comment by comment; the warm half. */
function ours(pairs: Pair[], inputs: FeatureInput[]): Run {
  const banks = siteBanks()
  const rules = compileRules(pairs.map(savedRule), banks)
  const occasion = { article: 'a', now: new Date(0), clock: () => performance.now() }
  const run: Run = { times: [], ruleTimes: [], seen: [], hits: 0 }
  for (const input of inputs) {
    const start = performance.now()
    const views = viewsOf(input.views.raw)
    const features = buildFeatures({ ...input, views })
    const bankHits = matchBanks(banks, views)
    const subject = { features, views, bankHits, settings: defaultSettings, trustedDomains: [] }
    const rulesStart = performance.now()
    run.hits += evaluateRules(subject, rules, occasion).length
    run.times.push(performance.now() - start)
    run.ruleTimes.push(performance.now() - rulesStart)
    run.seen.push({ features, banks: bankHits.map((hit) => hit.bank) })
  }
  const half = inputs.length / 2
  return { ...run, times: run.times.slice(half), ruleTimes: run.ruleTimes.slice(half) }
}

type Engine = {
  addRule(rule: object): void
  run(facts: object): Promise<{ events: unknown[] }>
}
type EngineModule = { Engine: new (rules: [], options: object) => Engine }

/** The other engine, null where it is not installed. */
async function loadEngine(): Promise<EngineModule | null> {
  const name = 'json-rules-engine'
  try {
    return (await import(name)) as EngineModule
  } catch {
    return null
  }
}

async function theirs({ Engine }: EngineModule, pairs: Pair[], seen: Seen[]) {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const { all } of pairs) engine.addRule({ conditions: { all }, event: { type: 'hit' } })
  const times: number[] = []
  let hits = 0
  for (const { features, banks } of seen) {
    const start = performance.now()
    const result = await engine.run({ ...features, banks })
    times.push(performance.now() - start)
    hits += result.events.length
  }
  return { times: times.slice(seen.length / 2), hits }
}

/** The costliest of 800 random patterns that were accepted, and one that fills the limit of a site. */
const costlyPatterns: Record<string, string[]> = {
  'a.{0,50}q': ['a.{0,50}q'],
  'any letter, 50 times': ['[\\pL\\s]{0,50}q'],
  'letters within letters': ['b\\pL{0,20}\\w\\b{0,9}.{0,25}?(?:a|b)\\b+q'],
  'long words': ['\\w{2,30}b[ab]{2,30}'],
  'as many as a site may have': Array.from(
    { length: 70 },
    (_, index) => `[ab]{0,9}b.{0,${12 + (index % 30)}}q${index}`,
  ),
}

/** Milliseconds of the slowest search, each the fastest of five, on 20,000 random letters. */
function hostileMs(entries: string[], letters: string): number {
  const text = Array.from({ length: 20_000 }, () => letters[upTo(letters.length)]).join('')
  const views = viewsOf(text)
  const banks = compileBanks([{ name: 'costly', kind: 'patterns', entries, disguises: true }])
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    searchBanks(banks, views, () => performance.now())
    return performance.now() - start
  })
  return Math.min(...times)
}

function benchHostileTexts(): void {
  for (const [name, entries] of Object.entries(costlyPatterns)) {
    const times = ['ab', 'ab ', 'ая ', 'aaaaab'].map((letters) => hostileMs(entries, letters))
    console.log(`Random letters, ${name}: ${Math.max(...times).toFixed(1)} ms at most`)
  }
}

/** What the event loop has to wait for while the largest banks are compiled. */
function benchCompiling(): void {
  const words = Array.from({ length: 20_000 }, (_, index) => `word${index} number${index}`)
  const patterns = Array.from(
    { length: 500 },
    (_, index) => `\\bcheap (?:offer|deal)${index}\\W?\\d`,
  )
  const steps = compileBanksInSteps([
    { name: 'words', kind: 'words', entries: words, disguises: true },
    { name: 'patterns', kind: 'patterns', entries: patterns, disguises: true },
  ])
  const times: number[] = []
  for (let isDone: boolean | undefined = false; !isDone; ) {
    const start = performance.now()
    isDone = steps.next().done
    times.push(performance.now() - start)
  }
  const totalMs = times.reduce((sum, ms) => sum + ms, 0)
  const steps99 = percentile(times, 0.99)
  console.log(
    `Compiling 20,000 words and 500 patterns: ${totalMs.toFixed(0)} ms in ${times.length} steps of at most ${Math.max(...times).toFixed(1)} ms (99 of 100: ${steps99.toFixed(1)} ms)`,
  )
}

async function main(): Promise<void> {
  benchCompiling()
  benchHostileTexts()
  const pairs = Array.from({ length: ruleCount }, (_, index) => pairFor(index))
  const inputs = Array.from({ length: commentCount }, () => inputFor(commentText()))
  const own = ours(pairs, inputs)
  const ownMs = median(own.times)
  console.log(`Postbag, features + banks + ${ruleCount} rules: ${ownMs.toFixed(3)} ms a comment`)
  const engine = await loadEngine()
  if (!engine) {
    console.log('json-rules-engine is not installed; no comparison.')
    return
  }
  const compared = inputs.slice(0, comparedCount)
  const other = await theirs(engine, pairs, own.seen.slice(0, comparedCount))
  const again = ours(pairs, compared)
  const otherMs = median(other.times)
  console.log(`json-rules-engine, rules alone: ${otherMs.toFixed(3)} ms a comment`)
  console.log(`Hits on ${comparedCount} comments: ${again.hits} and ${other.hits}`)
  console.log(`Ratio, ours with features and banks: ${(otherMs / ownMs).toFixed(1)}`)
  const rulesMs = median(own.ruleTimes)
  console.log(
    `Ratio, rules alone (ours ${rulesMs.toFixed(3)} ms): ${(otherMs / rulesMs).toFixed(1)}`,
  )
}

void main()
