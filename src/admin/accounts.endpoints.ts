import { z } from 'zod'
import { createModerator, disableModerator, listModerators } from '../accounts/moderator.store'
import { hashPassword } from '../accounts/password'
import { removeSecondFactor } from '../accounts/second-factor.store'
import { createToken, listTokens, revokeToken } from '../accounts/token.store'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { storable } from '../comments/comment-form'
import { inTransaction } from '../platform/database'
import { problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { listSites } from '../sites/site.store'
import { type AdminDoor, actorNameOf, define, notFound, siteOf } from './door'
import { keptMoment, time } from './schemas'

const tag = 'Accounts'
const role = z.enum(['moderator', 'owner'])
const name = z.string().transform(storable).pipe(z.string().trim().min(1).max(100))
const siteField = z
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
})

/** The site that new access is for: the one named, else the caller's own reach. */
const reachOf = async (door: AdminDoor, slug: string | undefined): Promise<string | null> =>
  slug === undefined ? door.caller.siteId : (await siteOf(door, slug)).id

const slugsById = async ({ services }: AdminDoor) =>
  new Map((await listSites(services.db, null)).map(({ id, slug }) => [id, slug]))

const recordAccess = (
  { services, caller }: AdminDoor,
  type: AuditType,
  siteId: string | null,
  data: object,
) =>
  inTransaction(services.db, (client) =>
    appendAudit(client, { chain: siteId ?? systemChain, type, actor: actorNameOf(caller), data }),
  )

type TokenRecord = Awaited<ReturnType<typeof listTokens>>[number]
const tokenBody = (token: TokenRecord, slugs: ReadonlyMap<string, string>) => ({
  id: token.id,
  name: token.name,
  prefix: token.prefix,
  role: token.role,
  site: token.siteId ? (slugs.get(token.siteId) ?? null) : null,
  created_at: token.createdAt,
  expires_at: token.expiresAt,
  last_used_at: token.lastUsedAt,
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
    return { status: 200, body: { tokens: tokens.map((token) => tokenBody(token, slugs)) } }
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
    })
    await recordAccess(door, 'token.created', siteId, { token: record.id, role: body.role })
    return { status: 201, body: { ...tokenBody(record, await slugsById(door)), token: secret } }
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
    if (!isUuid(id) || !(await revokeToken(door.services.db, id, door.caller.siteId)))
      throw notFound('token')
    await recordAccess(door, 'token.revoked', door.caller.siteId, { token: id })
    return { status: 204 }
  },
})

const moderatorSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  site: z.string().nullable(),
  created_at: time,
  second_factor: z.boolean().describe('Signing in takes a code of an authenticator, too'),
})

type ModeratorRecord = Awaited<ReturnType<typeof listModerators>>[number]
const moderatorBody = (moderator: ModeratorRecord, slugs: ReadonlyMap<string, string>) => ({
  id: moderator.id,
  email: moderator.email,
  name: moderator.name,
  role: moderator.role,
  site: moderator.siteId ? (slugs.get(moderator.siteId) ?? null) : null,
  created_at: moderator.createdAt,
  second_factor: moderator.hasSecondFactor,
})

const readModerators = define({
  method: 'get',
  path: '/moderators',
  summary: 'Who may sign in',
  tag,
  access: 'owner',
  answers: {
    200: { description: 'Moderators', schema: z.object({ moderators: z.array(moderatorSchema) }) },
  },
  handle: async (door) => {
    const slugs = await slugsById(door)
    const moderators = await listModerators(door.services.db, door.caller.siteId)
    return { status: 200, body: { moderators: moderators.map((one) => moderatorBody(one, slugs)) } }
  },
})

const addModerator = define({
  method: 'post',
  path: '/moderators',
  summary: 'Add somebody who may sign in',
  tag,
  access: 'owner',
  body: z.strictObject({
    email: z.email().max(200),
    name,
    role,
    password: z.string().min(8).max(200),
    site: siteField,
  }),
  answers: {
    201: { description: 'Added', schema: moderatorSchema },
    404: { description: 'No such site' },
    409: { description: 'The address is taken' },
    422: { description: 'Not valid' },
  },
  handle: async ({ body: { password, site, ...body }, ...door }) => {
    const siteId = await reachOf(door, site)
    const passwordHash = await hashPassword(password)
    const moderator = await createModerator(door.services.db, { ...body, siteId, passwordHash })
    if (!moderator) return problem(409, 'Somebody with this address may sign in already.')
    await recordAccess(door, 'moderator.created', siteId, {
      moderator: moderator.id,
      role: body.role,
    })
    const added = { ...moderator, hasSecondFactor: false }
    return { status: 201, body: moderatorBody(added, await slugsById(door)) }
  },
})

const dropModerator = define({
  method: 'delete',
  path: '/moderators/{id}',
  summary: 'End somebody’s access at once; decisions keep their author',
  tag,
  access: 'owner',
  answers: { 204: { description: 'Ended' }, 404: { description: 'No such moderator' } },
  handle: async ({ params, ...door }) => {
    const id = params.id ?? ''
    if (!isUuid(id) || !(await disableModerator(door.services.db, id, door.caller.siteId)))
      throw notFound('moderator')
    await recordAccess(door, 'moderator.disabled', door.caller.siteId, { moderator: id })
    return { status: 204 }
  },
})

const dropSecondFactor = define({
  method: 'delete',
  path: '/moderators/{id}/second-factor',
  summary: 'Take away the second step of somebody who has lost phone and recovery codes',
  tag,
  access: 'owner',
  answers: {
    204: { description: 'The password alone signs in again' },
    404: { description: 'No such moderator, or no second step' },
  },
  handle: async ({ params, services, caller }) => {
    const of = { moderatorId: params.id ?? '', siteId: caller.siteId }
    const by = { actor: actorNameOf(caller), type: 'second_factor.reset' as const }
    if (!isUuid(of.moderatorId) || !(await removeSecondFactor(services.db, of, by)))
      throw notFound('second step')
    return { status: 204 }
  },
})

export const accountEndpoints = [
  readTokens,
  addToken,
  dropToken,
  readModerators,
  addModerator,
  dropModerator,
  dropSecondFactor,
]
