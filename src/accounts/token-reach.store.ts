/** In SQL: the id from `made_by` of a token `t` when its maker is of this kind, else null. */
const makerOf = (kind: 'moderator' | 'token'): string =>
  `CASE WHEN t.made_by LIKE '${kind}:%' THEN split_part(t.made_by, ':', 2)::uuid END`

const link = `t.role, t.site_id, t.moderator_id,
      ${makerOf('moderator')} AS maker,
      ${makerOf('token')} AS maker_token`

/**
 * In SQL: the current reach of tokens. It is the narrowest of the token's own role and site, its holder's
 * and its makers', followed through tokens that made tokens. A revoked or expired maker token still counts
 * with its role and site, so that a token can be replaced. A maker that does not exist leaves no
 * reach, and neither do tokens that made one another, since no person answers for them.
 *
 * Columns: `token`, `role`, `site_id`; `works`, false when no reach is left; `people`, the ids of the
 * people it depends on.
 * @param which a condition on a token `t`
 */
export const tokenReach = (which: string): string => `
  WITH RECURSIVE chain AS (
    SELECT t.id AS token, ${link} FROM tokens t WHERE ${which}
    UNION
    SELECT c.token, ${link} FROM chain c LEFT JOIN tokens t ON t.id = c.maker_token
      WHERE c.maker_token IS NOT NULL),
  limits AS (
    SELECT token, role, site_id, NULL::uuid AS person, role IS NULL AS ended, maker_token IS NULL AS is_first
    FROM chain
    UNION ALL
    SELECT c.token, m.role, m.site_id, who.id, m.id IS NULL OR m.disabled_at IS NOT NULL, false
    FROM chain c CROSS JOIN LATERAL (VALUES (c.moderator_id), (c.maker)) who(id)
      LEFT JOIN moderators m ON m.id = who.id
    WHERE who.id IS NOT NULL)
  SELECT token, CASE WHEN bool_and(role = 'owner') THEN 'owner' ELSE 'moderator' END AS role,
    (array_agg(site_id) FILTER (WHERE site_id IS NOT NULL))[1] AS site_id,
    NOT bool_or(ended) AND bool_or(is_first) AND count(DISTINCT site_id) < 2 AS works,
    coalesce(array_agg(person) FILTER (WHERE person IS NOT NULL), '{}') AS people
  FROM limits GROUP BY token`
