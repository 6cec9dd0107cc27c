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
  // what a comment was judged by before there was the field
  if (type === 'double') return value ?? min
  if (type !== 'int') return value
  const number = Math.trunc(Number(value))
  return BigInt(number >= min ? Math.min(number, max) : min)
}

type Group = Record<string, unknown>
export type GroupConstructor = new () => Group

/**
 * A class for the fields of each root. The expression library recognises their instances as they
 * are; plain objects it would copy for every single condition.
 */
export const groupsByRoot: ReadonlyMap<string, GroupConstructor> = new Map(
  readers
    .filter(([, keys]) => keys.some(({ key }) => key !== ''))
    .map(([root]): [string, GroupConstructor] => [root, class {} as GroupConstructor]),
)

function groupOf(Fields: GroupConstructor, keys: readonly Reader[], values: Group): Group {
  const group = new Fields()
  for (const reader of keys) group[reader.key] = readValue(reader, values[reader.key])
  return group
}

/**
 * @param banksHit names of the banks that a condition shall take for hit
 */
export function contextOf(features: Features, banksHit: readonly string[]): ConditionContext {
  const context: Group = { [bankHitsVariable]: banksHit }
  for (const [root, keys] of readers) {
    const values: unknown = features[root as keyof Features]
    const Fields = groupsByRoot.get(root)
    const [only] = keys
    if (Fields) context[root] = groupOf(Fields, keys, values as Group)
    else if (only) context[root] = readValue(only, values)
  }
  return context
}
