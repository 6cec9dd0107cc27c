import { deriveKey, fields, hmac, sameBytes } from '../platform/keys'
import { networkPrefix } from '../platform/network-prefix'
import type { Place } from '../platform/turn-place'
import type { NormalEmail } from './email'

export type SignInKeys = {
  failure: Buffer
  device: Buffer
  /** Seals the secrets that authenticators make codes from. */
  secondFactor: Buffer
  recoveryCode: Buffer
}

export const signInKeys = (secret: string): SignInKeys => ({
  failure: deriveKey(secret, 'sign-in-failure'),
  device: deriveKey(secret, 'sign-in-device'),
  secondFactor: deriveKey(secret, 'second-factor'),
  recoveryCode: deriveKey(secret, 'recovery-code'),
})

/** Wrong passwords and wrong codes are counted over this time. */
export const failureMinutes = 15
/** From one source for one account: then that source waits. */
export const mostFromSource = 10
/** From one network for whatever accounts: then that network waits. */
export const mostFromNetwork = 50
/** For one account from all sources that never signed in to it: then all such sources wait. */
export const mostByStrangers = 100
/**
 * Fewer for codes, of which there are only a million: who gets to try one has the password already,
 * so nobody else can make the owner of the account wait.
 */
export const mostCodesByStrangers = 20

/** What is tried: each is counted apart, so the right password does not wipe out wrong codes. */
export type Step = 'password' | 'code'

/**
 * What a browser is given when it has signed in: with it, its wrong passwords are counted apart, so
 * nobody who guesses from elsewhere can lock the owner of an account out (OWASP "device cookies").
 */
export function deviceCookieOf(keys: SignInKeys, moderatorId: string, nonce: string): string {
  const proof = hmac(keys.device, fields(moderatorId, nonce)).toString('base64url')
  return `${nonce}.${proof}`
}

const isDeviceOf = (keys: SignInKeys, moderatorId: string, cookie: string): boolean => {
  const [nonce = ''] = cookie.split('.')
  return sameBytes(Buffer.from(deviceCookieOf(keys, moderatorId, nonce)), Buffer.from(cookie))
}

/** Of whoever is known to an account or signed in to it: nobody who guesses is in front of them. */
export const placeOfKnown = (who: string, signal?: AbortSignal): Place => ({
  lane: `known ${who}`,
  isFirst: true,
  signal,
})

/**
 * Whoever has one network of IPv6 has its whole /48, so all of that is one lane. A region is what one
 * provider has: /16 of IPv4, /32 of IPv6.
 */
function placeOfNetwork(network: string): Place {
  const bytes = network.split('.')
  const first = (count: number) => `network ${bytes.slice(0, count).join('.')}`
  return { lane: first(6), region: first(bytes.length === 8 ? 4 : 2), isShared: network === '' }
}

export type Attempt = {
  accountKey: Buffer
  /** The browser where it is known to the account, else the network. */
  sourceKey: Buffer
  isKnownDevice: boolean
  /** false: the address is of this machine, so it stands for everybody behind a proxy. */
  hasNetwork: boolean
  mostByStrangers: number
  /** Where it waits for its password to be looked at. */
  place: Place
}

export type Origin = {
  address: string
  deviceCookie: string | undefined
  /** Aborted when who asks has gone. */
  signal?: AbortSignal | undefined
}

/**
 * By its id where there is one, so that no way to write its address is counted apart; an address
 * that nobody has is counted like one.
 */
export type TriedAccount = { moderatorId: string } | { email: NormalEmail }

export function attemptOf(
  keys: SignInKeys,
  account: TriedAccount,
  { step = 'password', ...from }: Origin & { step?: Step },
): Attempt {
  const keyOf = (...parts: string[]) => hmac(keys.failure, fields(...parts)).subarray(0, 16)
  const network = networkPrefix(from.address)
  const isKnownDevice =
    'moderatorId' in account &&
    from.deviceCookie !== undefined &&
    isDeviceOf(keys, account.moderatorId, from.deviceCookie)
  const who = 'moderatorId' in account ? account.moderatorId : account.email
  return {
    accountKey: keyOf(step === 'code' ? 'code' : 'account', who),
    sourceKey: isKnownDevice ? keyOf('device', from.deviceCookie ?? '') : keyOf('network', network),
    isKnownDevice,
    hasNetwork: network !== '',
    mostByStrangers: step === 'code' ? mostCodesByStrangers : mostByStrangers,
    place: isKnownDevice
      ? placeOfKnown(who, from.signal)
      : { ...placeOfNetwork(network), signal: from.signal },
  }
}

/** Wrong passwords, or codes, of the last minutes. */
export type Failures = { ofAccountFromSource: number; fromSource: number; ofAccount: number }

/** Whether an attempt is not even looked at; the same for accounts that do not exist. */
export function isThrottled(attempt: Attempt, failures: Failures): boolean {
  if (failures.ofAccountFromSource >= mostFromSource) return true
  if (attempt.isKnownDevice) return false
  if (attempt.hasNetwork && failures.fromSource >= mostFromNetwork) return true
  return failures.ofAccount >= attempt.mostByStrangers
}
