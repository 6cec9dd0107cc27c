import type { PoolClient } from 'pg'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { AccessKeeper, TokenFate } from './access'

type Token = { id: string; siteId: string | null }

const isCurrent = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())'

/**
 * In SQL: tokens for programs that the person `$1` made, directly or with a token the person holds. Another
 * person can take them over.
 */
const madeForPrograms = `moderator_id IS NULL AND (made_by = 'moderator:' || $1::uuid
  OR made_by IN (SELECT 'token:' || id FROM tokens WHERE moderator_id = $1::uuid))`

/** @returns the working tokens that a person made for programs, and those made with them, oldest first */
export async function listMadeTokens(
  db: Database,
  moderatorId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    `WITH RECURSIVE made AS (
       SELECT * FROM tokens WHERE ${madeForPrograms}
       UNION SELECT t.* FROM made JOIN tokens t ON t.made_by = 'token:' || made.id)
     SELECT id, name FROM made WHERE ${isCurrent} ORDER BY created_at, id`,
    [moderatorId],
  )
  return rows
}

/**
 * Revokes the tokens of a person, in the transaction that ends that person's access; `fate` says whether
 * those made for programs are transferred instead. Tokens that the person holds are always revoked.
 */
export async function settleTokens(
  client: PoolClient,
  moderatorId: string,
  { by, fate }: { by: AccessKeeper; fate: TokenFate },
): Promise<void> {
  if (fate === 'take-over') await takeOverAllOf(client, moderatorId, by)
  const { rows } = await revokeAllOf(client, moderatorId)
  await record(client, rows, { type: 'token.revoked', by })
}

/** Includes revoked tokens: the tokens that replaced them depend on them. */
async function takeOverAllOf(client: PoolClient, moderatorId: string, by: AccessKeeper) {
  const { rows } = await client.query<Token & { works: boolean }>(
    `UPDATE tokens SET made_by = $2 WHERE ${madeForPrograms}
     RETURNING id, site_id AS "siteId", ${isCurrent} AS works`,
    [moderatorId, by.actor],
  )
  const working = rows.filter(({ works }) => works)
  await record(client, working, { type: 'token.taken_over', by })
}

/**
 * Revokes the tokens that the person holds, those that the person made, and those made with these. None
 * may work again if the person comes back.
 */
const revokeAllOf = (client: PoolClient, moderatorId: string) =>
  client.query<Token>(
    `WITH RECURSIVE theirs AS (
       SELECT id FROM tokens WHERE moderator_id = $1::uuid OR made_by = 'moderator:' || $1::uuid
       UNION SELECT t.id FROM theirs JOIN tokens t ON t.made_by = 'token:' || theirs.id)
     UPDATE tokens SET revoked_at = now() FROM theirs
     WHERE tokens.id = theirs.id AND revoked_at IS NULL
     RETURNING tokens.id, site_id AS "siteId"`,
    [moderatorId],
  )

async function record(
  client: PoolClient,
  tokens: readonly Token[],
  { type, by }: { type: AuditType; by: AccessKeeper },
): Promise<void> {
  for (const { id, siteId } of tokens)
    await appendAudit(client, {
      chain: siteId ?? systemChain,
      ...{ type, actor: by.actor, data: { token: id } },
    })
}

/**
 * Makes `by` the maker of a program's token, which then reaches no further than `by` does.
 * @returns false when there is no such token within reach
 */
export const takeOverToken = (db: Database, id: string, by: AccessKeeper): Promise<boolean> =>
  inTransaction(laneOf(db, by.siteId), async (client) => {
    const { rows } = await client.query<Token>(
      `UPDATE tokens SET made_by = $3
       WHERE id = $1 AND revoked_at IS NULL AND moderator_id IS NULL AND ($2::uuid IS NULL OR site_id = $2)
       RETURNING id, site_id AS "siteId"`,
      [id, by.siteId, by.actor],
    )
    await record(client, rows, { type: 'token.taken_over', by })
    return rows.length === 1
  })
