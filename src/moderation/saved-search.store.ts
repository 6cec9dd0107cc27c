import type { PoolClient } from 'pg'
import type { Role } from '../accounts/token'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction } from '../platform/database'
import { uuidv7 } from '../platform/uuid'

/** Who keeps searches: a moderator or a program, and how far they may look. */
export type Keeper = { actor: string; role: Role; siteId: string | null }

export type SavedSearch = {
  id: string
  name: string
  /** The query string of a search. */
  query: string
  shared: boolean
  /** Whom a shared one is for; null: moderators of every site. */
  site: string | null
  isMine: boolean
  createdAt: Date
}

/** A person's own; others are shared by theirs. */
const mostKept = 50
export const longestSearchName = 80
export const longestQuery = 2000

const columns = `w.id, w.name, w.query, w.shared, s.slug AS site, w.saved_by = $1 AS "isMine", w.created_at AS "createdAt"`
// a shared search belongs to all; its author loses the right to change it by ceasing to be an owner
const mayChange = `((saved_by = $1 AND NOT shared) OR ($2 = 'owner' AND shared AND ($3::uuid IS NULL OR site_id = $3)))`

/** Own ones and those that are shared with the keeper's sites, by name. */
export async function listSavedSearches(
  db: Database,
  { actor, siteId }: Keeper,
): Promise<SavedSearch[]> {
  const { rows } = await db.pool.query<SavedSearch>({
    name: 'saved-searches',
    text: `SELECT ${columns} FROM saved_searches w LEFT JOIN sites s ON s.id = w.site_id
      WHERE w.saved_by = $1 OR (w.shared AND (w.site_id IS NULL OR $2::uuid IS NULL OR w.site_id = $2))
      ORDER BY lower(w.name), w.id LIMIT 500`,
    values: [actor, siteId],
  })
  return rows
}

export type NewSearch = { name: string; query: string; shared: boolean; siteId: string | null }
export type SaveOutcome = { outcome: 'saved'; id: string } | { outcome: 'taken' | 'full' }

export async function saveSearch(
  db: Database,
  { actor }: Keeper,
  search: NewSearch,
): Promise<SaveOutcome> {
  const { name, query, shared, siteId } = search
  return inTransaction(db, async (client): Promise<SaveOutcome> => {
    // or two at once would both count one short of the limit
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [actor])
    const { rows } = await client.query<{ count: number; taken: boolean }>(
      'SELECT count(*), coalesce(bool_or(name = $2), false) AS taken FROM saved_searches WHERE saved_by = $1',
      [actor, name],
    )
    const [kept] = rows
    if (kept?.taken) return { outcome: 'taken' }
    if (kept && kept.count >= mostKept) return { outcome: 'full' }
    const id = uuidv7()
    await client.query(
      'INSERT INTO saved_searches (id, saved_by, site_id, name, query, shared) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, actor, siteId, name, query, shared],
    )
    await record(client, { id, shared, siteId }, { type: 'saved_search.shared', actor })
    return { outcome: 'saved', id }
  })
}

export type RenameOutcome = 'renamed' | 'taken' | 'unknown'

export async function renameSearch(
  db: Database,
  { actor, role, siteId }: Keeper,
  { id, name }: { id: string; name: string },
): Promise<RenameOutcome> {
  return inTransaction(db, async (client): Promise<RenameOutcome> => {
    const { rows } = await client.query<Stored & { savedBy: string }>(
      `SELECT id, shared, site_id AS "siteId", saved_by AS "savedBy" FROM saved_searches
       WHERE ${mayChange} AND id = $4 FOR UPDATE`,
      [actor, role, siteId, id],
    )
    const [stored] = rows
    if (!stored) return 'unknown'
    const { rowCount } = await client.query(
      `UPDATE saved_searches SET name = $2 WHERE id = $1
         AND NOT EXISTS (SELECT 1 FROM saved_searches o WHERE o.saved_by = $3 AND o.name = $2 AND o.id <> $1)`,
      [id, name, stored.savedBy],
    )
    if (!rowCount) return 'taken'
    await record(client, stored, { type: 'saved_search.renamed', actor })
    return 'renamed'
  })
}

/** @returns false where there is none that the keeper may delete */
export async function deleteSearch(
  db: Database,
  { actor, role, siteId }: Keeper,
  id: string,
): Promise<boolean> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<Stored>(
      `DELETE FROM saved_searches WHERE ${mayChange} AND id = $4 RETURNING id, shared, site_id AS "siteId"`,
      [actor, role, siteId, id],
    )
    const [stored] = rows
    if (stored) await record(client, stored, { type: 'saved_search.deleted', actor })
    return stored !== undefined
  })
}

type Stored = { id: string; shared: boolean; siteId: string | null }

/** What one person keeps for themselves is nobody's business. */
async function record(
  client: PoolClient,
  { id, shared, siteId }: Stored,
  { type, actor }: { type: AuditType; actor: string },
): Promise<void> {
  if (!shared) return
  await appendAudit(client, { chain: siteId ?? systemChain, type, actor, data: { id } })
}
