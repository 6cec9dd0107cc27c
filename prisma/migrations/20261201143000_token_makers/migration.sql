-- a token reaches no further than its maker
ALTER TABLE "tokens" ADD COLUMN     "made_by" TEXT;
ALTER TABLE tokens ADD CONSTRAINT tokens_made_by
  CHECK (made_by ~ '^(moderator|token):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');

-- processes of the previous release record the maker only in the audit; drop this trigger in a later release
CREATE FUNCTION name_token_maker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tokens SET made_by = NEW.actor WHERE id::text = NEW.data->>'token' AND made_by IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_events_name_token_maker AFTER INSERT ON audit_events FOR EACH ROW
  WHEN (NEW.type = 'token.created' AND NEW.actor ~ '^(moderator|token):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
  EXECUTE FUNCTION name_token_maker();

-- the same for existing audit events; joined by chain, which has an index
UPDATE tokens t SET made_by = e.actor
FROM audit_heads h JOIN audit_events e ON e.chain = h.chain AND e.type = 'token.created'
WHERE e.data->>'token' = t.id::text
  AND e.actor ~ '^(moderator|token):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
