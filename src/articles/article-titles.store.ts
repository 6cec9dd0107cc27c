import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'

/** The titles of articles by their ids; what is no id of one is left out. */
export async function articleTitles(
  db: Database,
  articleIds: Iterable<string>,
): Promise<Map<string, string>> {
  const ids = [...new Set(articleIds)].filter(isUuid)
  if (ids.length === 0) return new Map()
  const { rows } = await db.pool.query<{ id: string; title: string }>(
    'SELECT id, title FROM articles WHERE id = ANY($1)',
    [ids],
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}
