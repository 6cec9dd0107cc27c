-- Each is partial, or on a table that grows slowly: none of them costs the intake anything.

-- the part of the queue that belongs to a section
CREATE INDEX "articles_site_id_section_idx" ON "articles"("site_id", "section");

-- what was decided, in every order of the queue
CREATE INDEX comments_decided_priority ON comments (site_id, status, priority DESC, created_at, id)
  WHERE status IN ('approved', 'rejected', 'spam');
CREATE INDEX comments_decided_risk ON comments (site_id, status, risk DESC, created_at, id)
  WHERE status IN ('approved', 'rejected', 'spam');

-- search: a part of a name, who decided, for which reason
CREATE INDEX comments_author_trgm ON comments USING gin (author_name gin_trgm_ops) WHERE status <> 'pending';
CREATE INDEX decisions_by_moderator ON decisions (moderator_id, created_at) WHERE moderator_id IS NOT NULL;
CREATE INDEX decisions_reason ON decisions (reason, created_at) WHERE reason <> 'no_objection';
