-- what waits in one queue of a site, and which queues something waits in
CREATE INDEX review_items_waiting ON review_items (site_id, queue, comment_id) WHERE closed_at IS NULL;
