CREATE TABLE "saved_searches" (
    "id" UUID NOT NULL,
    "saved_by" TEXT NOT NULL,
    "site_id" UUID,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_searches_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_searches_saved_by_name_key" ON "saved_searches"("saved_by", "name");
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
