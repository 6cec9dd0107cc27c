import type { Span } from '../text/span'

/**
 * A stretch of a text with everything that points at it; nothing points at plain text. `isOfScore`: only
 * scores do. `staysOpen`: nothing that points at it covers it for who wants hard words covered.
 */
export type MarkedPiece = {
  text: string
  labels: string[]
  isOfScore?: boolean
  staysOpen?: boolean
}

export type Mark = Span & { label: string; isOfScore?: boolean; staysOpen?: boolean }

const saidOf = (covering: readonly Mark[]): Omit<MarkedPiece, 'text'> => ({
  labels: [...new Set(covering.map(({ label }) => label))],
  ...(covering.length > 0 && covering.every(({ isOfScore }) => isOfScore) && { isOfScore: true }),
  ...(covering.length > 0 && covering.every(({ staysOpen }) => staysOpen) && { staysOpen: true }),
})

const saysTheSame = (a: MarkedPiece, b: MarkedPiece): boolean =>
  a.labels.join() === b.labels.join() && a.isOfScore === b.isOfScore && a.staysOpen === b.staysOpen

/** More marks than this help nobody, and a hostile text could have thousands. */
const mostMarks = 200

/**
 * Cuts a text where marks begin and end, so that nested and overlapping marks become stretches one
 * after the other. Marks beyond the text are cut off, and none may split a surrogate pair.
 */
export function markedPieces(text: string, marks: readonly Mark[]): MarkedPiece[] {
  const fitting = marks
    .slice(0, mostMarks)
    .map((mark) => ({
      ...mark,
      start: outside(text, mark.start, -1),
      end: outside(text, mark.end, 1),
    }))
    .filter(({ start, end }) => start < end)
  const cuts = [0, text.length, ...fitting.flatMap(({ start, end }) => [start, end])]
  const places = [...new Set(cuts)].toSorted((a, b) => a - b)
  const pieces: MarkedPiece[] = []
  for (const [index, start] of places.entries()) {
    const end = places[index + 1]
    if (end === undefined) break
    const covering = fitting.filter((mark) => mark.start <= start && mark.end >= end)
    const piece = { text: text.slice(start, end), ...saidOf(covering) }
    const last = pieces.at(-1)
    if (last && saysTheSame(last, piece)) last.text += piece.text
    else pieces.push(piece)
  }
  return pieces
}

/** The nearest place within the text that lies between characters. */
function outside(text: string, at: number, step: 1 | -1): number {
  const place = Math.max(0, Math.min(text.length, Math.trunc(at) || 0))
  const splitsPair =
    /[\ud800-\udbff]/.test(text[place - 1] ?? '') && /[\udc00-\udfff]/.test(text[place] ?? '')
  return splitsPair ? place + step : place
}

export type SplitText = { shown: MarkedPiece[]; rest: MarkedPiece[]; restLength: number }

/** Parts a long text so that a card stays a card; `limit` in UTF-16 units. */
export function splitPieces(pieces: readonly MarkedPiece[], limit: number): SplitText {
  const shown: MarkedPiece[] = []
  const rest: MarkedPiece[] = []
  let room = limit
  for (const piece of pieces) {
    const cut = piece.text.length <= room ? piece.text.length : outside(piece.text, room, -1)
    if (cut > 0) shown.push({ ...piece, text: piece.text.slice(0, cut) })
    if (cut < piece.text.length) rest.push({ ...piece, text: piece.text.slice(cut) })
    room = Math.max(0, room - piece.text.length)
  }
  return { shown, rest, restLength: rest.reduce((sum, { text }) => sum + text.length, 0) }
}

/**
 * Characters that cannot be seen but change what is read: directions, joins and widths of nothing.
 * A joiner within an emoji is left out.
 */
export const countHidden = (text: string): number =>
  text.match(
    /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]|(?<!\p{Emoji}\ufe0f?)\u200d/gu,
  )?.length ?? 0
