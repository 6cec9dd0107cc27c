/** The queue of the owner: what moderators escalate, and what two of them saw differently. */
export const leadQueue = 'lead'

/** In SQL: whether a comment `c` waits for the lead. Written out, so that its partial index serves. */
export const waitsForLead = `EXISTS (SELECT 1 FROM review_items w
  WHERE w.comment_id = c.id AND w.queue = 'lead' AND w.closed_at IS NULL)`
