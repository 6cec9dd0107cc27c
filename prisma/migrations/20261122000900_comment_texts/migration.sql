-- The text index is the dearest one, and every change of a status would write it again: it gets a table
-- of its own, which the first decision fills, so that neither posting nor deciding pays for it twice.
CREATE TABLE "comment_texts" (
    "comment_id" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "comment_texts_pkey" PRIMARY KEY ("comment_id")
);
ALTER TABLE "comment_texts" ADD CONSTRAINT "comment_texts_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO comment_texts (comment_id, body) SELECT id, body FROM comments WHERE status NOT IN ('pending', 'deleted');
CREATE INDEX "comment_texts_body_trgm" ON "comment_texts" USING GIN ("body" gin_trgm_ops);
CREATE INDEX comment_texts_words ON comment_texts USING gin (to_tsvector('simple', body));
DROP INDEX "comments_body_trgm";
DROP INDEX comments_words;
