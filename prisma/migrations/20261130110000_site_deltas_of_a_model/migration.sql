-- what was learnt belongs to the heads that it was learnt on; older rows of site_learning name none, so every site is
-- taught again from its log, while processes of the release before go on with theirs
CREATE TABLE "site_deltas" (
    "site_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "score" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,
    "delta" BYTEA,
    "calibration" JSONB,
    "learnt_until" TIMESTAMPTZ(3) NOT NULL,
    "learning" JSONB,
    "learnt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_deltas_pkey" PRIMARY KEY ("site_id","model","score")
);
