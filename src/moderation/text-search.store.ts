import { type Database, inTransaction } from '../platform/database'
import type { Keep } from './score-range.store'
import { hasLetters, isIndexed, partsOf } from './text-search'

/** A pattern for a text that contains this one; what a pattern would read is taken as it stands. */
export const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** That a judged text `t` has the words of `q`, or `q` itself as a part. */
export function textMatches(q: string, keep: Keep): string {
  const parts = partsOf(q)
  const part = `t.body ILIKE ${keep(likePart(q.trim()))}`
  // then the word is the part, or there is no word
  if (parts?.length === 1 || !hasLetters(q)) return part
  const words = `to_tsvector('simple', t.body) @@ websearch_to_tsquery('simple', ${keep(q)})`
  const needed = (parts ?? []).map((one) => `t.body ILIKE ${keep(likePart(one))}`)
  return [...needed, `(${part} OR ${words})`].join(' AND ')
}

/** Where more comments match, a page is full long before all of them were looked at. */
const mostCandidates = 2000

/**
 * The comments whose texts match; undefined when there are too many, or when no index knows them:
 * then they are looked for from the newest on. The planner cannot tell a word that nobody wrote from
 * one in every two-hundredth text, and looking for it in that way would read every text there is.
 */
export async function findTexts(db: Database, q: string): Promise<string[] | undefined> {
  if (!isIndexed(q)) return undefined
  const values: unknown[] = []
  const matches = textMatches(q, (value) => `$${values.push(value)}`)
  const ids = await inTransaction(db, async (client) => {
    await client.query('SET LOCAL enable_seqscan = off')
    const { rows } = await client.query<{ id: string }>(
      `SELECT t.comment_id AS id FROM comment_texts t WHERE ${matches} LIMIT ${mostCandidates + 1}`,
      values,
    )
    return rows.map(({ id }) => id)
  })
  return ids.length > mostCandidates ? undefined : ids
}
