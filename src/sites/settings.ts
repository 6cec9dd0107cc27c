import { z } from 'zod'
import { isNetwork } from '../platform/network-list'
import { externalScorerSchema } from '../scoring/external-scorer'
import { type ScoreName, scoreNames } from '../scoring/score'

const share = z.number().min(0).max(1)
const count = z.number().int().min(0)

/** Limits of the built-in rules. A limit of `null` switches that rule off. */
const limits = z.strictObject({
  max_links: count.nullable().default(2).describe('More links than this are held'),
  newcomer_links: z.boolean().default(true).describe('Hold a link from a first-time author'),
  hold_newcomers: z.boolean().default(false).describe('Hold every comment of a first-time author'),
  max_duplicates: count
    .nullable()
    .default(0)
    .describe(
      'More equal texts in 24 h than this are held; repeated adverts or long texts of one sender are spam',
    ),
  max_near_duplicates: count.nullable().default(1).describe('More similar texts in 24 h are held'),
  author_per_hour: count.nullable().default(8).describe('More comments of one author are held'),
  network_per_hour: count.nullable().default(30).describe('More comments of one network are held'),
  max_caps: share.nullable().default(0.7).describe('A larger share of capitals is held'),
  min_length: count.nullable().default(2).describe('Shorter comments are held, in characters'),
  max_length: count.nullable().default(5000).describe('Longer comments are held, in characters'),
  min_fill_seconds: count.nullable().default(3).describe('Forms sent sooner are held, in seconds'),
})

/**
 * From these scores on a comment is held, marked as spam or rejected. `null` switches it off. The
 * spam score only holds without a second, strong sign.
 */
const thresholdWith = ({ hold, spam, reject }: Threshold) =>
  z.strictObject({
    hold: share.nullable().default(hold),
    spam: share.nullable().default(spam),
    reject: share.nullable().default(reject),
  })
type Threshold = Record<'hold' | 'spam' | 'reject', number | null>
const off: Threshold = { hold: null, spam: null, reject: null }
const thresholdDefaults: Partial<Record<ScoreName, Threshold>> = {
  spam: { hold: 0.7, spam: 0.95, reject: null },
  toxicity: { hold: 0.7, spam: null, reject: null },
}
/** It is biased against the groups that are attacked most, so it never refuses a comment. */
const onlyHolds = 'identity_attack' satisfies ScoreName
type ActingScore = Exclude<ScoreName, typeof onlyHolds>
const actingScores = scoreNames.filter((name): name is ActingScore => name !== onlyHolds)
const thresholds = z.strictObject({
  ...(Object.fromEntries(
    actingScores.map((name) => {
      const usual = thresholdDefaults[name] ?? off
      return [name, thresholdWith(usual).default(usual)]
    }),
  ) as Record<ActingScore, z.ZodDefault<ReturnType<typeof thresholdWith>>>),
  [onlyHolds]: z.strictObject({ hold: share.nullable().default(null) }).default({ hold: null }),
})

/** A live rule that acts on more authors than both within a day of its last change goes to shadow. */
const ruleGuard = z.strictObject({
  authors: count.default(10),
  share: share.default(0.05).describe('Of the comments judged since the change'),
})

/** How the scores of a site learn from its moderators. */
const learning = z.strictObject({
  enabled: z.boolean().default(true),
  since: z.iso
    .datetime()
    .nullable()
    .default(null)
    .describe('Earlier decisions are not learnt from'),
  most_per_moderator_day: z
    .number()
    .int()
    .min(1)
    .default(300)
    .describe('More decisions of one of several people on a day count for as many together'),
  sample_share: share.default(0.02).describe('Of the automatic refusals that a person is shown'),
  approval_sample_share: share
    .default(0.005)
    .describe('Of the automatic approvals that a person is shown'),
})

/** Rules may add points instead of acting; from these sums on a comment is held or rejected. */
const points = z.strictObject({
  hold: z.number().positive().nullable().default(5),
  reject: z.number().positive().nullable().default(12),
})

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const originOf = (value: string) => (URL.canParse(value) ? new URL(value).origin : undefined)
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => originOf(value) === value, 'Give an origin such as https://news.example')

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[^\s\p{C}]+$/u, 'Not a domain such as news.example')
const domains = z.array(domain).max(10_000).default([])

const network = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    isNetwork,
    'Not an address such as 203.0.113.7 or a network such as 203.0.113.0/24 or 2001:db8::/32, at the widest /8 (IPv6: /16)',
  )
  .meta({ examples: ['203.0.113.0/24'] })

/** What a site owner may set. Unknown keys are refused, missing ones take their default. */
export const settingsSchema = z.strictObject({
  default_action: z
    .enum(['hold', 'approve'])
    .default('hold')
    .describe('For a comment that no rule speaks about'),
  unscored: z
    .enum(['hold', 'default'])
    .default('hold')
    .describe('For a comment without a score for spam or toxicity: held, or judged without it'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('en')
    .describe('ISO 639-1'),
  time_zone: z.string().refine(isTimeZone, 'Not a time zone such as Europe/Berlin').default('UTC'),
  origins: z.array(origin).max(50).default([]).describe('Pages that may call the reader API'),
  captcha_min_age_ms: count.max(60_000).default(3000).describe('A faster answer is refused'),
  captcha_ttl_seconds: z
    .number()
    .int()
    .min(60)
    .max(7 * 86_400)
    .default(86_400),
  edit_window_seconds: count.max(86_400).default(900),
  comments_open: z.boolean().default(true),
  rule_guard: ruleGuard.default(ruleGuard.parse({})),
  second_review_share: share
    .default(0.03)
    .describe(
      'Of what moderators decide: shown to another moderator, who does not know the decision',
    ),
  points: points.default(points.parse({})),
  learning: learning.default(learning.parse({})),
  limits: limits.default(limits.parse({})),
  thresholds: thresholds.default(thresholds.parse({})),
  external_scorer: externalScorerSchema
    .nullable()
    .default(null)
    .describe('Sends every text to another service: see docs/external-scorers.md'),
  blocked_domains: domains,
  allowed_domains: domains,
  blocked_networks: z
    .array(network)
    .max(10_000)
    .default([])
    .describe('Addresses or networks; comments from there are held'),
})

export type SiteSettings = z.infer<typeof settingsSchema>

/** Settings with nothing set by the owner. */
export const defaultSettings: SiteSettings = settingsSchema.parse({})
