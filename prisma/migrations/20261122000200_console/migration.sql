-- The moderators' console: sessions, and wrong passwords for the throttle.

CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "moderator_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sign_in_failures" (
    "id" BIGSERIAL NOT NULL,
    "account_key" BYTEA NOT NULL,
    "source_key" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sessions_secret_hash_key" ON "sessions"("secret_hash");
CREATE INDEX "sessions_moderator_id_idx" ON "sessions"("moderator_id");
CREATE INDEX "sign_in_failures_account_key_at_idx" ON "sign_in_failures"("account_key", "at");
CREATE INDEX "sign_in_failures_source_key_at_idx" ON "sign_in_failures"("source_key", "at");
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "moderators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- who holds which card, asked every other second while somebody has the console open
CREATE INDEX review_items_claimed ON review_items (claim_until) WHERE claim_until IS NOT NULL;
