-- whether a comment came from a network that its site had blocked: decided at intake, so no network is kept
ALTER TABLE "comments" ADD COLUMN "on_blocklist" BOOLEAN NOT NULL DEFAULT false;
