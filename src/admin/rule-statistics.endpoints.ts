import { z } from 'zod'
import { actions, statuses } from '../comments/comment'
import {
  countDecidedByRule,
  readRuleDays,
  readRuleHits,
  readRuleStatistics,
} from '../moderation/rule-acts.store'
import { findingModes } from '../rules/finding'
import { addDefaultPack } from '../rules/rule-file.flow'
import { actorNameOf, define, siteOf } from './door'
import { ruleOf, rulesPath, statisticsBody, statisticsSchema } from './rules.endpoints'
import { moment, time } from './schemas'

const tag = 'Rules'
const count = z.number().int()
const usualSpanMs = 30 * 86_400_000

const readStatistics = define({
  method: 'get',
  path: `${rulesPath}/{id}/statistics`,
  summary: 'What a rule met in the last 30 days, by version, mode and day, and what it met last',
  tag,
  access: 'moderator',
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  answers: {
    200: {
      description: 'Hits; those of a rule in shadow had no effect',
      schema: z.object({
        versions: z.array(statisticsSchema),
        days: z.array(z.object({ day: z.iso.date(), live: count, shadow: count })),
        hits: z.array(
          z.object({
            comment_id: z.uuid(),
            author: z.string(),
            body: z.string(),
            status: z.enum(statuses),
            version: count,
            mode: z.enum(findingModes),
            human: z.enum(actions).nullable().describe('What a person decided last'),
            at: time,
          }),
        ),
      }),
    },
    404: { description: 'No such rule' },
  },
  handle: async ({ params, query, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { id } = await ruleOf(door, site, params.id)
    const { db } = door.services
    const [versions, days, hits] = await Promise.all([
      readRuleStatistics(db, site.id, [id]),
      readRuleDays(db, site.id, id),
      readRuleHits(db, site.id, id, query.limit),
    ])
    const hitBodies = hits.map(({ commentId, ...hit }) => ({ comment_id: commentId, ...hit }))
    return { status: 200, body: { versions: versions.map(statisticsBody), days, hits: hitBodies } }
  },
})

const countReturns = define({
  method: 'get',
  path: `${rulesPath}/{id}/returns`,
  summary: 'How many comments a return to the queue would bring back',
  tag,
  access: 'owner',
  query: z.object({
    version: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe('Else the active one'),
    from: moment.optional().describe('Else 30 days ago'),
    to: moment.optional().describe('Else now'),
  }),
  answers: {
    200: { description: 'The number', schema: z.object({ count }) },
    404: { description: 'No such rule' },
  },
  handle: async ({ params, query, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const rule = await ruleOf(door, site, params.id)
    const { version = rule.version, to = new Date() } = query
    const { from = new Date(to.getTime() - usualSpanMs) } = query
    const acts = { siteId: site.id, ruleId: rule.id, version, from, to }
    return { status: 200, body: { count: await countDecidedByRule(door.services.db, acts) } }
  },
})

const addPack = define({
  method: 'post',
  path: '/sites/{site}/rule-pack',
  summary: 'Add what the site lacks of the default pack of rules and banks; everything else stays',
  tag,
  access: 'owner',
  answers: {
    200: { description: 'How many were added', schema: z.object({ rules: count, banks: count }) },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const added = await addDefaultPack(door.services.db, site.id, actorNameOf(door.caller))
    return { status: 200, body: added }
  },
})

export const ruleStatisticsEndpoints = [readStatistics, countReturns, addPack]
