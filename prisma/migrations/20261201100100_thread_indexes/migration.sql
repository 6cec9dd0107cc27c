-- Comments that are or were public, by conversation. Comments that never became public are left out.
CREATE INDEX comments_conversation ON comments (root_id, parent_id)
  WHERE root_id IS NOT NULL AND (status = 'approved' OR public_until IS NOT NULL);
CREATE INDEX comments_public_roots ON comments (article_id, created_at, id)
  WHERE parent_id IS NULL AND status = 'approved';
-- Comments that are no longer public and may have public replies.
CREATE INDEX comments_withdrawn ON comments (article_id, created_at, id)
  WHERE status <> 'approved' AND public_until IS NOT NULL;

-- If the table held one long conversation when it was analysed, the planner expects thousands of replies for each
-- comment and scans the whole table for each of them.
ALTER TABLE comments ALTER COLUMN root_id SET (n_distinct = -0.05), ALTER COLUMN parent_id SET (n_distinct = -0.05);
ANALYZE comments;
