-- without a transaction
DO $$
DECLARE
  batch uuid[];
  last uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  -- the planner's statistics may be out of date
  PERFORM set_config('enable_seqscan', 'off', false);
  -- Each batch commits, so a decision on one of its replies waits for a moment only. Readers and posts never wait.
  LOOP
    SELECT array_agg(id ORDER BY id) INTO batch FROM (
      SELECT id FROM comments WHERE id > last AND parent_id IS NOT NULL ORDER BY id LIMIT 1000) next;
    EXIT WHEN batch IS NULL;
    last := batch[cardinality(batch)];

    -- Walks up to the root, or to a reply that has been filled. Ids grow with time, so that is a step or two.
    WITH RECURSIVE up AS (
      SELECT id, parent_id AS above FROM comments WHERE id = ANY (batch) AND root_id IS NULL
      UNION ALL
      SELECT up.id, p.parent_id FROM up CROSS JOIN LATERAL (
        SELECT parent_id FROM comments WHERE id = up.above AND parent_id IS NOT NULL AND root_id IS NULL OFFSET 0) p)
    UPDATE comments c SET root_id = coalesce(p.root_id, p.id)
    FROM up JOIN comments p ON p.id = up.above
    WHERE c.id = up.id AND (p.parent_id IS NULL OR p.root_id IS NOT NULL);

    -- A comment with replies was public when they were written. The exact time at which that ended no longer matters.
    UPDATE comments SET public_until = coalesce(edited_at, created_at)
    WHERE id IN (SELECT parent_id FROM comments WHERE id = ANY (batch)) AND status <> 'approved' AND public_until IS NULL;
    COMMIT;
  END LOOP;
  PERFORM set_config('enable_seqscan', 'on', false);
END $$;
