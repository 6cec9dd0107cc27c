import { sha256 } from '../platform/keys'

export type Role = 'moderator' | 'owner'

/** Who calls the admin API, and how far they may go. */
export type Caller = {
  tokenId: string
  moderatorId: string | null
  role: Role
  /** null: every site. */
  siteId: string | null
  /** Ids of the people whose access limits this caller: the holder and the makers of its token. */
  people: readonly string[]
}

const shape = /^pb_[\w-]{43}$/

/** @param bytes 32 random bytes */
export const tokenOf = (bytes: Buffer): string => `pb_${bytes.toString('base64url')}`

/** Enough to tell tokens apart in a list, too little to guess one. */
export const tokenPrefix = (token: string): string => token.slice(0, 9)

/** What is stored of a token: it carries 256 random bits, so a plain hash is enough. */
export const tokenHash = (token: string): Buffer => sha256(token)

/** Reads an Authorization header (RFC 6750). @returns undefined when it carries no token of ours */
export function bearerToken(header: string | undefined): string | undefined {
  const [scheme, token, ...more] = (header ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || more.length > 0) return undefined
  return token && shape.test(token) ? token : undefined
}

/** Whether a caller may see or change what belongs to a site. */
export const mayUse = (caller: Caller, siteId: string): boolean =>
  caller.siteId === null || caller.siteId === siteId
