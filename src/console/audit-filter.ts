import { isUuid } from '../platform/uuid'
import { readDay } from './days'

/** What the audit page was asked for, as its form holds it. */
export type AuditForm = {
  site: string
  type: string
  actor: string
  comment: string
  from: string
  to: string
}

const longest = 100

const textOf = (value: unknown): string =>
  typeof value === 'string' && !value.includes('\0') ? value.trim().slice(0, longest) : ''

const dayText = (value: unknown): string => readDay(value)?.toISOString().slice(0, 10) ?? ''

/** A day that is none counts as not given. */
export const readAuditForm = (query: Record<string, unknown>): AuditForm => ({
  site: textOf(query.site),
  type: textOf(query.type),
  actor: textOf(query.actor),
  comment: textOf(query.comment),
  from: dayText(query.from),
  to: dayText(query.to),
})

const given = (text: string): string | undefined => (text === '' ? undefined : text)

/** @returns undefined for what no event can be of */
export function auditFilterOf(form: AuditForm) {
  if (form.comment !== '' && !isUuid(form.comment)) return undefined
  return {
    commentId: given(form.comment),
    type: given(form.type),
    actor: given(form.actor),
    from: readDay(form.from),
    to: readDay(form.to),
  }
}

/** The number of an event. @returns undefined for what is none */
export function readEventNumber(value: unknown): number | undefined {
  const number = Number(textOf(value))
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** The address of a page of the audit; what was not given is left out. */
export function auditHref(
  form: Partial<AuditForm>,
  more: { path?: 'check' | 'export'; before?: number; after?: number } = {},
): string {
  const { path, ...numbers } = more
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...form, ...numbers }))
    if (value !== '') query.set(name, String(value))
  const address = path ? `/console/audit/${path}` : '/console/audit'
  return query.size > 0 ? `${address}?${query}` : address
}
