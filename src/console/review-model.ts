import type { CardContext } from '../moderation/card-context.store'
import type { QueueItem } from '../moderation/queue.store'
import type { BlindItem } from '../moderation/second-review.store'
import { type CardModel, cardModel, type Names, noContext } from './card-model'

/** The same for every comment, whatever was decided on it and whatever has happened since. */
const unknown = {
  ...{ parent_id: null, status: 'held', version: 0, edited_at: null, queue: 'default' },
  ...{ reason: null, priority: 0, risk: -1, reports: 0, appeal: null },
  ...{ claimed_by: null, claim_until: null },
} as const satisfies Partial<QueueItem>

/** A card by the id of the decision: what the first moderator saw, and nothing of what came of it. */
export function blindCard(
  { decisionId, commentId: _, createdAt, ...item }: BlindItem,
  context: CardContext = noContext,
  names: Names,
): CardModel {
  const { author, parent, scoreSpans } = context
  const seen = { ...noContext, author, parent, scoreSpans }
  const blind = { ...names, hidesScoreWords: true }
  return cardModel({ ...unknown, ...item, id: decisionId, created_at: createdAt }, seen, blind)
}
