import { randomFillSync } from 'node:crypto'

const bytesPerId = 16
const pool = Buffer.alloc(256 * bytesPerId)
let used = pool.length

/** The system is asked for many at once: asking each time would double the cost of an id. */
function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytesPerId
  return pool.subarray(used - bytesPerId, used)
}

let lastMs = 0
let sequence = 0

/**
 * UUIDv7 (RFC 9562): milliseconds first, so that new rows land at the end of an index. Ids of one
 * process grow strictly, also within a millisecond (method 1, a 12-bit counter).
 */
export function uuidv7(): string {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMs++
    sequence = 0
  }
  const bytes = randomBytes()
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return uuidOf(bytes)
}

/** @param bytes 16 of them */
export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The 16 bytes of a UUID, half as long as its letters. */
export const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a PostgreSQL uuid column takes this value. */
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && pattern.test(value)
