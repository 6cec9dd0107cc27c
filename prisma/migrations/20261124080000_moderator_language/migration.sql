-- The language in which a moderator reads the console.

ALTER TABLE "moderators" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';
