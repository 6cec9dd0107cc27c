const firstMs = Date.parse('0001-01-01T00:00:00Z')
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Whether a moment, in milliseconds since 1970, lies in a year of four digits (1..9999): beyond them
 * ISO 8601, JavaScript and PostgreSQL do not write and take the same dates.
 */
export const isInCalendar = (ms: number): boolean => ms >= firstMs && ms <= lastMs
