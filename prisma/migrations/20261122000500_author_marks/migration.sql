CREATE TABLE "author_marks" (
    "site_id" UUID NOT NULL,
    "author_key" BYTEA NOT NULL,
    "role" TEXT NOT NULL,
    "marked_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "author_marks_pkey" PRIMARY KEY ("site_id","author_key")
);
ALTER TABLE "author_marks" ADD CONSTRAINT "author_marks_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "author_marks" ADD CONSTRAINT "author_marks_role" CHECK (role IN ('trusted', 'staff'));
-- an erased author is nobody, and so are all of them together
ALTER TABLE "author_marks" ADD CONSTRAINT "author_marks_somebody" CHECK (author_key <> '');
