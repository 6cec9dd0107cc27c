import type { Database } from '../platform/database'
import type { Site } from '../sites/site'
import { readWeeklyQuality } from './learning-quality.store'
import { learntWords } from './learnt-words'
import type { Scorer } from './scorer'
import { uncalibrated } from './site-calibration'
import { readDecisionLog, readDeltas, readLearningState } from './site-learning.store'

const decisionsShown = 500

/** What an owner sees of the learning: how much, which words, and whether it helped. */
export async function readLearningReport(
  { db, scorer: { model } }: { db: Database; scorer: Scorer },
  { id, settings }: Site,
) {
  const { enabled, since } = settings.learning
  const [states, deltas, quality, log] = await Promise.all([
    readLearningState(db, id, model),
    readDeltas(db, id, model),
    readWeeklyQuality(db, id),
    readDecisionLog(db, id, { since: new Date(since ?? 0), limit: decisionsShown }),
  ])
  const texts = log.map(({ body }) => body)
  const scores = states.map(({ score, decisions, learntAt }) => {
    const learnt = deltas[score]
    const words = learnt ? learntWords(learnt.delta, texts) : { raises: [], lowers: [] }
    const calibration = learnt?.calibration ?? uncalibrated
    return { score, decisions, learnt_at: learntAt, ...words, calibration }
  })
  return { enabled, since, scores, quality }
}
