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

/** What `after` holds that `before` does not hold in the same way, group by group. */
export function differences(before: Plain, after: Plain): Plain {
  const changed: Plain = {}
  for (const [key, value] of Object.entries(after)) {
    const old = before[key]
    if (JSON.stringify(old) === JSON.stringify(value)) continue
    changed[key] = isPlain(old) && isPlain(value) ? differences(old, value) : value
  }
  return changed
}

/** What `tree` holds in the places that `shape` has. */
export function inPlacesOf(shape: Plain, tree: Plain): Plain {
  const found: Plain = {}
  for (const [key, value] of Object.entries(shape)) {
    const held = tree[key]
    found[key] = isPlain(value) && isPlain(held) ? inPlacesOf(value, held) : held
  }
  return found
}
