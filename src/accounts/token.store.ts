import { randomBytes } from 'node:crypto'
import { systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction } from '../platform/database'
import type { AccessKeeper } from './access.store'
import { type Caller, type Role, tokenHash, tokenOf, tokenPrefix } from './token'

type CallerRow = {
  id: string
  moderator_id: string | null
  role: Role
  site_id: string | null
  stale: boolean
}

/** Looked up at every call, so a revoked token or a changed role counts at once. */
const byHash = {
  name: 'caller-by-token',
  text: `SELECT t.id, t.moderator_id, t.role, t.site_id,
      t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS stale
    FROM tokens t LEFT JOIN moderators m ON m.id = t.moderator_id
    WHERE t.secret_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
      AND m.disabled_at IS NULL`,
}

/** @returns undefined for a token that is unknown, expired, revoked or of a disabled moderator */
export async function findCaller(db: Database, token: string): Promise<Caller | undefined> {
  const { rows } = await db.pool.query<CallerRow>({ ...byHash, values: [tokenHash(token)] })
  const [row] = rows
  if (!row) return undefined
  if (row.stale)
    await db.pool.query('UPDATE tokens SET last_used_at = now() WHERE id = $1', [row.id])
  return { tokenId: row.id, moderatorId: row.moderator_id, role: row.role, siteId: row.site_id }
}

export type NewToken = {
  name: string
  role: Role
  siteId: string | null
  moderatorId?: string | null
  expiresAt?: Date | null
}

const shown = {
  id: true,
  name: true,
  prefix: true,
  role: true,
  siteId: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const

/** @returns the token's record and its secret, which is shown this once and never again */
export async function createToken(db: Database, token: NewToken) {
  const secret = tokenOf(randomBytes(32))
  const record = await db.prisma.token.create({
    data: { ...token, prefix: tokenPrefix(secret), secretHash: new Uint8Array(tokenHash(secret)) },
    select: shown,
  })
  return { record, secret }
}

/** Tokens that still work; of one site when `siteId` is given. */
export const listTokens = (db: Database, siteId: string | null) =>
  db.prisma.token.findMany({
    where: {
      revokedAt: null,
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        { OR: [{ moderatorId: null }, { moderator: { disabledAt: null } }] },
      ],
      ...(siteId ? { siteId } : {}),
    },
    orderBy: { createdAt: 'asc' },
    select: shown,
  })

/** The audit of the token's own site tells of it. @returns whether there was such a token in reach */
export const revokeToken = (
  db: Database,
  id: string,
  { actor, siteId }: AccessKeeper,
): Promise<boolean> =>
  inTransaction(db, async (client) => {
    const { rows } = await client.query<{ siteId: string | null }>(
      `UPDATE tokens SET revoked_at = now()
       WHERE id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR site_id = $2)
       RETURNING site_id AS "siteId"`,
      [id, siteId],
    )
    const [token] = rows
    if (!token) return false
    const chain = token.siteId ?? systemChain
    await appendAudit(client, { chain, type: 'token.revoked', actor, data: { token: id } })
    return true
  })
