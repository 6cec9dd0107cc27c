import { randomBytes } from 'node:crypto'
import type { Database } from '../platform/database'
import {
  enrolmentAddress,
  openSecret,
  readTypedCode,
  recoveryCodeCount,
  recoveryCodeHash,
  recoveryCodeLength,
  recoveryCodeOf,
  sealSecret,
  secretInGroups,
  secretLength,
  stepOfCode,
} from './second-factor'
import {
  findSecondFactor,
  offerSecret,
  removeSecondFactor,
  replaceRecoveryCodes,
  switchOn,
} from './second-factor.store'
import type { SignedIn } from './session'
import { endSessions, openSession } from './session.store'
import type { SignInKeys } from './sign-in'
import { confirmPassword, type PasswordCheck } from './sign-in.flow'

/** A wrong password, too many of them, or a full queue. */
export type Refusal = { outcome: 'wrong' | 'throttled' | 'busy' }

type Tools = { db: Database; keys: SignInKeys }

/** Makes a secret for an authenticator; it counts for nothing before a code has confirmed it. */
export async function offerSecondFactor(
  { db, keys }: Tools,
  who: SignedIn,
  check: PasswordCheck,
): Promise<{ outcome: 'offered' | 'on-already' } | Refusal> {
  const outcome = await confirmPassword(db, keys, who, check)
  if (outcome !== 'right') return { outcome }
  const { moderatorId } = who
  const sealed = sealSecret(keys, randomBytes(secretLength), {
    moderatorId,
    nonce: randomBytes(12),
  })
  return { outcome: (await offerSecret(db, moderatorId, sealed)) ? 'offered' : 'on-already' }
}

/** What an authenticator has to be told. */
export type Offer = { address: string; secret: string }

const offerOf = (secret: Buffer, { email }: SignedIn): Offer => ({
  address: enrolmentAddress(secret, email),
  secret: secretInGroups(secret),
})

async function findOffered({ db, keys }: Tools, { moderatorId }: SignedIn) {
  const factor = await findSecondFactor(db, moderatorId)
  if (!factor || factor.confirmedAt) return undefined
  const { sealedSecret } = factor
  const secret = openSecret(keys, sealedSecret, moderatorId)
  return secret && { sealedSecret, secret }
}

/** @returns undefined when nothing waits to be confirmed */
export async function readOffer(tools: Tools, who: SignedIn): Promise<Offer | undefined> {
  const offered = await findOffered(tools, who)
  return offered && offerOf(offered.secret, who)
}

export type Confirmation =
  /** A new session for this place; every other one has ended, for it had no second step. */
  | { outcome: 'on'; recoveryCodes: string[]; session: string }
  | { outcome: 'wrong-code'; offer: Offer }
  | { outcome: 'nothing-offered' }

export async function confirmSecondFactor(
  tools: Tools,
  who: SignedIn,
  typed: { code: string; now: Date },
): Promise<Confirmation> {
  const { db, keys } = tools
  const offered = await findOffered(tools, who)
  if (!offered) return { outcome: 'nothing-offered' }
  const { sealedSecret, secret } = offered
  const read = readTypedCode(typed.code)
  const step = read?.kind === 'code' ? stepOfCode(secret, read.code, typed.now) : undefined
  if (step === undefined) return { outcome: 'wrong-code', offer: offerOf(secret, who) }
  const { codes, hashes } = newRecoveryCodes(keys, who)
  if (!(await switchOn(db, who, { sealedSecret, step, codeHashes: hashes })))
    return { outcome: 'nothing-offered' }
  await endSessions(db, who.moderatorId)
  return { outcome: 'on', recoveryCodes: codes, session: await openSession(db, who.moderatorId) }
}

function newRecoveryCodes(keys: SignInKeys, { moderatorId }: SignedIn) {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    recoveryCodeOf(randomBytes(recoveryCodeLength)),
  )
  return { codes, hashes: codes.map((code) => recoveryCodeHash(keys, moderatorId, code)) }
}

/** New codes for the old ones, which work no more. */
export async function remakeRecoveryCodes(
  { db, keys }: Tools,
  who: SignedIn,
  check: PasswordCheck,
): Promise<{ outcome: 'made'; recoveryCodes: string[] } | { outcome: 'off' } | Refusal> {
  const outcome = await confirmPassword(db, keys, who, check)
  if (outcome !== 'right') return { outcome }
  const { codes, hashes } = newRecoveryCodes(keys, who)
  return (await replaceRecoveryCodes(db, who, hashes))
    ? { outcome: 'made', recoveryCodes: codes }
    : { outcome: 'off' }
}

export async function switchOffSecondFactor(
  { db, keys }: Tools,
  who: SignedIn,
  check: PasswordCheck,
): Promise<{ outcome: 'off' } | Refusal> {
  const outcome = await confirmPassword(db, keys, who, check)
  if (outcome !== 'right') return { outcome }
  await removeSecondFactor(db, who, {
    actor: `moderator:${who.moderatorId}`,
    type: 'second_factor.switched_off',
  })
  return { outcome: 'off' }
}
