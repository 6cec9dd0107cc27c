-- Building the indexes keeps writers waiting in any case. Taken at once, the lock saves a deadlock between a decision
-- on two replies and the update; readers go on.
LOCK TABLE comments IN SHARE ROW EXCLUSIVE MODE;

-- Step by step down each thread, with an index, because the statistics of the planner may be out of date.
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

-- An answered comment was public when it was answered. Since when it is not does not matter any more.
UPDATE comments c SET public_until = coalesce(edited_at, created_at)
WHERE c.status <> 'approved' AND c.public_until IS NULL AND EXISTS (SELECT FROM comments r WHERE r.parent_id = c.id);

-- Comments that readers see or saw once, by conversation: nothing that was refused at once is in the way.
CREATE INDEX comments_conversation ON comments (root_id, parent_id)
  WHERE root_id IS NOT NULL AND (status = 'approved' OR public_until IS NOT NULL);
CREATE INDEX comments_public_roots ON comments (article_id, created_at, id)
  WHERE parent_id IS NULL AND status = 'approved';
-- Comments that may have public replies without being public.
CREATE INDEX comments_withdrawn ON comments (article_id, created_at, id)
  WHERE status <> 'approved' AND public_until IS NOT NULL;

-- A table that held one long conversation when it was looked at makes the planner expect that each comment has
-- thousands of replies, and read the table whole for each of them.
ALTER TABLE comments ALTER COLUMN root_id SET (n_distinct = -0.05), ALTER COLUMN parent_id SET (n_distinct = -0.05);
ANALYZE comments;
