/** A caller's position in a fair queue. */
export type Place = {
  /** Callers of one lane share its turns: the more requests a lane made, the lower it ranks. */
  lane: string
  /** Decides between lanes with equally many requests: the region with fewer ranks higher. */
  region?: string
  /** Ranks before all callers without priority. */
  hasPriority?: boolean
  /** Several people are likely to use this lane, so more may wait in it. */
  isShared?: boolean
  /** Aborted when the client disconnects. */
  signal?: AbortSignal | undefined
}
