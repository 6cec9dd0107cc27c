import { storable } from '../../comments/comment-form'
import type { BankCatalogue } from '../../rules/condition-environment'
import {
  type ConditionRows,
  comparisonsOf,
  kindOf,
  mostRows,
  type Row,
  valueKindOf,
} from '../../rules/condition-rows'
import { fieldOf } from '../../rules/fields'

const longestValue = 1000

const valuesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** Rows as a form sends them: four lists of the same length, in the order of the page. */
export function readRowsForm(fields: Record<string, unknown>): ConditionRows {
  const [blocks, names] = [valuesOf(fields.row_block), valuesOf(fields.row_field)]
  const [comparisons, values] = [valuesOf(fields.row_comparison), valuesOf(fields.row_value)]
  const rows: ConditionRows = { join: fields.join === 'any' ? 'any' : 'all', blocks: [] }
  let last: string | undefined
  for (const [at, block] of blocks.slice(0, mostRows).entries()) {
    const field = names[at] ?? ''
    const comparison = comparisons[at] ?? ''
    if (kindOf(field) === undefined) continue
    if (block !== last) rows.blocks.push([])
    last = block
    rows.blocks.at(-1)?.push(fitting({ field, comparison, value: values[at] ?? '' }))
  }
  return rows
}

/** A comparison that the field has, and a value of a size that a condition could hold. */
function fitting({ field, comparison, value }: Row): Row {
  const known = comparisonsOf(field)
  const kept = known.find((one) => one === comparison) ?? known[0] ?? ''
  const isUsed = valueKindOf({ field, comparison: kept, value }) !== 'none'
  return { field, comparison: kept, value: isUsed ? storable(value).slice(0, longestValue) : '' }
}

export type RowPlace = { block: number; row: number }

/** The rows of a form after one of its buttons, and where to go on. */
export type ChangedRows = { rows: ConditionRows; place: RowPlace | undefined }

/** With the first choice where there are choices. */
function newRow(field: string, { lists, patterns }: BankCatalogue): Row {
  const [bank = ''] = field === 'list' ? lists : field === 'pattern' ? patterns : []
  const value = fieldOf(field)?.values?.[0] ?? bank
  return { field, comparison: comparisonsOf(field)[0] ?? '', value }
}

/**
 * @param at the block that gets one more row; undefined for a block of its own
 */
export function addRow(
  rows: ConditionRows,
  field: string,
  at: number | undefined,
  banks: BankCatalogue,
): ChangedRows {
  if (kindOf(field) === undefined || rows.blocks.flat().length >= mostRows)
    return { rows, place: undefined }
  const block = at === undefined ? rows.blocks.length : at
  const before = rows.blocks[block] ?? []
  const blocks = [...rows.blocks]
  blocks[Math.min(block, blocks.length)] = [...before, newRow(field, banks)]
  return { rows: { ...rows, blocks }, place: { block, row: before.length } }
}

export function removeRow(rows: ConditionRows, { block, row }: RowPlace): ChangedRows {
  const blocks = rows.blocks
    .map((all, index) => (index === block ? all.filter((_, at) => at !== row) : all))
    .filter((all) => all.length > 0)
  return { rows: { ...rows, blocks }, place: undefined }
}
