-- Whether the console covers, for this moderator, the words that rules and scores point at.

ALTER TABLE "moderators" ADD COLUMN "mask_words" BOOLEAN NOT NULL DEFAULT false;
