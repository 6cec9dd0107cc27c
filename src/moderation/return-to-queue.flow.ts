import type { Database } from '../platform/database'
import { uuidv7 } from '../platform/uuid'
import type { DecisionDraft } from './decision'
import { saveDecisions } from './decision.store'
import { findDecidedByRule, type RuleActs } from './rule-acts.store'

const commentsPerBatch = 200

/**
 * Returns to the queue what one version of a rule did in a span of time. What a person has decided
 * since is left as it is. One batch, so one undo takes it all back.
 * @returns how many comments were returned
 */
export async function returnToQueue(
  db: Database,
  acts: RuleActs,
  actor: { tokenId: string | null; moderatorId: string | null },
): Promise<{ returned: number; batchId: string }> {
  const batchId = uuidv7()
  const comments = await findDecidedByRule(db, acts)
  let returned = 0
  for (let at = 0; at < comments.length; at += commentsPerBatch) {
    const drafts = comments.slice(at, at + commentsPerBatch).map(
      (comment): DecisionDraft => ({
        ...comment,
        id: uuidv7(),
        action: 'hold',
        reason: 'undone',
        note: '',
        decider: { kind: 'moderator', ...actor },
        batchId,
      }),
    )
    returned += (await saveDecisions(db, drafts)).size
  }
  return { returned, batchId }
}
