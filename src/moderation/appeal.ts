/**
 * In SQL: who may not answer an appeal on a comment `c`, because it is against their own decision.
 * null where the rules or a program decided, and where nobody else may see the site: then one person
 * has to do both. Looked up only for comments with an open appeal.
 */
export const appealedDecider = `(SELECT f.moderator_id FROM (
    SELECT x.moderator_id FROM decisions x
    WHERE x.comment_id = c.id AND x.status IN ('rejected', 'spam') AND x.undoes_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = x.id)
    ORDER BY x.version DESC LIMIT 1) f
  WHERE EXISTS (SELECT 1 FROM moderators m WHERE m.id <> f.moderator_id AND m.disabled_at IS NULL
    AND (m.site_id IS NULL OR m.site_id = c.site_id)))`
