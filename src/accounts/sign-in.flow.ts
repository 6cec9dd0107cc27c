import { randomBytes } from 'node:crypto'
import type { Database } from '../platform/database'
import { readEmail } from './email'
import { unmatchableHash } from './password'
import { findOwnPassword, findPassword, savePassword } from './password.store'
import { type PasswordProblem, passwordProblem } from './password-rules'
import { checkInTurn, countInTurn, hashInTurn } from './password-turns.flow'
import { openSecret, readTypedCode, recoveryCodeHash, stepOfCode } from './second-factor'
import { findSecondFactor, spendRecoveryCode, spendStep } from './second-factor.store'
import type { SignedIn } from './session'
import { endSessions, openSession } from './session.store'
import {
  type Attempt,
  attemptOf,
  deviceCookieOf,
  isThrottled,
  type Origin,
  placeOfKnown,
  type SignInKeys,
} from './sign-in'
import { admitAttempt, forgetFailures, readFailures } from './sign-in-failure.store'
import {
  endStep,
  findStep,
  type HalfSignedIn,
  openStep,
  recordWrongCode,
} from './sign-in-step.store'

type Welcome = { outcome: 'signed-in'; secret: string; deviceCookie: string }

export type SignInOutcome =
  | Welcome
  /** The password is right; a code has to follow, with this secret. */
  | { outcome: 'code-needed'; stepSecret: string }
  /** Unknown address, wrong password or ended access: nobody is told which. */
  | { outcome: 'refused' }
  | { outcome: 'throttled' }
  /** No turn came in time: nothing was checked or counted. */
  | { outcome: 'busy' }

export type SignInForm = Origin & { email: string; password: string }

const missingAccountHash = unmatchableHash()

/** Checks a password and opens a session, or asks for a code where the account has a second step. */
export async function signIn(
  db: Database,
  keys: SignInKeys,
  form: SignInForm,
): Promise<SignInOutcome> {
  const email = readEmail(form.email)
  const account = await findPassword(db, email)
  const tried = account ? { moderatorId: account.id } : { email: email.normal }
  const attempt = attemptOf(keys, tried, form)
  const stored = account?.passwordHash ?? missingAccountHash
  const answer = await tryPassword(db, attempt, { password: form.password, stored })
  if (answer === 'throttled' || answer === 'busy') return { outcome: answer }
  if (!account || answer === 'wrong') return { outcome: 'refused' }
  await forgetFailures(db, attempt)
  if (account.hasSecondFactor)
    return { outcome: 'code-needed', stepSecret: await openStep(db, account.id) }
  return welcome(db, keys, account.id)
}

type PasswordAnswer = 'right' | 'wrong' | 'throttled' | 'busy'

/**
 * Counts and checks a password once its turn comes. An attempt without a turn is not counted, and a
 * waiting one holds no database connection.
 */
async function tryPassword(
  db: Database,
  attempt: Attempt,
  given: { password: string; stored: string },
): Promise<PasswordAnswer> {
  if (isThrottled(attempt, await readFailures(db, attempt))) return 'throttled'
  const turn = await checkInTurn(attempt.place, given, () => mayTry(db, attempt))
  return turn.outcome === 'busy' ? 'busy' : turn.value
}

const welcome = async (db: Database, keys: SignInKeys, moderatorId: string): Promise<Welcome> => ({
  outcome: 'signed-in',
  secret: await openSession(db, moderatorId),
  deviceCookie: deviceCookieOf(keys, moderatorId, randomBytes(16).toString('base64url')),
})

export type CodeForm = Origin & { stepSecret: string; code: string; now: Date }

export type CodeOutcome =
  | Welcome
  | { outcome: 'wrong-code' }
  | { outcome: 'throttled' | 'busy' }
  /** Too late, or there is no second step any more: the password has to be given again. */
  | { outcome: 'expired' }

/** The second step: a code of the authenticator, or a recovery code, opens the session. */
export async function finishSignIn(
  db: Database,
  keys: SignInKeys,
  form: CodeForm,
): Promise<CodeOutcome> {
  const who = await findStep(db, form.stepSecret)
  const factor = who && (await findSecondFactor(db, who.moderatorId))
  if (!who || !factor?.confirmedAt) return { outcome: 'expired' }
  const attempt = attemptOf(keys, who, { ...form, step: 'code' })
  if (isThrottled(attempt, await readFailures(db, attempt))) return { outcome: 'throttled' }
  const place = placeOfKnown(who.moderatorId, form.signal)
  const turn = await countInTurn(place, () => mayTry(db, attempt))
  if (turn.outcome === 'busy') return { outcome: 'busy' }
  if (!turn.value) return { outcome: 'throttled' }
  if (!(await spendCode({ db, keys }, who, { ...form, sealedSecret: factor.sealedSecret }))) {
    await recordWrongCode(db, who)
    return { outcome: 'wrong-code' }
  }
  await forgetFailures(db, attempt)
  await endStep(db, form.stepSecret)
  return welcome(db, keys, who.moderatorId)
}

async function spendCode(
  { db, keys }: { db: Database; keys: SignInKeys },
  who: HalfSignedIn,
  { code, now, sealedSecret }: { code: string; now: Date; sealedSecret: Buffer },
): Promise<boolean> {
  const typed = readTypedCode(code)
  if (!typed) return false
  if (typed.kind === 'recovery')
    return spendRecoveryCode(db, who, recoveryCodeHash(keys, who.moderatorId, typed.code))
  const secret = openSecret(keys, sealedSecret, who.moderatorId)
  const step = secret && stepOfCode(secret, typed.code, now)
  return step !== undefined && spendStep(db, who.moderatorId, step)
}

const mayTry = (db: Database, attempt: Attempt): Promise<boolean> =>
  admitAttempt(db, attempt, (failures) => isThrottled(attempt, failures))

export type PasswordCheck = Origin & { password: string }

/** Asks who is signed in for the password once more, before something that an intruder would do. */
export async function confirmPassword(
  db: Database,
  keys: SignInKeys,
  who: SignedIn,
  { password, ...from }: PasswordCheck,
): Promise<PasswordAnswer> {
  const place = placeOfKnown(who.moderatorId, from.signal)
  const attempt = { ...attemptOf(keys, who, from), place }
  const account = await findOwnPassword(db, who)
  if (!account) return 'wrong'
  const given = { password, stored: account.passwordHash }
  const answer = await tryPassword(db, attempt, given)
  if (answer === 'right') await forgetFailures(db, attempt)
  return answer
}

export type PasswordChange = Origin & { current: string; next: string }

export type PasswordOutcome =
  /** A new session for this place; all others have ended. */
  | { outcome: 'changed'; secret: string }
  | { outcome: 'invalid'; problem: PasswordProblem | 'wrong' }
  | { outcome: 'throttled' | 'busy' }

/** Changes the password of who is signed in and signs every other place out. */
export async function changePassword(
  db: Database,
  keys: SignInKeys,
  who: SignedIn,
  { current, next, ...from }: PasswordChange,
): Promise<PasswordOutcome> {
  const problem = passwordProblem(next, who.email)
  if (problem) return { outcome: 'invalid', problem }
  const answer = await confirmPassword(db, keys, who, { password: current, ...from })
  if (answer === 'throttled' || answer === 'busy') return { outcome: answer }
  if (answer === 'wrong') return { outcome: 'invalid', problem: 'wrong' }
  if (next === current) return { outcome: 'invalid', problem: 'as-before' }
  const hashed = await hashInTurn(placeOfKnown(who.moderatorId, from.signal), next)
  if (hashed.outcome === 'busy') return hashed
  await savePassword(db, who, hashed.value)
  await endSessions(db, who.moderatorId)
  return { outcome: 'changed', secret: await openSession(db, who.moderatorId) }
}
