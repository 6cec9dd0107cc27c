import type { Postbag } from './postbag'

export type Truth = { approved: Set<string>; tombstones: Set<string>; hidden: Set<string> }

/** Computes the comments that readers should see, naively, from parents and statuses alone. */
export async function truthOf({ services }: Postbag, articleId: string): Promise<Truth> {
  const { rows } = await services.db.pool.query<{
    id: string
    parent_id: string | null
    status: string
  }>('SELECT id, parent_id, status FROM comments WHERE article_id = $1', [articleId])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const truth: Truth = { approved: new Set(), tombstones: new Set(), hidden: new Set() }
  for (const { id, status } of rows) (status === 'approved' ? truth.approved : truth.hidden).add(id)
  for (const id of truth.approved) {
    let above = byId.get(id)?.parent_id
    while (above) {
      if (truth.hidden.delete(above)) truth.tombstones.add(above)
      above = byId.get(above)?.parent_id
    }
  }
  return truth
}
