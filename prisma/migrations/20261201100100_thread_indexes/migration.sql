-- Building the indexes blocks writers anyway. Taking the lock first avoids a deadlock between the update and a decision
-- on two replies. Readers are not blocked.
LOCK TABLE comments IN SHARE ROW EXCLUSIVE MODE;

-- Walks down each thread level by level with an index, because the planner's statistics may be out of date.
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;
SET LOCAL enable_seqscan = off;
WITH RECURSIVE below AS (
  SELECT r.id, r.parent_id AS root_id FROM comments r JOIN comments p ON p.id = r.parent_id WHERE p.parent_id IS NULL
  UNION ALL
  SELECT r.id, b.root_id FROM below b CROSS JOIN LATERAL (SELECT id FROM comments WHERE parent_id = b.id OFFSET 0) r)
UPDATE comments c SET root_id = b.root_id FROM below b WHERE c.id = b.id AND c.root_id IS NULL;
RESET enable_hashjoin;
RESET enable_mergejoin;
RESET enable_seqscan;

-- A comment with replies was public when they were written. The exact time at which that ended no longer matters.
UPDATE comments c SET public_until = coalesce(edited_at, created_at)
WHERE c.status <> 'approved' AND c.public_until IS NULL AND EXISTS (SELECT FROM comments r WHERE r.parent_id = c.id);

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
