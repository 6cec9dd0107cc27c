import { z } from 'zod'
import { bringBack, makeOneTimePassword } from '../accounts/access.flow'
import { removeSecondFactor } from '../accounts/second-factor.store'
import { isUuid } from '../platform/uuid'
import { tag } from './accounts.endpoints'
import { actorNameOf, define, notFound, tooManyPasswords } from './door'
import { keeperOf, personOf } from './moderators.endpoints'

const madeSchema = z.object({
  password: z.string().describe('Shown only once; it must be replaced at the next sign-in'),
})

const makePassword = define({
  method: 'post',
  path: '/moderators/{id}/passwords',
  summary: 'Make a one-time password, valid for three days, and end all sessions of the moderator',
  tag,
  access: 'owner',
  answers: {
    201: { description: 'Made', schema: madeSchema },
    404: { description: 'No such moderator' },
    429: { description: 'Too many passwords are waiting to be checked; see Retry-After' },
  },
  handle: async ({ params, ...door }) => {
    const { id } = await personOf(door, params.id)
    const made = await makeOneTimePassword(door.services.db, id, keeperOf(door))
    if (made.outcome === 'unknown') throw notFound('moderator')
    if (made.outcome === 'busy') return tooManyPasswords
    return { status: 201, body: { password: made.password } }
  },
})

const restoreModerator = define({
  method: 'post',
  path: '/moderators/{id}/restorations',
  summary:
    'Restore the access of a moderator with a one-time password; revoked tokens stay revoked',
  tag,
  access: 'owner',
  answers: {
    201: { description: 'Restored; the moderator can sign in again', schema: madeSchema },
    404: { description: 'No such moderator, or their access has not ended' },
    429: { description: 'Too many passwords are waiting to be checked; see Retry-After' },
  },
  handle: async ({ params, ...door }) => {
    const { id } = await personOf(door, params.id)
    const made = await bringBack(door.services.db, id, keeperOf(door))
    if (made.outcome === 'unknown') throw notFound('moderator')
    if (made.outcome === 'busy') return tooManyPasswords
    return { status: 201, body: { password: made.password } }
  },
})

const dropSecondFactor = define({
  method: 'delete',
  path: '/moderators/{id}/second-factor',
  summary: 'Remove the second step of a moderator who has lost the phone and the recovery codes',
  tag,
  access: 'owner',
  answers: {
    204: { description: 'Removed; the password alone is enough to sign in' },
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

export const moderatorPasswordEndpoints = [makePassword, restoreModerator, dropSecondFactor]
