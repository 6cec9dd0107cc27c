/** A figure between 0 and 1 with its interval; what lies below 0 is drawn at 0. */
export type IntervalRow = { label: string; value: number; low: number; high: number }

/** In the units of the drawing; y grows downwards. The label stands above the line. */
export type PlottedRow = {
  label: string
  labelY: number
  y: number
  x: number
  from: number
  to: number
}

export type IntervalPlot = {
  rows: PlottedRow[]
  ticks: { value: number; x: number }[]
  width: number
  height: number
}

const size = { scale: 300, margin: 14, row: 36, foot: 24 }
const tickValues = [0, 0.2, 0.4, 0.6, 0.8, 1]
const longestLabel = 48
/** More rows are in the table only. */
const mostRows = 30

/** A point and a line for each row, one below the other, on a scale from 0 to 1. */
export function intervalPlot(rows: readonly IntervalRow[]): IntervalPlot {
  const shown = rows.slice(0, mostRows)
  const place = (value: number) =>
    Math.round((size.margin + Math.max(0, Math.min(1, value)) * size.scale) * 100) / 100
  return {
    rows: shown.map(({ label, value, low, high }, index) => ({
      label: label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label,
      labelY: index * size.row + 12,
      y: index * size.row + 24,
      x: place(value),
      from: place(low),
      to: place(high),
    })),
    ticks: tickValues.map((value) => ({ value, x: place(value) })),
    width: size.scale + 2 * size.margin,
    height: shown.length * size.row + size.foot,
  }
}
