-- two appeals sent at the same moment are one
CREATE UNIQUE INDEX appeals_one_open ON appeals (comment_id) WHERE resolved_at IS NULL;
