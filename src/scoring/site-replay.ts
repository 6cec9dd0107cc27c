import type { Foretold } from './site-calibration'
import {
  emptyDelta,
  type LearningSettings,
  learnFrom,
  siteOdds,
  type TaughtDecision,
} from './site-delta'

/**
 * Below this share of the log a kind is likely not rare but unseen: what is refused by itself is shown to
 * few. Drawing evenly above it too costs more where moderators err than it gains (docs/scoring.md).
 */
const leastShare = 0.03

/** One of a list that is not empty: the same for the same number and turn. */
function drawn(list: readonly TaughtDecision[], number: number, turn: number): TaughtDecision {
  const mixed = Math.imul((number + 1) ^ Math.imul(turn + 1, 0x9e3779b1), 0x85ebca6b)
  return list[((mixed ^ (mixed >>> 15)) >>> 0) % list.length] as TaughtDecision
}

/**
 * Goes through a decision log in order of time: each decision is foretold, learnt from, and followed by
 * three that are gone over again, so that the same log leads to the same delta. They are drawn as they come;
 * where one kind is nearly absent, so that of the four two are of the class and two are not; and none as
 * long as all are of one kind. A log of approvals would teach to approve everything otherwise.
 */
export class Replay {
  readonly delta = emptyDelta()
  /** In order of time. */
  readonly foretold: Foretold[] = []
  private readonly log: TaughtDecision[] = []
  private readonly ofClass: TaughtDecision[] = []
  private readonly others: TaughtDecision[] = []

  constructor(private readonly settings: LearningSettings) {}

  /** 10 to 20 us. */
  take(decision: TaughtDecision): void {
    const { features, priorOdds, isOfClass, weight } = decision
    this.foretold.push({ odds: siteOdds(this.delta, features, priorOdds), isOfClass, weight })
    this.log.push(decision)
    const kind = isOfClass ? this.ofClass : this.others
    kind.push(decision)
    for (const one of [decision, ...this.again(isOfClass)]) {
      learnFrom(this.delta, one, this.settings)
    }
    this.delta.decisions++
  }

  private again(isOfClass: boolean): TaughtDecision[] {
    const { log, ofClass, others } = this
    const rarer = Math.min(ofClass.length, others.length)
    if (rarer === 0) return []
    const [alike, unlike] = isOfClass ? [ofClass, others] : [others, ofClass]
    const lists = rarer < leastShare * log.length ? [unlike, unlike, alike] : [log, log, log]
    return lists.map((list, turn) => drawn(list, log.length - 1, turn))
  }
}
