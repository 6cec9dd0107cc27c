type Plain = { [key: string]: unknown }

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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
