import { randomBytes } from 'node:crypto'
import type { Database } from '../platform/database'
import type { AccessKeeper } from './access'
import { restoreAccess, setOneTimePassword } from './access.store'
import { readEmail } from './email'
import { findByEmail } from './moderator.store'
import { hashInTurn } from './password-turns.flow'
import { removeSecondFactor } from './second-factor.store'
import { placeOfKnown } from './sign-in'

/** The password is kept nowhere: it is shown to who asked for it, once. */
export type OneTimePassword =
  | { outcome: 'done'; password: string }
  | { outcome: 'unknown' }
  /** The password queue is full or timed out; nothing was changed. */
  | { outcome: 'busy' }

type Save = typeof setOneTimePassword

const passwordSavedBy =
  (save: Save) =>
  async (db: Database, id: string, by: AccessKeeper): Promise<OneTimePassword> => {
    const password = randomBytes(12).toString('base64url')
    const hashed = await hashInTurn(placeOfKnown(by.actor), password)
    if (hashed.outcome === 'busy') return hashed
    const outcome = await save(db, id, hashed.value, by)
    return outcome === 'done' ? { outcome, password } : { outcome: 'unknown' }
  }

/** For somebody who has forgotten theirs. */
export const makeOneTimePassword = passwordSavedBy(setOneTimePassword)

/** For somebody whose access had ended. */
export const bringBack = passwordSavedBy(restoreAccess)

const operator: AccessKeeper = { actor: 'system', siteId: null }

export type OwnerReset =
  | { outcome: 'reset'; password: string; hadSecondFactor: boolean }
  | { outcome: 'no-owner' }

/** For an owner whom nobody else can let in again: a one-time password, and no second step. */
export async function resetOwner(db: Database, email: string): Promise<OwnerReset> {
  const owner = await findByEmail(db, { email: readEmail(email), siteId: null })
  if (owner?.role !== 'owner') return { outcome: 'no-owner' }
  const give = owner.disabledAt ? bringBack : makeOneTimePassword
  const made = await give(db, owner.id, operator)
  if (made.outcome !== 'done') return { outcome: 'no-owner' }
  const hadSecondFactor = await removeSecondFactor(
    db,
    { moderatorId: owner.id, siteId: null },
    { actor: operator.actor, type: 'second_factor.reset' },
  )
  return { outcome: 'reset', password: made.password, hadSecondFactor }
}
