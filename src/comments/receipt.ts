import { hmac, sha256 } from '../platform/keys'
import { uuidBytes, uuidOf } from '../platform/uuid'

const secretBytes = 24

/**
 * The secret that proves authorship: the comment's id and 192 bits that only the server can make,
 * so a repeated request gets the same receipt although only its hash is stored.
 */
export const receiptOf = (key: Buffer, commentId: string): string =>
  Buffer.concat([
    uuidBytes(commentId),
    hmac(key, `receipt/${commentId}`).subarray(0, secretBytes),
  ]).toString('base64url')

/** What is stored of a receipt. */
export const receiptHash = (receipt: string): Buffer => sha256(Buffer.from(receipt, 'base64url'))

/** @returns which comment a receipt speaks of and the hash to compare; undefined when it is none. */
export function readReceipt(text: string): { commentId: string; hash: Buffer } | undefined {
  if (!/^[\w-]{54}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  // the last character has unused bits; only the canonical spelling of a receipt is accepted
  if (bytes.toString('base64url') !== text) return undefined
  return { commentId: uuidOf(bytes.subarray(0, 16)), hash: sha256(bytes) }
}
