import { storable } from '../../comments/comment-form'
import { isUuid } from '../../platform/uuid'
import type { TryOn } from '../../rules/try-rule.flow'
import type { TestForm } from './editor-model'

export const backtestLimits = [1_000, 10_000, 50_000] as const
export const backtestDays = [7, 30, 90, 365] as const

export const longestTried = 5_000

export const noTests: TestForm = { body: '', recent: '', id: '', limit: 10_000, days: '' }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the try box and the backtest were asked. */
export function readTestForm(fields: Record<string, unknown>): TestForm {
  const days = textOf(fields.days)
  return {
    body: storable(textOf(fields.try_body)),
    recent: textOf(fields.try_recent),
    id: textOf(fields.try_id).trim(),
    limit: backtestLimits.find((one) => String(one) === fields.limit) ?? noTests.limit,
    days: backtestDays.some((one) => String(one) === days) ? days : '',
  }
}

const idShape = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** What to try a condition on: a comment that is named goes before a text. */
export function triedOn({ body, recent, id }: TestForm): TryOn | 'nothing' | 'unknown' | 'tooLong' {
  // the whole address of a comment will do
  const named = id === '' ? recent : (idShape.exec(id)?.[0] ?? 'none')
  if (named !== '') return isUuid(named) ? { commentId: named } : 'unknown'
  if (body.trim() === '') return 'nothing'
  return body.length > longestTried ? 'tooLong' : { body }
}
