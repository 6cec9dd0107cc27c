import type { Postbag } from './postbag'

/** A planned comment: `parent` is the index of its parent in the plan, null for a root. */
export type Planned = { parent: number | null; status?: string }

export const roots = (count: number): Planned[] =>
  Array.from({ length: count }, () => ({ parent: null }))

export const chain = (length: number): Planned[] =>
  Array.from({ length }, (_, index) => ({ parent: index === 0 ? null : index - 1 }))

/** `count` roots with `replies` replies each, added in rounds: one reply to each root per round. */
export const bushes = (count: number, replies: number): Planned[] => [
  ...roots(count),
  ...Array.from({ length: count * replies }, (_, index) => ({ parent: index % count })),
]

/** Name and text are derived from the id, so that tests can search for leaks. */
export const authorOf = (id: string): string => `Author ${id.slice(0, 8)}`
export const bodyOf = (id: string): string => `Words of ${id}`

let made = 0

/**
 * Inserts an article with a thread directly and without `root_id`, as processes of the previous release do.
 * Every comment is approved first, because only public comments can get replies.
 * @returns the slug, and the comment ids in the order of the plan
 */
export async function addThread(
  { services, site }: Postbag,
  plan: readonly Planned[],
): Promise<{ slug: string; articleId: string; ids: string[] }> {
  const slug = `shape-${++made}`
  const { pool } = services.db
  const { rows: articles } = await pool.query<{ id: string }>(
    `INSERT INTO articles (id, site_id, slug, title, paragraphs)
     VALUES (gen_random_uuid(), $1, $2, 'A shape', '{It has one.}') RETURNING id`,
    [site.id, slug],
  )
  const articleId = articles[0]?.id ?? ''
  const ids = await addComments({ services, site }, articleId, plan)
  return { slug, articleId, ids }
}

/** Adds comments to an article; `parent` may also be the id of an existing comment. */
export async function addComments(
  { services, site }: Pick<Postbag, 'services' | 'site'>,
  articleId: string,
  plan: readonly { parent: number | string | null; status?: string }[],
): Promise<string[]> {
  const { pool } = services.db
  const ids = plan.map(() => crypto.randomUUID())
  const parents = plan.map(({ parent }) => (typeof parent === 'number' ? ids[parent] : parent))
  // three comments share each time, so that their order depends on the id
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT CASE WHEN count(*) = 0 THEN now() - interval '1 hour' ELSE now() END AS at
     FROM comments WHERE article_id = $1`,
    [articleId],
  )
  const times = plan.map(
    (_, index) => new Date((rows[0]?.at.getTime() ?? 0) + Math.floor(index / 3)),
  )
  await pool.query(
    `INSERT INTO comments (id, site_id, article_id, parent_id, author_name, author_key, network_key, body, text_hash,
       bands, status, version, receipt_hash, created_at)
     SELECT id, $1, $2, parent_id, 'Author ' || left(id::text, 8), ''::bytea, ''::bytea, 'Words of ' || id, 0, '{}',
       'approved', 1, ''::bytea, at
     FROM unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) AS t (id, parent_id, at)`,
    [site.id, articleId, ids, parents, times],
  )
  const statuses = plan.map(({ status }) => status ?? 'approved')
  await setStatuses({ services }, ids, statuses)
  return ids
}

export async function setStatuses(
  { services }: Pick<Postbag, 'services'>,
  ids: readonly string[],
  statuses: readonly string[],
): Promise<void> {
  await services.db.pool.query(
    `UPDATE comments c SET status = t.status,
       body = CASE WHEN t.status = 'deleted' THEN '' ELSE body END,
       author_name = CASE WHEN t.status = 'deleted' THEN '' ELSE author_name END
     FROM unnest($1::uuid[], $2::text[]) AS t (id, status) WHERE c.id = t.id AND c.status <> t.status`,
    [ids, statuses],
  )
}
