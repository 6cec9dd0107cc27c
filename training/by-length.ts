import type { Head } from '../src/scoring/head'
import { cleanNews } from './evaluations'
import { shareAbove } from './measure'
import type { Data, Row } from './rows'
import { oddsOfRows } from './train-head'

export type LengthFigures = {
  from: number
  to: number
  toxic: number
  recall: number
  clean: number
  flagged: number
}

const edges = [0, 80, 160, 320, 640, 100_000]

const share = (head: Head, rows: readonly Row[], threshold: number): number =>
  shareAbove(oddsOfRows(head, rows), threshold)

/** Recall on toxic news comments and share of clean ones flagged, by length in characters. */
export function figuresByLength(head: Head, data: Data, threshold: number): LengthFigures[] {
  const toxic = data.toxicDev.filter(({ source }) => source === 'civil_spans')
  const clean = cleanNews(data)
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? from
    const within = ({ text }: Row) => text.length >= from && text.length < to
    const [some, others] = [toxic.filter(within), clean.filter(within)]
    return {
      from,
      to,
      toxic: some.length,
      recall: share(head, some, threshold),
      clean: others.length,
      flagged: share(head, others, threshold),
    }
  })
}
