import type { QueueState } from '../moderation/queue.store'
import type { ScoreRange } from '../moderation/score-range'
import { scoreNames } from '../scoring/score'
import { type QueueView, readQueueView } from './addresses'

/** What may be decided on by score: an appeal is answered by itself, and what is pending has no score. */
export const batchStates = [
  'held',
  'reported',
  'sampled',
  'approved',
  'rejected',
  'spam',
] as const satisfies readonly QueueState[]
type BatchState = (typeof batchStates)[number]

/** A range of one score over a part of the queue. */
export type BatchForm = Pick<QueueView, 'site' | 'section' | 'queue'> &
  ScoreRange & { state: BatchState }

const usual = { score: 'toxicity', from: 0.8, to: 1 } as const

function shareOf(value: unknown, usually: number): number {
  const share = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return share >= 0 && share <= 1 ? Math.round(share * 100) / 100 : usually
}

/** Whatever an address says: what cannot be used falls back to what is usual. */
export function readBatchForm(query: Record<string, unknown>): BatchForm {
  const { state, site, section, queue } = readQueueView(query)
  const [one, other] = [shareOf(query.from, usual.from), shareOf(query.to, usual.to)]
  return {
    state: batchStates.find((known) => known === state) ?? 'held',
    site,
    section,
    queue,
    score: scoreNames.find((name) => name === query.score) ?? usual.score,
    from: Math.min(one, other),
    to: Math.max(one, other),
  }
}

type Place = Pick<QueueView, 'state' | 'site' | 'section' | 'queue'> & Partial<ScoreRange>

export function batchHref({ state, site, section, queue, score, from, to }: Place): string {
  const query = new URLSearchParams()
  const part = { state: state === 'held' ? undefined : state, site, section, queue }
  const values = { ...part, score, from, to }
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) query.set(name, String(value))
  return query.size > 0 ? `/console/queue/batch?${query}` : '/console/queue/batch'
}
