import type { Features } from './features'
import { type FieldPath, type FieldType, fieldPaths, fields } from './fields'

/** A feature object as conditions read it: whole numbers as BigInt, and the banks that were hit. */
export type ConditionContext = { readonly [root: string]: unknown }

/** Holds the names of the banks that were hit; no condition can name it. */
export const bankHitsVariable = 'bank_hits'

/** The parts of a path: "comment", "links"; the second is "" for a field without a group. */
export function partsOf(path: FieldPath): [root: string, key: string] {
  const [root = '', key = ''] = path.split('.')
  return [root, key]
}

type Reader = { key: string; type: FieldType; min: number; max: number }

function readersByRoot(): Map<string, Reader[]> {
  const roots = new Map<string, Reader[]>()
  for (const path of fieldPaths) {
    const [root, key] = partsOf(path)
    const { type, min = 0, max = 0 } = fields[path]
    roots.set(root, [...(roots.get(root) ?? []), { key, type, min, max }])
  }
  return roots
}

const readers = [...readersByRoot()]

/** Conditions loop over lists, so these are as short as the links of a comment are. */
const longestList = 50

function readValue({ type, min, max }: Reader, value: unknown): unknown {
  if (Array.isArray(value)) return value.length > longestList ? value.slice(0, longestList) : value
  if (type !== 'int') return value
  const number = Math.trunc(Number(value))
  return BigInt(number >= min ? Math.min(number, max) : min)
}

/**
 * @param banksHit names of the banks that a condition shall take for hit
 */
export function contextOf(features: Features, banksHit: readonly string[]): ConditionContext {
  const context: Record<string, unknown> = { [bankHitsVariable]: banksHit }
  for (const [root, keys] of readers) {
    const group: unknown = features[root as keyof Features]
    if (typeof group !== 'object' || group === null) {
      const [only] = keys
      context[root] = only ? readValue(only, group) : group
      continue
    }
    const values = group as Record<string, unknown>
    context[root] = Object.fromEntries(
      keys.map((reader) => [reader.key, readValue(reader, values[reader.key])]),
    )
  }
  return context
}
