import { type FinishedHead, thresholdOf } from './finish-head'
import { shareAbove } from './measure'
import type { Data, Row } from './rows'
import { oddsOfRows } from './train-head'

export type SpamFigures = {
  bySet: { set: string; recall: number; flagged: number }[]
  byKind: { kind: string; isSpam: boolean; flagged: number }[]
}

type Measured = { rows: Row[]; odds: Float64Array; threshold: number }

function flaggedShare({ rows, odds, threshold }: Measured, belongs: (row: Row) => boolean): number {
  const scores = rows.flatMap((row, index) => (belongs(row) ? [odds[index] ?? 0] : []))
  return shareAbove(scores, threshold)
}

/** Spam found and ham flagged at the 1 % threshold, per set and per kind of template. */
export function spamFigures(finished: FinishedHead, data: Data): SpamFigures {
  const rows = data.spamDev
  const odds = oddsOfRows(finished.measured, rows)
  const threshold = thresholdOf(finished, 0.01).odds
  const measured = { rows, odds, threshold }
  const setOf = ({ source, lang }: Row) =>
    source.startsWith('yt_') ? 'youtube' : `${source} ${lang}`
  const sets = [...new Set(rows.map(setOf))]
  const kinds = [...new Set(rows.flatMap(({ functionality }) => functionality ?? []))]
  return {
    bySet: sets.map((set) => ({
      set,
      recall: flaggedShare(measured, (row) => setOf(row) === set && row.spam === 1),
      flagged: flaggedShare(measured, (row) => setOf(row) === set && row.spam === 0),
    })),
    byKind: kinds
      .map((kind) => {
        const own = rows.filter(({ functionality }) => functionality === kind)
        return {
          kind,
          isSpam: own[0]?.spam === 1,
          flagged: flaggedShare(measured, (row) => row.functionality === kind),
        }
      })
      .sort((one, other) => Number(other.isSpam) - Number(one.isSpam)),
  }
}
