/** `comments`, where they are drawn, came in; the others are two kinds of the same. */
export type Day = { day: string; automatic: number; human: number; comments?: number }

/** A bar of two parts, in the units of the drawing; y grows downwards. */
export type Bar = {
  day: string
  x: number
  width: number
  automatic: { y: number; height: number }
  human: { y: number; height: number }
  /** How high the comments reach. */
  comments: number | undefined
}

export type Chart = { bars: Bar[]; ticks: { value: number; y: number }[] }

const dayMs = 86_400_000
/** More days than this are drawn without those at the start. */
const mostDays = 366

/**
 * Bars for every day of a range, also those without decisions.
 * @param days in order; days without decisions may be missing
 * @param size of the drawing, without room for words
 */
export function dayBars(
  days: readonly Day[],
  range: { from: Date; to: Date },
  size: { width: number; height: number },
): Chart {
  const known = new Map(days.map((day) => [day.day, day]))
  const all = daysOf(range).map((day) => known.get(day) ?? { day, automatic: 0, human: 0 })
  const top = niceTop(Math.max(1, ...all.map(highest)))
  const unit = size.height / top
  const step = size.width / all.length
  const bars = all.map(({ day, automatic, human, comments }, index) => {
    const [low, high] = [automatic * unit, human * unit]
    return {
      day,
      x: rounded(index * step + step * 0.1),
      width: rounded(step * 0.8),
      automatic: { y: rounded(size.height - low), height: rounded(low) },
      human: { y: rounded(size.height - low - high), height: rounded(high) },
      comments: comments === undefined ? undefined : rounded(size.height - comments * unit),
    }
  })
  const ticks = [0, top / 2, top].map((value) => ({
    value,
    y: rounded(size.height - value * unit),
  }))
  return { bars, ticks }
}

const highest = ({ automatic, human, comments = 0 }: Day): number =>
  Math.max(automatic + human, comments)

/** How many days of a range are drawn. */
export const dayCount = (range: { from: Date; to: Date }): number => daysOf(range).length

/** Those of some days that are drawn. */
export function drawnOf<One extends { day: string }>(
  days: readonly One[],
  range: { from: Date; to: Date },
): One[] {
  const drawn = new Set(daysOf(range))
  return days.filter(({ day }) => drawn.has(day))
}

function daysOf({ from, to }: { from: Date; to: Date }): string[] {
  const last = Math.ceil(to.getTime() / dayMs)
  const first = Math.max(Math.floor(from.getTime() / dayMs), last - mostDays)
  return Array.from({ length: Math.max(1, last - first) }, (_, index) =>
    new Date((first + index) * dayMs).toISOString().slice(0, 10),
  )
}

/** The next of 2, 4, 10, 20, 40, 100 … */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const top = [2, 4, 10].map((step) => step * power).find((one) => one >= value) ?? 10 * power
  return Math.max(2, top)
}

const rounded = (value: number): number => Math.round(value * 100) / 100
