-- how the score becomes a probability on this site, learnt with the delta; NULL leaves it as it is
ALTER TABLE "site_learning" ADD COLUMN "calibration" JSONB;
