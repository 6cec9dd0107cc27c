-- A search shows the newest first: for words that many comments have, reading in that order until a
-- page is full is faster than sorting every comment that has them.
CREATE INDEX "comments_created_at_id_idx" ON "comments"("created_at", "id");
