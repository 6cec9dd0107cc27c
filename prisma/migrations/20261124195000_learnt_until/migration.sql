-- up to which decision learning has looked at a site's log, also when it learnt nothing from it
ALTER TABLE "sites" ADD COLUMN "learnt_until" TIMESTAMPTZ(3);
