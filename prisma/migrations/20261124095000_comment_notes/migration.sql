-- What moderators tell each other about a comment without deciding on it.

CREATE TABLE "comment_notes" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_notes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "comment_notes_comment_id_created_at_idx" ON "comment_notes"("comment_id", "created_at");
ALTER TABLE "comment_notes" ADD CONSTRAINT "comment_notes_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
