import { Secret, TOTP } from 'otpauth'
import { fields, hmac, seal, unseal } from '../platform/keys'
import type { SignInKeys } from './sign-in'

/** RFC 4226, section 4, R6 recommends 160 bits. */
export const secretLength = 20
const periodSeconds = 30
/** Clocks may be one step apart (RFC 6238, section 5.2). */
const stepsAround = 1

/** Six digits every 30 seconds, SHA-1: what every authenticator understands. */
const totpOf = (secret: Buffer, email = ''): TOTP =>
  new TOTP({
    issuer: 'Postbag',
    label: email,
    period: periodSeconds,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })

/**
 * The time step (30 s since 1970) that a code belongs to, by RFC 6238.
 * @returns undefined for a code that is not right now, or one step before or after
 */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: stepsAround })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta
}

/** What is drawn for an authenticator to scan. */
export const enrolmentAddress = (secret: Buffer, email: string): string =>
  totpOf(secret, email).toString()

/** The secret for typing by hand: base32 in groups of four. */
export const secretInGroups = (secret: Buffer): string =>
  totpOf(secret).secret.base32.replace(/.{4}(?=.)/g, '$& ')

/** @param nonce 12 random bytes */
export const sealSecret = (
  keys: SignInKeys,
  secret: Buffer,
  { moderatorId, nonce }: { moderatorId: string; nonce: Buffer },
): Buffer => seal(keys.secondFactor, secret, { nonce, binding: moderatorId })

/** @returns undefined when SECRET_KEY is not the one that it was sealed with */
export const openSecret = (
  keys: SignInKeys,
  sealed: Buffer,
  moderatorId: string,
): Buffer | undefined => unseal(keys.secondFactor, sealed, moderatorId)

export const recoveryCodeCount = 10
/** Five bits of each byte are used: 50 bits for a code. */
export const recoveryCodeLength = 10
/** Crockford's base32: no letter that looks like a digit. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** @param bytes ten random ones. @returns such as "k7f2m-9qx4w" */
export function recoveryCodeOf(bytes: Buffer): string {
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** What is stored of a recovery code: useless without the key, and for anybody else. */
export const recoveryCodeHash = (keys: SignInKeys, moderatorId: string, code: string): Buffer =>
  hmac(keys.recoveryCode, fields(moderatorId, plainCode(code)))

export type TypedCode = { kind: 'code' | 'recovery'; code: string }

const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')

/** What somebody typed or pasted. @returns undefined for what cannot be a code of either kind */
export function readTypedCode(text: string): TypedCode | undefined {
  const code = plainCode(text)
  if (/^\d{6}$/.test(code)) return { kind: 'code', code }
  return code.length === recoveryCodeLength ? { kind: 'recovery', code } : undefined
}
