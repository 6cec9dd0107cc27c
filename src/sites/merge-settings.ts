type Plain = { [key: string]: unknown }

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What the owner has set after a change: groups are merged field by field, everything else is
 * replaced. Both sides have passed the settings schema.
 */
export function mergeSettings(stored: Plain, change: Plain): Plain {
  const merged = { ...stored }
  for (const [key, value] of Object.entries(change)) {
    const before = merged[key]
    merged[key] = isPlain(value) && isPlain(before) ? mergeSettings(before, value) : value
  }
  return merged
}
