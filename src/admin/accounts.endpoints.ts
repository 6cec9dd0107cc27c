import { z } from 'zod'
import { createToken, listTokens, revokeToken } from '../accounts/token.store'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { filledText } from '../comments/comment-form'
import { inTransaction, laneOf } from '../platform/database'
import { isUuid } from '../platform/uuid'
import { listSites } from '../sites/site.store'
import { type AdminDoor, actorNameOf, define, notFound, siteOf } from './door'
import { keptMoment, time } from './schemas'

export const tag = 'Accounts'
export const role = z.enum(['moderator', 'owner'])
export const name = filledText(100)
export const siteField = z
  .string()
  .max(100)
  .optional()
  .describe('Slug; absent: all sites (needs a token for all sites)')

const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  role,
  site: z.string().nullable(),
  created_at: time,
  expires_at: time.nullable(),
  last_used_at: time.nullable(),
  made_by: z
    .string()
    .nullable()
    .describe('Maker of the token, an actor name as in the audit log; null if unknown'),
  reach: z
    .object({ role, site: z.string().nullable() })
    .describe('Effective role and site: a token reaches no further than its holder and its makers'),
})

/** The site that new access is for: the one named, else the caller's own reach. */
export const reachOf = async (door: AdminDoor, slug: string | undefined): Promise<string | null> =>
  slug === undefined ? door.caller.siteId : (await siteOf(door, slug)).id

export const slugsById = async ({ services }: AdminDoor) =>
  new Map((await listSites(services.db, null)).map(({ id, slug }) => [id, slug]))

export const recordAccess = (
  { services, caller }: AdminDoor,
  type: AuditType,
  siteId: string | null,
  data: object,
) =>
  inTransaction(laneOf(services.db, siteId), (client) =>
    appendAudit(client, { chain: siteId ?? systemChain, type, actor: actorNameOf(caller), data }),
  )

type TokenRecord = Awaited<ReturnType<typeof createToken>>['record']
const slugOf = (siteId: string | null, slugs: ReadonlyMap<string, string>): string | null =>
  siteId ? (slugs.get(siteId) ?? null) : null

type Reach = { role: string; siteId: string | null }

const tokenBody = (
  { reach, ...token }: TokenRecord & { reach: Reach },
  slugs: ReadonlyMap<string, string>,
) => ({
  id: token.id,
  name: token.name,
  prefix: token.prefix,
  role: token.role,
  site: slugOf(token.siteId, slugs),
  created_at: token.createdAt,
  expires_at: token.expiresAt,
  last_used_at: token.lastUsedAt,
  made_by: token.madeBy,
  reach: { role: reach.role, site: slugOf(reach.siteId, slugs) },
})

const readTokens = define({
  method: 'get',
  path: '/tokens',
  summary: 'Tokens that work',
  tag,
  access: 'owner',
  answers: {
    200: {
      description: 'Tokens, never their secrets',
      schema: z.object({ tokens: z.array(tokenSchema) }),
    },
  },
  handle: async (door) => {
    const slugs = await slugsById(door)
    const tokens = await listTokens(door.services.db, door.caller.siteId)
    const bodies = tokens.flatMap(({ reach, ...token }) =>
      reach ? [tokenBody({ ...token, reach }, slugs)] : [],
    )
    return { status: 200, body: { tokens: bodies } }
  },
})

const addToken = define({
  method: 'post',
  path: '/tokens',
  summary: 'Make a token; its secret is shown this once',
  tag,
  access: 'owner',
  body: z.strictObject({
    name,
    role,
    site: siteField,
    expires_at: keptMoment.optional(),
  }),
  answers: {
    201: { description: 'Made', schema: tokenSchema.extend({ token: z.string() }) },
    404: { description: 'No such site' },
    422: { description: 'Not valid' },
  },
  handle: async ({ body, ...door }) => {
    const siteId = await reachOf(door, body.site)
    const expiresAt = body.expires_at ? new Date(body.expires_at) : null
    const { record, secret } = await createToken(door.services.db, {
      name: body.name,
      role: body.role,
      siteId,
      expiresAt,
      madeBy: actorNameOf(door.caller),
    })
    await recordAccess(door, 'token.created', siteId, { token: record.id, role: body.role })
    return {
      status: 201,
      body: { ...tokenBody({ ...record, reach: record }, await slugsById(door)), token: secret },
    }
  },
})

const dropToken = define({
  method: 'delete',
  path: '/tokens/{id}',
  summary: 'Revoke a token at once',
  tag,
  access: 'owner',
  answers: { 204: { description: 'Revoked' }, 404: { description: 'No such token' } },
  handle: async ({ params, ...door }) => {
    const id = params.id ?? ''
    const by = { actor: actorNameOf(door.caller), siteId: door.caller.siteId }
    if (!isUuid(id) || !(await revokeToken(door.services.db, id, by))) throw notFound('token')
    return { status: 204 }
  },
})

export const accountEndpoints = [readTokens, addToken, dropToken]
