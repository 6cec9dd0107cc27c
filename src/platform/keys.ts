import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto'

/** A separate 32-byte key for every purpose (HKDF-SHA256, RFC 5869). */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `postbag/${purpose}`, 32))

export const hmac = (key: Buffer, data: string | Buffer): Buffer =>
  createHmac('sha256', key).update(data).digest()

export const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

/** Compares in constant time; buffers of unequal length differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

/** An unambiguous byte string of several fields, for hashing. */
export const fields = (...values: readonly (string | number | null)[]): string =>
  JSON.stringify(values)

const nonceLength = 12
const tagLength = 16

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D): nonce, tag, ciphertext.
 * @param key 32 bytes
 * @param nonce 12 bytes that were never used with this key before
 * @param binding what the text belongs to; with another one it cannot be opened
 */
export function seal(
  key: Buffer,
  plain: Buffer,
  { nonce, binding }: { nonce: Buffer; binding: string },
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(binding))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @returns undefined for what was sealed with another key or binding, or was changed since */
export function unseal(key: Buffer, sealed: Buffer, binding: string): Buffer | undefined {
  if (sealed.length < nonceLength + tagLength) return undefined
  const nonce = sealed.subarray(0, nonceLength)
  const tag = sealed.subarray(nonceLength, nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(binding)).setAuthTag(tag)
  try {
    const plain = decipher.update(sealed.subarray(nonceLength + tagLength))
    return Buffer.concat([plain, decipher.final()])
  } catch {
    return undefined
  }
}
