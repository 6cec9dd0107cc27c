import { commonPasswords } from './common-passwords'

export const shortestPassword = 8
export const longestPassword = 200

export type PasswordProblem = 'too-short' | 'too-long' | 'own-address' | 'well-known' | 'as-before'

/**
 * What is wrong with a new password, undefined when it may be used. Length and well-known passwords
 * only, no rules about kinds of characters (NIST SP 800-63B, section 3.1.1.2).
 */
export function passwordProblem(password: string, email: string): PasswordProblem | undefined {
  const length = [...password].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain === email.toLowerCase() || plain === email.toLowerCase().split('@')[0])
    return 'own-address'
  if (isWellKnown(plain)) return 'well-known'
  return undefined
}

/** One of the list, also with digits or signs behind it, or one character again and again. */
const isWellKnown = (plain: string): boolean =>
  commonPasswords.has(plain) ||
  commonPasswords.has(plain.replace(/[\d\p{P}\p{S}]+$/u, '')) ||
  /^(.{1,3})\1+.?$/u.test(plain)
