-- What the guard saw, instead of a sentence about it: every language says it in its own words. The
-- column "notice" stays until no process of an older release reads it.
ALTER TABLE "rules" ADD COLUMN "demotion" JSONB;

UPDATE "rules" SET "demotion" = jsonb_build_object(
    'authors', found[1]::int, 'comments', found[2]::int, 'limit', found[3]::int)
  FROM (SELECT "id" AS rule,
          regexp_match("notice", 'acted on (\d+) authors in (\d+) comments; (\d+) are') AS found
        FROM "rules") AS said
  WHERE said.rule = "id" AND found IS NOT NULL;
