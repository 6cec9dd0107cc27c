/** Where somebody waits. */
export type Place = {
  /** Whoever comes the same way shares turns: the more often a lane asked, the later is its next. */
  lane: string
  /** Of equal lanes the one whose region asked less often is next. */
  region?: string
  /** Before everybody who is not. */
  isFirst?: boolean
  /** More than one user is likely to come this way, so more may wait in it. */
  isShared?: boolean
  /** Aborted when the answer would reach nobody any more. */
  signal?: AbortSignal | undefined
}
