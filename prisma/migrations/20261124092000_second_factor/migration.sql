-- A second step at sign-in: a secret shared with an authenticator, codes for when it is lost, and who
-- has given the right password but no code yet.

CREATE TABLE "second_factors" (
    "moderator_id" UUID NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("moderator_id")
);

CREATE TABLE "recovery_codes" (
    "moderator_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("moderator_id","code_hash")
);

CREATE TABLE "sign_in_steps" (
    "secret_hash" BYTEA NOT NULL,
    "moderator_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_steps_pkey" PRIMARY KEY ("secret_hash")
);

CREATE INDEX "sign_in_steps_moderator_id_idx" ON "sign_in_steps"("moderator_id");

ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "moderators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "second_factors"("moderator_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "sign_in_steps" ADD CONSTRAINT "sign_in_steps_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "moderators"("id") ON DELETE CASCADE ON UPDATE CASCADE;
