/** Midnight (UTC) of a day such as 2026-11-22. */
export function readDay(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const day = new Date(value)
  return Number.isNaN(day.getTime()) ? undefined : day
}
