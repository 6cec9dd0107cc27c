import { z } from 'zod'
import { type AccessKeeper, tokenFates } from '../accounts/access'
import { changeAccess, endAccess } from '../accounts/access.store'
import { normalEmail } from '../accounts/email'
import { createModerator, findModerator, listModerators } from '../accounts/moderator.store'
import { longestPassword, passwordProblem, shortestPassword } from '../accounts/password-rules'
import { hashInTurn } from '../accounts/password-turns.flow'
import { placeOfKnown } from '../accounts/sign-in'
import { disconnectSignal } from '../platform/http/gone'
import { problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { name, reachOf, recordAccess, role, siteField, slugsById, tag } from './accounts.endpoints'
import { type AdminDoor, actorNameOf, define, notFound, tooManyPasswords } from './door'
import { time } from './schemas'

const moderatorSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  site: z.string().nullable(),
  created_at: time,
  ended_at: time.optional().describe('Since when they may no longer sign in'),
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
  ...(moderator.disabledAt ? { ended_at: moderator.disabledAt } : {}),
  second_factor: moderator.hasSecondFactor,
})

const readModerators = define({
  method: 'get',
  path: '/moderators',
  summary: 'Who may sign in',
  tag,
  access: 'owner',
  query: z.object({
    state: z
      .enum(['active', 'ended'])
      .default('active')
      .describe('ended: those whose access has ended'),
  }),
  answers: {
    200: { description: 'Moderators', schema: z.object({ moderators: z.array(moderatorSchema) }) },
  },
  handle: async ({ query, ...door }) => {
    const slugs = await slugsById(door)
    const moderators = await listModerators(door.services.db, door.caller.siteId, {
      ended: query.state === 'ended',
    })
    return { status: 200, body: { moderators: moderators.map((one) => moderatorBody(one, slugs)) } }
  },
})

const newPerson = z
  .strictObject({
    email: z.email().max(200),
    name,
    role,
    password: z.string().min(shortestPassword).max(longestPassword),
    site: siteField,
  })
  .refine(({ password, email }) => passwordProblem(password, email) === undefined, {
    path: ['password'],
    message: 'Too short, the e-mail address itself, or one of the passwords that are tried first',
  })

const addModerator = define({
  method: 'post',
  path: '/moderators',
  summary: 'Add somebody who may sign in',
  tag,
  access: 'owner',
  body: newPerson,
  answers: {
    201: { description: 'Added', schema: moderatorSchema },
    404: { description: 'No such site' },
    409: { description: 'The address is taken' },
    422: { description: 'Not valid' },
    429: { description: 'Too many passwords are waiting to be checked; see Retry-After' },
  },
  handle: async ({ body: { password, site, ...body }, ...door }) => {
    const siteId = await reachOf(door, site)
    const hashed = await hashInTurn(
      placeOfKnown(actorNameOf(door.caller), disconnectSignal(door.request)),
      password,
    )
    if (hashed.outcome === 'busy') return tooManyPasswords
    const passwordHash = hashed.value
    const person = { ...body, email: normalEmail(body.email) }
    const moderator = await createModerator(door.services.db, { ...person, siteId, passwordHash })
    if (!moderator) return problem(409, 'Somebody with this address may sign in already.')
    await recordAccess(door, 'moderator.created', siteId, {
      moderator: moderator.id,
      role: body.role,
    })
    const added = { ...moderator, disabledAt: null, hasSecondFactor: false }
    return { status: 201, body: moderatorBody(added, await slugsById(door)) }
  },
})

const lastOwner = problem(
  409,
  'This is the last owner of all sites. Make somebody else an owner of all sites first.',
)

const ownMaker = problem(
  409,
  'This token belongs to this moderator or was made by them, so it cannot take over their tokens.',
)

/** @returns the caller as the actor of a change of access */
export const keeperOf = ({ caller }: AdminDoor): AccessKeeper => ({
  actor: actorNameOf(caller),
  siteId: caller.siteId,
  isProgram: caller.people.length === 0,
})

/** Of the address; what is no id finds nobody. */
const findById = (door: AdminDoor, id = '') =>
  isUuid(id)
    ? findModerator(door.services.db, { id, siteId: door.caller.siteId })
    : Promise.resolve(undefined)

/** @throws ProblemError 404 when no moderator with this id is within the caller's reach */
export async function personOf(door: AdminDoor, id: string | undefined) {
  const person = await findById(door, id)
  if (!person) throw notFound('moderator')
  return person
}

const changeModerator = define({
  method: 'patch',
  path: '/moderators/{id}',
  summary: 'Change name, role or site of somebody who may sign in; it counts at once',
  tag,
  access: 'owner',
  body: z.strictObject({
    name: name.optional(),
    role: role.optional(),
    site: z
      .string()
      .max(100)
      .nullable()
      .optional()
      .describe('Slug; null: all sites (needs a token for all sites)'),
  }),
  answers: {
    200: { description: 'As it is now', schema: moderatorSchema },
    404: { description: 'No such moderator or site' },
    409: { description: 'With a token of the last owner of all sites: nobody would be left' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, body: { site, name: newName, role: newRole }, ...door }) => {
    const { id } = await personOf(door, params.id)
    const change = {
      ...(newName === undefined ? {} : { name: newName }),
      ...(newRole === undefined ? {} : { role: newRole }),
      ...(site === undefined ? {} : { siteId: await reachOf(door, site ?? undefined) }),
    }
    const outcome = await changeAccess(door.services.db, id, change, keeperOf(door))
    if (outcome === 'last-owner') return lastOwner
    if (outcome === 'unknown') throw notFound('moderator')
    const changed = await personOf(door, id)
    return { status: 200, body: moderatorBody(changed, await slugsById(door)) }
  },
})

const dropModerator = define({
  method: 'delete',
  path: '/moderators/{id}',
  summary: 'End somebody’s access at once; decisions keep their author',
  tag,
  access: 'owner',
  query: z.object({
    tokens: z
      .enum(tokenFates)
      .default('revoke')
      .describe(
        'Revoke the tokens that the moderator made for programs, or take them over as their new maker',
      ),
  }),
  answers: {
    204: { description: 'Ended' },
    404: { description: 'No such moderator' },
    409: {
      description:
        'The calling token depends on this moderator: no owner of all sites would be left, or nobody to take over the tokens',
    },
  },
  handle: async ({ params, query: { tokens: fate }, ...door }) => {
    const { id } = await personOf(door, params.id)
    if (fate === 'take-over' && door.caller.people.includes(id)) return ownMaker
    const outcome = await endAccess(door.services.db, id, { ...keeperOf(door), fate })
    if (outcome === 'last-owner') return lastOwner
    if (outcome === 'unknown') throw notFound('moderator')
    return { status: 204 }
  },
})

export const moderatorEndpoints = [readModerators, addModerator, changeModerator, dropModerator]
