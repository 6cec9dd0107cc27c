ALTER TABLE "moderators" ADD COLUMN "one_time_until" TIMESTAMPTZ(3);
