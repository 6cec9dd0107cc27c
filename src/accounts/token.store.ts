import { randomBytes } from 'node:crypto'
import { systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { AccessKeeper } from './access'
import { type Caller, type Role, tokenHash, tokenOf, tokenPrefix } from './token'
import { tokenReach } from './token-reach.store'

const isCurrent = 't.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())'

type CallerRow = {
  id: string
  moderator_id: string | null
  role: Role
  site_id: string | null
  people: string[]
  stale: boolean
}

/** Looked up at every call, so a revoked token or a changed role counts at once. */
const byHash = {
  name: 'caller-by-token',
  text: `SELECT t.id, t.moderator_id, r.role, r.site_id, r.people,
      t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS stale
    FROM (${tokenReach(`t.secret_hash = $1 AND ${isCurrent}`)}) r JOIN tokens t ON t.id = r.token
    WHERE r.works`,
}

/** @returns undefined for a token that is unknown, expired or revoked, or that has no reach left */
export async function findCaller(db: Database, token: string): Promise<Caller | undefined> {
  const { rows } = await db.pool.query<CallerRow>({ ...byHash, values: [tokenHash(token)] })
  const [row] = rows
  if (!row) return undefined
  if (row.stale)
    await db.pool.query('UPDATE tokens SET last_used_at = now() WHERE id = $1', [row.id])
  const { id: tokenId, moderator_id: moderatorId, role, site_id: siteId, people } = row
  return { tokenId, moderatorId, role, siteId, people }
}

export type NewToken = {
  name: string
  role: Role
  siteId: string | null
  moderatorId?: string | null
  expiresAt?: Date | null
  /** Actor name as in the audit log, which limits the token's reach. null: the service itself. */
  madeBy: string | null
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
  madeBy: true,
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

export type ListedToken = Awaited<ReturnType<typeof createToken>>['record'] & {
  /** The person who holds this token. A held token cannot be taken over. */
  moderatorId: string | null
  /** Effective role and site; undefined: none is left, and the token does not work. */
  reach: { role: Role; siteId: string | null } | undefined
}

type ListedRow = Omit<ListedToken, 'reach'> & {
  works: boolean
  reachRole: Role
  reachSite: string | null
}

/**
 * Tokens that are neither revoked nor expired and whose holder, if any, still has access.
 * @param siteId only the tokens of this site; null: all tokens
 */
export async function listTokens(db: Database, siteId: string | null): Promise<ListedToken[]> {
  const { rows } = await db.pool.query<ListedRow>(
    `SELECT t.id, t.name, t.prefix, t.role, t.site_id AS "siteId", t.created_at AS "createdAt",
       t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt", t.made_by AS "madeBy",
       t.moderator_id AS "moderatorId", r.works, r.role AS "reachRole", r.site_id AS "reachSite"
     FROM (${tokenReach(isCurrent)}) r JOIN tokens t ON t.id = r.token
       LEFT JOIN moderators m ON m.id = t.moderator_id
     WHERE m.disabled_at IS NULL AND ($1::uuid IS NULL OR t.site_id = $1) ORDER BY t.created_at, t.id`,
    [siteId],
  )
  return rows.map(({ works, reachRole, reachSite, ...token }) => ({
    ...token,
    reach: works ? { role: reachRole, siteId: reachSite } : undefined,
  }))
}

/** The audit of the token's own site tells of it. @returns whether there was such a token in reach */
export const revokeToken = (
  db: Database,
  id: string,
  { actor, siteId }: AccessKeeper,
): Promise<boolean> =>
  inTransaction(laneOf(db, siteId), async (client) => {
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
