import { z } from 'zod'
import { storable, tooLong, typedText } from './comment-form'
import type { Reason } from './reason'

/** What a reader may hold against a comment. */
export const reportReasons = [
  'spam',
  'insult',
  'hate_speech',
  'threat',
  'sexual',
  'personal_data',
  'illegal_content',
  'misinformation',
  'off_topic',
  'other',
] as const satisfies readonly Reason[]

export const maxReportLength = 2000

/** The trust border for reports, whichever door they come through. */
export const reportSchema = z.object({
  reason: z.enum(reportReasons),
  detail: z.string().max(maxReportLength).transform(storable).optional(),
})

export type ReportForm = { reason: string; detail: string }
export type ReportErrors = { reason?: string; detail?: string }

const messages = {
  reason: 'Please choose what is wrong with the comment.',
  detail: tooLong(maxReportLength),
}

/**
 * The fields of the page's form, whatever their types. A browser sends a line break as two
 * characters; it counts as one, as the reader sees it.
 */
export function readReport(raw: { reason?: unknown; detail?: unknown }): {
  form: ReportForm
  errors: ReportErrors
} {
  const form = { reason: typedText(raw.reason), detail: typedText(raw.detail) }
  const fields = new Set(reportSchema.safeParse(form).error?.issues.map(({ path }) => path[0]))
  return {
    form,
    errors: {
      ...(fields.has('reason') && { reason: messages.reason }),
      ...(fields.has('detail') && { detail: messages.detail }),
    },
  }
}
