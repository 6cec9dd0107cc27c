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

/**
 * Queue position for a known device or a signed-in person: served before all unknown callers.
 * @param who an account id or an actor name; each has a lane
 * @param signal aborted when the client disconnects
 */
export const placeOfKnown = (who: string, signal?: AbortSignal): Place => ({
  lane: `known ${who}`,
  hasPriority: true,
  signal,
})

/**
 * Queue position for an unknown caller. A customer with IPv6 usually controls a whole /48, so a /48 is one
 * network. A region is roughly one provider: a /16 of IPv4, a /32 of IPv6.
 */
function placeOfNetwork(network: string): Place {
  const bytes = network.split('.')
  const region = bytes.slice(0, bytes.length > 3 ? 4 : 2).join('.')
  return { lane: `network ${network}`, region, isShared: network === '' }
}

/** The network that attempts are counted by and that shares turns: a /24 of IPv4, a /48 of IPv6. */
const sharedNetworkOf = (address: string): string =>
  networkPrefix(address).split('.').slice(0, 6).join('.')

export type Attempt = {
  accountKey: Buffer
  /** The browser where it is known to the account, else the network. */
  sourceKey: Buffer
  isKnownDevice: boolean
  /** false: the address is of this machine, so it stands for everybody behind a proxy. */
  hasNetwork: boolean
  mostByStrangers: number
  /** Position in the queue for checking passwords. */
  place: Place
}

export type Origin = {
  address: string
  deviceCookie: string | undefined
  /** Aborted when the client disconnects. */
  signal?: AbortSignal | undefined
}

/**
 * The account that an attempt is counted against. An existing account is identified by its id, so that
 * all spellings of its address share one count; an unknown address is counted by its normal form.
 */
export type TriedAccount = { moderatorId: string } | { email: NormalEmail }

/**
 * @param step "password", or "code" for the second factor, which has a count of its own
 * @returns the keys under which an attempt is counted, its limits and its queue position
 */
export function attemptOf(
  keys: SignInKeys,
  account: TriedAccount,
  { step = 'password', ...from }: Origin & { step?: Step },
): Attempt {
  const keyOf = (...parts: string[]) => hmac(keys.failure, fields(...parts)).subarray(0, 16)
  const network = sharedNetworkOf(from.address)
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
