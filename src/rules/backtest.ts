import type { Action } from '../comments/comment'
import type { Condition } from './condition'
import { contextOf } from './condition-context'
import type { Features } from './features'
import type { Finding } from './finding'
import { type EstimatedShare, wilson } from './wilson'

/** A past comment as it was when it was judged, and what a person decided on it since. */
export type PastComment = {
  commentId: string
  author: string
  body: string
  features: Features
  bankHits: string[]
  findings: Finding[]
  /** The last decision of a moderator, null when no person decided. */
  human: Action | null
}

export type BacktestSample = Pick<PastComment, 'commentId' | 'author' | 'body' | 'human'>

export type BacktestReport = {
  /** Comments that were looked at. */
  comments: number
  matches: number
  /** Of the comments looked at, 0..1. */
  share: number
  /** What people decided on the matches. */
  humans: { approved: number; rejected: number; held: number; undecided: number }
  /** How often people agreed with what the rule would have done. */
  precision: EstimatedShare
  /** Matches that no live rule acted on at the time, and those that one did. */
  newly_caught: number
  already_caught: number
  /** Against the active version of the rule, where there is one. */
  current: { matches: number; added: number; lost: number } | null
  samples: {
    matched: BacktestSample[]
    newly_caught: BacktestSample[]
    added: BacktestSample[]
    lost: BacktestSample[]
  }
}

const mostSamples = 20
const longestSample = 500

/** Actions against a comment, which people confirm by refusing it; "approve" is confirmed by approving. */
const agrees = (action: string, human: Action): boolean =>
  action === 'approve' ? human === 'approve' : human === 'reject' || human === 'spam'

const sampleOf = ({ commentId, author, body, human }: PastComment): BacktestSample => ({
  commentId,
  author,
  body: body.slice(0, longestSample),
  human,
})

const wasCaught = ({ findings }: PastComment): boolean =>
  findings.some(({ mode, action }) => mode === 'live' && action !== 'approve')

export type Backtest = {
  look(comment: PastComment): void
  report(): BacktestReport
}

/**
 * What a rule would have done to past comments, from the features as they were then: today's counts
 * would tell a different story.
 * @param current the active version's condition, to see what a change adds and loses
 */
export function backtest(
  condition: Condition,
  action: string,
  current: Condition | null,
): Backtest {
  const humans = { approved: 0, rejected: 0, held: 0, undecided: 0 }
  const count = {
    comments: 0,
    matches: 0,
    agreed: 0,
    decided: 0,
    newlyCaught: 0,
    currentMatches: 0,
    added: 0,
    lost: 0,
  }
  const samples: BacktestReport['samples'] = { matched: [], newly_caught: [], added: [], lost: [] }
  const keep = (list: keyof typeof samples, comment: PastComment) => {
    if (samples[list].length < mostSamples) samples[list].push(sampleOf(comment))
  }

  function countHuman({ human }: PastComment): void {
    if (human === null) humans.undecided++
    else if (human === 'approve') humans.approved++
    else if (human === 'hold') humans.held++
    else humans.rejected++
    if (human === null || human === 'hold') return
    count.decided++
    if (agrees(action, human)) count.agreed++
  }

  function countMatch(comment: PastComment): void {
    count.matches++
    countHuman(comment)
    keep('matched', comment)
    if (wasCaught(comment)) return
    count.newlyCaught++
    keep('newly_caught', comment)
  }

  function countDifference(comment: PastComment, matches: boolean, matched: boolean): void {
    if (matched) count.currentMatches++
    if (matches === matched) return
    const list = matches ? 'added' : 'lost'
    count[list]++
    keep(list, comment)
  }

  return {
    look(comment) {
      count.comments++
      const context = contextOf(comment.features, comment.bankHits)
      const matches = condition.holds(context)
      if (matches) countMatch(comment)
      if (current) countDifference(comment, matches, current.holds(context))
    },
    report: () => ({
      comments: count.comments,
      matches: count.matches,
      share: count.comments === 0 ? 0 : count.matches / count.comments,
      humans,
      precision: wilson(count.agreed, count.decided),
      newly_caught: count.newlyCaught,
      already_caught: count.matches - count.newlyCaught,
      current: current && { matches: count.currentMatches, added: count.added, lost: count.lost },
      samples,
    }),
  }
}
