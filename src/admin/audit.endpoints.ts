import { z } from 'zod'
import { systemChain } from '../audit/audit'
import { listAudit } from '../audit/audit.store'
import { checkChain } from '../audit/verify-audit.flow'
import { type AdminDoor, define, siteOf } from './door'
import { limitQuery, moment, text, time } from './schemas'

const tag = 'Reports'

const auditEvent = z.object({
  chain: z.uuid(),
  seq: z.number().int(),
  at: time,
  type: z.string(),
  comment_id: z.uuid().nullable(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

const auditSite = z
  .string()
  .max(100)
  .optional()
  .describe('Slug; absent: the site of the token, or what belongs to no site')

const readAudit = define({
  method: 'get',
  path: '/audit',
  summary: 'What happened, newest first; each event carries the hash of the one before it',
  tag,
  access: 'owner',
  query: z.object({
    site: auditSite,
    comment_id: z.uuid().optional(),
    type: text(100).optional().describe('The beginning of a type, such as "rule."'),
    actor: text(100).optional().describe('As in the events: "rules", "moderator:<id>"'),
    from: moment.optional(),
    to: moment.optional(),
    before: z.coerce.number().int().min(1).optional().describe('Events before this number'),
    limit: limitQuery(500, 100),
  }),
  answers: {
    200: {
      description: 'Events; next_before is null at the end',
      schema: z.object({ events: z.array(auditEvent), next_before: z.number().int().nullable() }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ query, ...door }) => {
    const chain = await chainOf(door, query.site)
    const { comment_id: commentId, site: _, ...filter } = query
    const { events, next } = await listAudit(door.services.db, { chain, commentId, ...filter })
    return { status: 200, body: { events, next_before: next } }
  },
})

const chainOf = async (door: AdminDoor, slug: string | undefined): Promise<string> =>
  slug === undefined ? (door.caller.siteId ?? systemChain) : (await siteOf(door, slug)).id

const checkAudit = define({
  method: 'get',
  path: '/audit/check',
  summary: 'Recompute the hashes of a chain, part by part: ask again with `next_after`',
  tag,
  access: 'owner',
  query: z.object({
    site: auditSite,
    after: z.coerce.number().int().min(0).default(0).describe('The last event of the part before'),
  }),
  answers: {
    200: {
      description: 'How far the chain is intact',
      schema: z.object({
        checked_through: z.number().int(),
        length: z.number().int(),
        hash: z.string().describe('Of the last event that was checked'),
        intact: z.boolean().nullable().describe('null: not known before the last part'),
        fault: z.object({ seq: z.number().int(), fault: z.string() }).nullable(),
        next_after: z.number().int().nullable(),
      }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ query, ...door }) => {
    const chain = await chainOf(door, query.site)
    const check = await checkChain(door.services.db, chain, query.after)
    const { through, length, hash, fault, isComplete } = check
    return {
      status: 200,
      body: {
        ...{ checked_through: through, length, hash, fault },
        intact: isComplete ? fault === null : null,
        next_after: isComplete ? null : through,
      },
    }
  },
})

export const auditEndpoints = [readAudit, checkAudit]
