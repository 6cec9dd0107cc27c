import type { RuleDocument } from '../../rules/rule-document'
import { type DiffPart, textDiff } from '../text-diff'

/** A field that differs; the parts show where, for texts. */
export type FieldDiff = { field: string; before: string; after: string; parts: DiffPart[] }

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** "then.priority" and "40" for everything that a document says. */
function flat(value: Record<string, unknown>, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([name, one]) =>
      isGroup(one) ? [...flat(one, `${prefix}${name}.`)] : [[`${prefix}${name}`, textOf(one)]],
    ) as [string, string][],
  )
}

/** Fields of which somebody reads the text, so that a changed word is worth showing. */
const texts = new Set(['when', 'name', 'explain', 'then.note'])

/** What differs between two documents, field by field, in the order of the later one. */
export function ruleDiff(before: RuleDocument, after: RuleDocument): FieldDiff[] {
  const [old, now] = [flat(before), flat(after)]
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))]
  return names.flatMap((field) => {
    const [was, is] = [old.get(field) ?? '', now.get(field) ?? '']
    if (was === is) return []
    const parts = texts.has(field) ? (textDiff(was, is) ?? []) : []
    return [{ field, before: was, after: is, parts }]
  })
}
