-- What schema.prisma cannot say: vocabularies, partial indexes, append-only tables, the audit chain.

-- 1. Vocabularies and ranges
ALTER TABLE comments
  ADD CONSTRAINT comments_status CHECK (status IN ('pending', 'approved', 'rejected', 'spam', 'held', 'deleted')),
  ADD CONSTRAINT comments_erased CHECK (status <> 'deleted' OR (body = '' AND author_name = '')),
  ADD CONSTRAINT comments_version CHECK (version >= 0),
  ADD CONSTRAINT comments_priority CHECK (priority BETWEEN 0 AND 100);
ALTER TABLE decisions
  ADD CONSTRAINT decisions_action CHECK (action IN ('approve', 'reject', 'spam', 'hold')),
  ADD CONSTRAINT decisions_status CHECK (
    (action = 'approve' AND status = 'approved') OR (action = 'reject' AND status = 'rejected')
    OR (action = 'spam' AND status = 'spam') OR (action = 'hold' AND status = 'held')),
  ADD CONSTRAINT decisions_actor CHECK (actor_kind IN ('rules', 'moderator', 'system'));
ALTER TABLE banks ADD CONSTRAINT banks_kind CHECK (kind IN ('words', 'patterns'));
ALTER TABLE rules ADD CONSTRAINT rules_mode CHECK (mode IN ('draft', 'shadow', 'live', 'off'));
ALTER TABLE tokens ADD CONSTRAINT tokens_role CHECK (role IN ('moderator', 'owner'));
ALTER TABLE moderators
  ADD CONSTRAINT moderators_role CHECK (role IN ('moderator', 'owner')),
  ADD CONSTRAINT moderators_email CHECK (email = lower(email));

-- 2. Room on the page: attempts and status are updated once or twice in a comment's life
ALTER TABLE comments SET (fillfactor = 80);

-- 3. Partial and expression indexes
CREATE INDEX comments_parent ON comments (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX comments_held_priority ON comments (site_id, priority DESC, created_at, id) WHERE status = 'held';
CREATE INDEX comments_held_risk ON comments (site_id, risk DESC, created_at, id) WHERE status = 'held';
CREATE INDEX comments_pending ON comments (created_at) WHERE status = 'pending';
CREATE INDEX comments_words ON comments USING gin (to_tsvector('simple', body));
CREATE INDEX reports_open ON reports (site_id, comment_id) WHERE resolved_at IS NULL;
CREATE INDEX appeals_open ON appeals (site_id, comment_id) WHERE resolved_at IS NULL;
CREATE INDEX spent_challenges_failed ON spent_challenges (site_id, network_key, spent_at) WHERE comment_id IS NULL;

-- 4. Append-only tables
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE ON decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_no_truncate BEFORE TRUNCATE ON decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 5. The audit chain: hash = SHA-256(previous hash || line), numbered without gaps in each chain.
--    Whoever writes the row, the database chains it; the head's row lock puts writers in order.
CREATE FUNCTION audit_line(event audit_events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(
    event.chain, event.seq, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    event.type, event.comment_id, event.actor, event.data)::text
$$;
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_heads%ROWTYPE;
BEGIN
  SELECT * INTO head FROM audit_heads WHERE chain = NEW.chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_heads (chain, seq, hash) VALUES (NEW.chain, 0, ''::bytea) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_heads WHERE chain = NEW.chain FOR UPDATE;
  END IF;
  NEW.seq := head.seq + 1;
  NEW.at := date_trunc('milliseconds', clock_timestamp());
  NEW.previous_hash := head.hash;
  NEW.hash := sha256(head.hash || convert_to(audit_line(NEW), 'UTF8'));
  UPDATE audit_heads SET seq = NEW.seq, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_events_chain BEFORE INSERT ON audit_events
  FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

-- 6. Bits that differ between two 64-bit fingerprints kept as four tagged bands of 16 bits
CREATE FUNCTION simhash_distance(a int[], b int[]) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(sum(bit_count((x # y)::bit(32))), 64)::int FROM unnest(a, b) AS band (x, y)
$$;
