import { randomBytes } from 'node:crypto'
import type { Database } from '../platform/database'
import { checkPassword, hashPassword } from './password'
import { findPassword, savePassword } from './password.store'
import { type PasswordProblem, passwordProblem } from './password-rules'
import type { SignedIn } from './session'
import { endSessions, openSession } from './session.store'
import { type Attempt, attemptOf, deviceCookieOf, isThrottled, type SignInKeys } from './sign-in'
import { admitAttempt, forgetFailures } from './sign-in-failure.store'

export type SignInOutcome =
  | { outcome: 'signed-in'; secret: string; deviceCookie: string }
  /** Unknown address, wrong password or ended access: nobody is told which. */
  | { outcome: 'refused' }
  | { outcome: 'throttled' }

export type SignInForm = {
  email: string
  password: string
  address: string
  deviceCookie: string | undefined
}

/** Compared with when there is no such account, so that the answer takes as long. */
const nobodysPassword = hashPassword(randomBytes(16).toString('hex'))

/** Checks a password and opens a session. */
export async function signIn(
  db: Database,
  keys: SignInKeys,
  form: SignInForm,
): Promise<SignInOutcome> {
  const email = form.email.trim().toLowerCase()
  const account = await findPassword(db, email)
  const attempt = attemptOf(keys, account?.id, { ...form, email })
  if (!(await mayTry(db, attempt))) return { outcome: 'throttled' }
  const isRight = await checkPassword(
    form.password,
    account?.passwordHash ?? (await nobodysPassword),
  )
  if (!account || !isRight) return { outcome: 'refused' }
  await forgetFailures(db, attempt)
  return {
    outcome: 'signed-in',
    secret: await openSession(db, account.id),
    deviceCookie: deviceCookieOf(keys, account.id, randomBytes(16).toString('base64url')),
  }
}

const mayTry = (db: Database, attempt: Attempt): Promise<boolean> =>
  admitAttempt(db, attempt, (failures) => isThrottled(attempt, failures))

export type PasswordChange = {
  current: string
  next: string
  address: string
  deviceCookie: string | undefined
}

export type PasswordOutcome =
  /** A new session for this place; all others have ended. */
  | { outcome: 'changed'; secret: string }
  | { outcome: 'invalid'; problem: PasswordProblem | 'wrong' }
  | { outcome: 'throttled' }

/** Changes the password of who is signed in and signs every other place out. */
export async function changePassword(
  db: Database,
  keys: SignInKeys,
  who: SignedIn,
  { current, next, ...from }: PasswordChange,
): Promise<PasswordOutcome> {
  const problem = passwordProblem(next, who.email)
  if (problem) return { outcome: 'invalid', problem }
  const attempt = attemptOf(keys, who.moderatorId, { ...from, email: who.email })
  if (!(await mayTry(db, attempt))) return { outcome: 'throttled' }
  const account = await findPassword(db, who.email)
  if (!account || !(await checkPassword(current, account.passwordHash)))
    return { outcome: 'invalid', problem: 'wrong' }
  await forgetFailures(db, attempt)
  await savePassword(db, who, await hashPassword(next))
  await endSessions(db, who.moderatorId)
  return { outcome: 'changed', secret: await openSession(db, who.moderatorId) }
}
