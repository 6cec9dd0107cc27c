CREATE TABLE "site_learning" (
    "site_id" UUID NOT NULL,
    "score" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,
    "delta" BYTEA NOT NULL,
    "last_decision_at" TIMESTAMPTZ(3) NOT NULL,
    "learnt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_learning_pkey" PRIMARY KEY ("site_id","score")
);

-- samples of automatic actions that wait for a person while the action stands
CREATE INDEX review_items_sampled ON review_items (site_id, opened_at) WHERE queue = 'sample' AND closed_at IS NULL;
-- the decision log of moderators, which learning reads in order
CREATE INDEX decisions_by_moderators ON decisions (site_id, created_at) WHERE actor_kind = 'moderator';
