-- Since when somebody has been on a card; the end of a claim moves with every renewal.
ALTER TABLE "review_items" ADD COLUMN "claimed_at" TIMESTAMPTZ(3);
