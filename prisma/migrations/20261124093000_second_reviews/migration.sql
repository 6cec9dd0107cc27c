-- A share of people's decisions is answered once more by somebody who does not know the first answer.

CREATE TABLE "second_reviews" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "moderator_id" UUID,
    "token_id" UUID,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_reviews_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "second_review_claims" (
    "decision_id" UUID NOT NULL,
    "claimed_by" TEXT NOT NULL,
    "claim_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_review_claims_pkey" PRIMARY KEY ("decision_id")
);
CREATE UNIQUE INDEX "second_reviews_decision_id_key" ON "second_reviews"("decision_id");
CREATE UNIQUE INDEX "second_reviews_comment_id_key" ON "second_reviews"("comment_id");
CREATE INDEX "second_reviews_site_id_created_at_idx" ON "second_reviews"("site_id", "created_at");
ALTER TABLE "second_reviews" ADD CONSTRAINT "second_reviews_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_reviews" ADD CONSTRAINT "second_reviews_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE second_reviews ADD CONSTRAINT second_reviews_action CHECK (action IN ('approve', 'reject', 'spam', 'hold'));

CREATE TRIGGER second_reviews_append_only BEFORE UPDATE OR DELETE ON second_reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER second_reviews_no_truncate BEFORE TRUNCATE ON second_reviews
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- the lot of a decision is the last 32 bits of its id, which are random in a UUIDv7
CREATE INDEX decisions_drawn ON decisions (site_id, created_at, (('x' || right(id::text, 8))::bit(32)::bigint))
  WHERE actor_kind = 'moderator' AND undoes_id IS NULL AND reason NOT IN ('escalated', 'undone');
CREATE INDEX review_items_lead ON review_items (site_id, comment_id) WHERE queue = 'lead' AND closed_at IS NULL;
