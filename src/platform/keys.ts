import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

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
