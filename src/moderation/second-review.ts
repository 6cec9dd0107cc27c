import { defaultSettings } from '../sites/settings'

/** A decision that nobody has looked at again by then is left alone. */
export const secondReviewDays = 14

/** How long a second review is kept for whom it was shown to. */
export const secondReviewMinutes = 15

const usualShare = defaultSettings.second_review_share

/**
 * In SQL: whether a decision `d` on a site `s` was drawn, which needs no write: its lot, the last 32
 * bits of its id, lies below the site's share. Written as the index `decisions_drawn` is.
 */
export const isDrawn = `d.actor_kind = 'moderator' AND d.undoes_id IS NULL
  AND d.reason NOT IN ('escalated', 'undone') AND d.created_at > now() - interval '${secondReviewDays} days'
  AND ('x' || right(d.id::text, 8))::bit(32)::bigint
    < (coalesce((s.settings->>'second_review_share')::float8, ${usualShare}) * 4294967296)::bigint
  AND NOT EXISTS (SELECT 1 FROM second_reviews r WHERE r.comment_id = d.comment_id)`

/** In SQL: whether a decision `d` on a comment `c` was neither taken back nor overtaken. */
export const stillStands = "c.version = d.version AND c.status <> 'deleted'"

/** More than these nobody gets to; with a limit the planner does not read every comment instead. */
const mostDrawn = 200

/** In SQL: the newest drawn decisions of a site `s`. */
export const newestDrawn = `(SELECT d.id, d.comment_id, d.version, d.created_at FROM decisions d
  WHERE d.site_id = s.id AND ${isDrawn} ORDER BY d.created_at DESC LIMIT ${mostDrawn})`

/** Decisions that wait for a second review, and who has decided on their comments. */
export type Draws = { people: string[]; count: number }

/** How many of them somebody may answer: nobody is asked about what they have decided on. */
export const openTo = (draws: readonly Draws[], actor: string): number =>
  draws.reduce((sum, { people, count }) => (people.includes(actor) ? sum : sum + count), 0)
