import { z } from 'zod'
import { longBodyBytes } from '../platform/http/bodies'
import { problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { backtestRule } from '../rules/backtest-rule.flow'
import { compileCondition } from '../rules/condition'
import { type ConditionError, inEnglish } from '../rules/condition-error'
import { fields } from '../rules/fields'
import { ruleActions } from '../rules/finding'
import { tryCondition } from '../rules/try-rule.flow'
import { define, notFound, siteOf } from './door'
import { estimatedShare } from './schemas'

const tag = 'Rules'
const path = '/sites/{site}/rules'
const when = z.string().max(5000)
const conditionError = z.object({
  code: z.string(),
  message: z.string(),
  start: z.number().int(),
  end: z.number().int(),
})
const invalid = {
  description: 'The condition cannot be used; `errors` carry code, message and place',
}

const refused = (errors: readonly ConditionError[]) =>
  problem(422, 'The condition cannot be used.', {
    errors: errors.map((error) => ({ field: 'when', ...inEnglish(error) })),
  })

const checkCondition = define({
  method: 'post',
  path: `${path}/check`,
  summary: 'Check a condition without saving it',
  tag,
  access: 'moderator',
  body: z.strictObject({ when }),
  answers: {
    200: {
      description: 'What is wrong with it, if anything',
      schema: z.object({ ok: z.boolean(), errors: z.array(conditionError) }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { banks } = await door.services.ruleSets.of(site.id, site.ruleSetVersion)
    const compiled = compileCondition(body.when, banks)
    const errors = compiled.ok ? [] : compiled.errors.map(inEnglish)
    return { status: 200, body: { ok: compiled.ok, errors } }
  },
})

const leafSchema = z.object({
  source: z.string(),
  value: z.unknown(),
  result: z.boolean(),
  start: z.number().int(),
  end: z.number().int(),
})

const tryOne = define({
  method: 'post',
  path: `${path}/try`,
  summary:
    'The truth table of a condition on a text or on a past comment, and what every other rule says',
  tag,
  access: 'moderator',
  bodyBytes: longBodyBytes,
  body: z
    .strictObject({
      when,
      body: z.string().max(10_000).optional(),
      comment_id: z.uuid().optional(),
    })
    .refine(
      (value) => (value.body === undefined) !== (value.comment_id === undefined),
      'Give either body or comment_id.',
    ),
  answers: {
    200: {
      description: 'Result and truth table',
      schema: z.object({
        result: z.boolean(),
        leaves: z.array(leafSchema),
        features: z.record(z.string(), z.unknown()),
        others: z.array(
          z.object({
            rule: z.string(),
            name: z.string(),
            mode: z.string(),
            matched: z.boolean(),
            action: z.string().nullable(),
            reason: z.string().nullable(),
            detail: z.string(),
            version: z.number().int().nullable(),
            facts: z.record(z.string(), z.unknown()).nullable(),
            leaves: z.array(leafSchema),
          }),
        ),
      }),
    },
    404: { description: 'No such site or comment' },
    422: invalid,
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const on =
      body.comment_id === undefined ? { body: body.body ?? '' } : { commentId: body.comment_id }
    const tried = await tryCondition(door.services, site, { when: body.when, on }, new Date())
    if (tried.outcome === 'invalid') return refused(tried.errors)
    if (tried.outcome === 'unknown') throw notFound('judged comment')
    const { outcome: _, ...answer } = tried
    return { status: 200, body: answer }
  },
})

const sample = z.object({
  comment_id: z.uuid(),
  author: z.string(),
  body: z.string(),
  human: z.string().nullable(),
})

const testBack = define({
  method: 'post',
  path: `${path}/backtest`,
  summary: 'What a rule would have done to the last comments, and what people decided on them',
  tag,
  access: 'moderator',
  body: z.strictObject({
    when,
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then: z.looseObject({ action: z.enum(ruleActions) }).default({ action: 'hold' }),
    rule_id: z
      .string()
      .max(100)
      .optional()
      .describe('Compare with the active version of this rule'),
    limit: z.number().int().min(1).max(50_000).default(10_000),
    days: z.number().int().min(1).max(3650).optional(),
  }),
  answers: {
    200: {
      description: 'The report',
      schema: z.object({
        comments: z.number().int(),
        matches: z.number().int(),
        share: z.number(),
        humans: z.object({
          approved: z.number().int(),
          rejected: z.number().int(),
          held: z.number().int(),
          undecided: z.number().int(),
        }),
        precision: estimatedShare.describe(
          'How often people agreed, with the 95 % Wilson interval',
        ),
        newly_caught: z.number().int(),
        already_caught: z.number().int(),
        current: z
          .object({ matches: z.number().int(), added: z.number().int(), lost: z.number().int() })
          .nullable(),
        samples: z.object({
          matched: z.array(sample),
          newly_caught: z.array(sample),
          added: z.array(sample),
          lost: z.array(sample),
        }),
      }),
    },
    404: { description: 'No such site' },
    422: invalid,
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { when, then, limit, days, rule_id } = body
    if (rule_id !== undefined && !isUuid(rule_id)) throw notFound('rule')
    const tested = await backtestRule(
      door.services,
      site,
      { when, action: then.action, limit, days, ruleId: rule_id },
      new Date(),
    )
    if (tested.outcome === 'invalid') return refused(tested.errors)
    const { samples, ...report } = tested.report
    const shown = Object.fromEntries(
      Object.entries(samples).map(([name, list]) => [
        name,
        list.map(({ commentId, ...rest }) => ({ comment_id: commentId, ...rest })),
      ]),
    )
    return { status: 200, body: { ...report, samples: shown } }
  },
})

const readFields = define({
  method: 'get',
  path: '/rule-fields',
  summary: 'Every field that a condition may read, with type, unit and range',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'Fields',
      schema: z.object({ fields: z.array(z.looseObject({ path: z.string(), type: z.string() })) }),
    },
  },
  handle: async () => ({
    status: 200,
    body: {
      fields: Object.entries(fields).map(([fieldPath, field]) => ({ path: fieldPath, ...field })),
    },
  }),
})

/** Before the rules by id: "check" is no id. */
export const ruleTestEndpoints = [checkCondition, tryOne, testBack, readFields]
