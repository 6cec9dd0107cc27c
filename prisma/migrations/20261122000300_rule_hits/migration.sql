ALTER TABLE "rules"
  ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "notice" TEXT NOT NULL DEFAULT '';

CREATE TABLE "rule_hits" (
    "comment_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "site_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "author_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_hits_pkey" PRIMARY KEY ("comment_id","rule","rule_version","mode")
);
CREATE INDEX "rule_hits_site_id_rule_created_at_idx" ON "rule_hits"("site_id", "rule", "created_at");
ALTER TABLE "rule_hits" ADD CONSTRAINT "rule_hits_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_hits" ADD CONSTRAINT "rule_hits_mode" CHECK (mode IN ('live', 'shadow'));
ALTER TABLE "evaluations" ADD COLUMN "bank_hits" TEXT[] DEFAULT ARRAY[]::TEXT[];
