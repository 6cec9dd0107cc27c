import { z } from 'zod'
import { bringBack, makeOneTimePassword } from '../accounts/access.flow'
import { removeSecondFactor } from '../accounts/second-factor.store'
import { isUuid } from '../platform/uuid'
import { tag } from './accounts.endpoints'
import { actorNameOf, define, notFound, tooManyPasswords } from './door'
import { keeperOf, personOf } from './moderators.endpoints'

const madeSchema = z.object({
  password: z.string().describe('Shown this once; the next sign-in has to replace it'),
})

const makePassword = define({
  method: 'post',
  path: '/moderators/{id}/passwords',
  summary: 'Make a one-time password, good for three days; ends every session of theirs',
  tag,
  access: 'owner',
  answers: {
    201: { description: 'Made', schema: madeSchema },
    404: { description: 'No such moderator' },
    429: { description: 'Too many passwords wait to be looked at' },
  },
  handle: async ({ params, ...door }) => {
    const { id } = await personOf(door, params.id)
    const made = await makeOneTimePassword(door.services.db, id, keeperOf(door, id))
    if (made.outcome === 'unknown') throw notFound('moderator')
    if (made.outcome === 'busy') return tooManyPasswords
    return { status: 201, body: { password: made.password } }
  },
})

const restoreModerator = define({
  method: 'post',
  path: '/moderators/{id}/restorations',
  summary:
    'Bring back somebody whose access has ended, with a one-time password; tokens stay revoked',
  tag,
  access: 'owner',
  answers: {
    201: { description: 'They may sign in again', schema: madeSchema },
    404: { description: 'Nobody of that id whose access has ended' },
    429: { description: 'Too many passwords wait to be looked at' },
  },
  handle: async ({ params, ...door }) => {
    const { id } = await personOf(door, params.id)
    const made = await bringBack(door.services.db, id, keeperOf(door, id))
    if (made.outcome === 'unknown') throw notFound('moderator')
    if (made.outcome === 'busy') return tooManyPasswords
    return { status: 201, body: { password: made.password } }
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

export const moderatorPasswordEndpoints = [makePassword, restoreModerator, dropSecondFactor]
