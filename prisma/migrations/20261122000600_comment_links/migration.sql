CREATE TABLE "comment_links" (
    "site_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "comment_id" UUID NOT NULL,

    CONSTRAINT "comment_links_pkey" PRIMARY KEY ("site_id","domain","comment_id")
);
CREATE INDEX "comment_links_comment_id_idx" ON "comment_links"("comment_id");
ALTER TABLE "comment_links" ADD CONSTRAINT "comment_links_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
