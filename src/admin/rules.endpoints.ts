import { z } from 'zod'
import { storable } from '../comments/comment-form'
import { type RuleStatistics, readRuleStatistics } from '../moderation/rule-acts.store'
import { longBodyBytes } from '../platform/http/bodies'
import { type Answer, problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { demotionInEnglish } from '../rules/demotion'
import { addRule, editRule, type RuleOutcome } from '../rules/edit-rules.flow'
import { findingModes } from '../rules/finding'
import { deleteRule, findRule, listRules, type StoredRule } from '../rules/rule.store'
import { ruleDocumentSchema, ruleModes } from '../rules/rule-document'
import { wilson } from '../rules/wilson'
import type { Site } from '../sites/site'
import { type AdminDoor, actorNameOf, define, notFound, siteOf } from './door'
import { estimatedShare, time } from './schemas'

const tag = 'Rules'
export const rulesPath = '/sites/{site}/rules'

export const ruleSchema = ruleDocumentSchema.extend({
  id: z.uuid(),
  mode: z.enum(ruleModes),
  version: z.number().int(),
  changed_at: time,
  notice: z.string().describe('What the owner has to know, such as a demotion to shadow'),
})

export const ruleAnswer = { description: 'The rule', schema: ruleSchema }

export const ruleBody = ({ id, mode, version, document, changedAt, demotion }: StoredRule) => ({
  id,
  ...document,
  mode,
  version,
  changed_at: changedAt,
  notice: demotion ? demotionInEnglish(demotion) : '',
})

/** The parts of a sent rule that are not the document; the document is checked by its own border. */
const sentRule = z.looseObject({
  ...ruleDocumentSchema.shape,
  mode: z.enum(ruleModes).optional().describe('Rules that reject or mark as spam start in shadow'),
  version: z
    .number()
    .int()
    .optional()
    .describe('The version that was edited; a stale one is refused'),
  comment: z.string().overwrite(storable).max(500).optional().describe('Why it was changed'),
})
const sentShape = z.looseObject({
  mode: z.enum(ruleModes).optional(),
  version: z.number().int().optional(),
  comment: z.string().overwrite(storable).max(500).optional(),
})

function draftOf(sent: z.infer<typeof sentShape>) {
  const { mode, version, comment, ...rest } = sent
  // answers of ours may be sent back as they are
  const ours = new Set(['id', 'changed_at', 'notice', 'statistics'])
  const document = Object.fromEntries(Object.entries(rest).filter(([name]) => !ours.has(name)))
  return { document, mode, version, comment }
}

export function answerTo(outcome: RuleOutcome, savedStatus: number): Answer {
  switch (outcome.outcome) {
    case 'saved':
      return { status: savedStatus, body: ruleBody(outcome.rule) }
    case 'invalid': {
      const errors = outcome.problems.map(({ path, ...rest }) => ({ field: path, ...rest }))
      return problem(422, 'The rule cannot be used as it is.', { errors })
    }
    case 'overtaken':
      return problem(409, 'Somebody else changed this rule.', {
        current: ruleBody(outcome.current),
      })
    case 'unknown':
      return problem(404, 'There is no such rule.')
  }
}

export async function ruleOf(
  door: AdminDoor,
  site: Site,
  id: string | undefined,
): Promise<StoredRule> {
  const rule = isUuid(id) ? await findRule(door.services.db, site.id, id) : undefined
  if (!rule) throw notFound('rule')
  return rule
}

export const statisticsSchema = z.object({
  version: z.number().int(),
  mode: z.enum(findingModes),
  hits: z.number().int(),
  approved: z.number().int().describe('What people decided on what it hit'),
  refused: z.number().int(),
  agreed: z.number().int().describe('Of these, where they came to what the rule said'),
  precision: estimatedShare.describe('How often people agreed, with the 95 % Wilson interval'),
})

export const statisticsBody = ({ rule: _, ...rest }: RuleStatistics) => ({
  ...rest,
  precision: wilson(rest.agreed, rest.approved + rest.refused),
})

const readRules = define({
  method: 'get',
  path: rulesPath,
  summary: 'Rules of a site, with what they hit in the last 30 days',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'Rules in the order in which they were made',
      schema: z.object({
        rules: z.array(ruleSchema.extend({ statistics: z.array(statisticsSchema) })),
      }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const rules = await listRules(door.services.db, site.id)
    const ids = rules.map(({ id }) => id)
    const statistics = await readRuleStatistics(door.services.db, site.id, ids)
    const body = rules.map((rule) => ({
      ...ruleBody(rule),
      statistics: statistics.filter((one) => one.rule === rule.id).map(statisticsBody),
    }))
    return { status: 200, body: { rules: body } }
  },
})

const postRule = define({
  method: 'post',
  path: rulesPath,
  summary: 'Add a rule; one that rejects or marks as spam starts in shadow',
  tag,
  access: 'owner',
  bodyBytes: longBodyBytes,
  body: sentShape,
  describedBody: sentRule,
  answers: {
    201: ruleAnswer,
    404: { description: 'No such site' },
    422: { description: 'Not valid; `errors` carry code, message and place' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    return answerTo(
      await addRule(door.services, site, draftOf(body), actorNameOf(door.caller)),
      201,
    )
  },
})

const readRule = define({
  method: 'get',
  path: `${rulesPath}/{id}`,
  summary: 'One rule',
  tag,
  access: 'moderator',
  answers: { 200: ruleAnswer, 404: { description: 'No such rule' } },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    return { status: 200, body: ruleBody(await ruleOf(door, site, params.id)) }
  },
})

const putRule = define({
  method: 'put',
  path: `${rulesPath}/{id}`,
  summary: 'Change a rule: another document becomes a new version, another mode does not',
  tag,
  access: 'owner',
  bodyBytes: longBodyBytes,
  body: sentShape,
  describedBody: sentRule,
  answers: {
    200: ruleAnswer,
    404: { description: 'No such rule' },
    409: { description: 'Somebody else changed it; `current` holds theirs' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { id } = await ruleOf(door, site, params.id)
    const change = { draft: draftOf(body), actor: actorNameOf(door.caller) }
    return answerTo(await editRule(door.services, site, id, change), 200)
  },
})

const dropRule = define({
  method: 'delete',
  path: `${rulesPath}/{id}`,
  summary: 'Take a rule out of use; what it found stays',
  tag,
  access: 'owner',
  answers: { 204: { description: 'Deleted' }, 404: { description: 'No such rule' } },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { id } = await ruleOf(door, site, params.id)
    await deleteRule(door.services.db, site.id, id, actorNameOf(door.caller))
    return { status: 204 }
  },
})

export const ruleEndpoints = [readRules, postRule, readRule, putRule, dropRule]
