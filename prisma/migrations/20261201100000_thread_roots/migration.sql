-- These changes lock the table only briefly. The long work is in the next migration, which does not block readers.
ALTER TABLE "comments" ADD COLUMN     "public_since" TIMESTAMPTZ(3),
ADD COLUMN     "public_until" TIMESTAMPTZ(3),
ADD COLUMN     "root_id" UUID;

-- Fills root_id of replies that processes of the previous release insert. Once the next migration is done, this takes one step.
-- Sequential scans are off because a session caches its plans and may have made them while the table was small.
CREATE FUNCTION find_comment_root() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  above uuid := NEW.parent_id;
BEGIN
  WHILE NEW.root_id IS NULL AND above IS NOT NULL LOOP
    SELECT coalesce(root_id, CASE WHEN parent_id IS NULL THEN id END), parent_id INTO NEW.root_id, above
    FROM comments WHERE id = above;
  END LOOP;
  -- an imported reply may have a parent that was never public here
  UPDATE comments SET public_until = now() WHERE id = NEW.parent_id AND status <> 'approved' AND public_until IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER comments_find_root BEFORE INSERT ON comments
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL AND NEW.root_id IS NULL) EXECUTE FUNCTION find_comment_root();

-- Records when a comment becomes public and when it stops being public, for every statement that changes a status.
-- Truncates to milliseconds, as cursors do.
CREATE FUNCTION note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'approved' THEN
    NEW.public_since := date_trunc('milliseconds', now());
  ELSE
    NEW.public_until := date_trunc('milliseconds', now());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comments_note_publication BEFORE UPDATE OF status ON comments
  FOR EACH ROW WHEN ((OLD.status = 'approved') <> (NEW.status = 'approved')) EXECUTE FUNCTION note_publication();
