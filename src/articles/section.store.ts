import type { Database } from '../platform/database'

const mostSections = 200

/** The names of the sections that articles of these sites are in. */
export async function listSections(db: Database, siteIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ section: string }>({
    name: 'sections',
    text: `SELECT DISTINCT section FROM articles WHERE site_id = ANY($1) AND section <> ''
      ORDER BY section LIMIT ${mostSections}`,
    values: [siteIds],
  })
  return rows.map(({ section }) => section)
}
