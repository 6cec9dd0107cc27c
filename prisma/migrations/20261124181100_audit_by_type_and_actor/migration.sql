-- Every kind of event by everybody, newest first: a page of the audit by type, by actor or by both
-- takes its newest from each pair that there is. An event is the last of its pair, so what is added
-- to the index lies behind what was added before.
CREATE INDEX "audit_events_chain_type_actor_seq_idx" ON "audit_events"("chain", "type", "actor", "seq");
