-- House rules of a site, in versions that are added and never changed; decisions name the one in force.

CREATE TABLE "house_rules" (
    "site_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "house_rules_pkey" PRIMARY KEY ("site_id","version")
);

ALTER TABLE "house_rules" ADD CONSTRAINT "house_rules_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "house_rules" ADD CONSTRAINT "house_rules_version" CHECK ("version" >= 1);

CREATE TRIGGER house_rules_append_only BEFORE UPDATE OR DELETE ON house_rules
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER house_rules_no_truncate BEFORE TRUNCATE ON house_rules
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "sites" ADD COLUMN "house_rules_version" INTEGER;

ALTER TABLE "decisions" ADD COLUMN "house_rules_version" INTEGER;
