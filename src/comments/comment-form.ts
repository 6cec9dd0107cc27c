import { z } from 'zod'
import { isUuid } from '../platform/uuid'

/** What a reader sent, whichever door it came through. */
export type CommentForm = {
  author: string
  body: string
  parentId: string | null
  token: string
  answer: string
  /** The field that people do not see was filled in. */
  honeypot: boolean
}

export type FieldError = {
  field: 'author' | 'body' | 'parent_id' | 'captcha' | 'text'
  message: string
}

export const maxAuthorLength = 60
/** The owner's limit is lower; this one bounds what is read at all. */
export const maxBodyLength = 10_000
export const maxAppealLength = 2000

export const emptyBodyMessage = 'Please enter your comment!'
export const emptyAuthorMessage = 'Please enter your name here'
export const closedMessage = 'Comments on this article are closed.'
/** @param most characters */
export const tooLong = (most: number): string => `Please use at most ${most} characters.`

/** Characters without a glyph: a name made of them alone is empty. */
const invisible = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu
const isBlank = (text: string) => text.replace(invisible, '') === ''

/** NUL cannot be stored, a lone surrogate has no UTF-8: both would differ between page and database. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed()

/** A text that somebody has to give: 1 to `most` characters besides white space at its ends. */
export const filledText = (most: number) =>
  z.string().transform(storable).pipe(z.string().trim().min(1).max(most))

/** At most 8 combining marks on a base: enough for every written language, too few for "zalgo". */
const withoutZalgo = (text: string): string => text.replace(/(\p{M}{8})\p{M}+/gu, '$1')

const paragraphs = (text: string): string => withoutZalgo(storable(text)).trim()

const bodyText = z
  .string({ error: 'Send the comment as one text.' })
  .transform(paragraphs)
  .refine((text) => !isBlank(text), emptyBodyMessage)
  .refine((text) => text.length <= maxBodyLength, tooLong(maxBodyLength))

const schema = z.object({
  author: z
    .string({ error: 'Send the name as one text.' })
    .transform((text) => withoutZalgo(storable(text)).replace(/\s+/g, ' ').trim())
    .refine((text) => !isBlank(text), emptyAuthorMessage)
    .refine((text) => text.length <= maxAuthorLength, tooLong(maxAuthorLength)),
  body: bodyText,
  parentId: z
    .string({ error: 'Send one id.' })
    .refine((id) => id === '' || isUuid(id), 'The comment that you reply to does not exist.')
    .transform((id) => id || null),
})

/** The untrusted fields, whatever their types; an absent one is undefined. */
export type RawCommentForm = Record<
  'author' | 'body' | 'parentId' | 'token' | 'answer' | 'honeypot',
  unknown
>

const fieldNames = { author: 'author', body: 'body', parentId: 'parent_id' } as const

/**
 * The trust border for comments. An array, an object or a number where a text is due is an error
 * of that field; a token or an answer of the wrong type counts as absent.
 */
export function readCommentForm(raw: RawCommentForm): { form: CommentForm; errors: FieldError[] } {
  const given = { author: raw.author ?? '', body: raw.body ?? '', parentId: raw.parentId ?? '' }
  const read = schema.safeParse(given)
  const errors: FieldError[] = []
  for (const issue of read.error?.issues ?? []) {
    const field = fieldNames[issue.path[0] as keyof typeof fieldNames]
    if (!errors.some((known) => known.field === field))
      errors.push({ field, message: issue.message })
  }
  const form: CommentForm = {
    author: read.data?.author ?? typedText(raw.author),
    body: read.data?.body ?? typedText(raw.body),
    // also beside an error in another field, or the reply would come back as a comment of its own
    parentId: isUuid(raw.parentId) ? raw.parentId : null,
    token: typedText(raw.token),
    answer: typedText(raw.answer),
    honeypot: (raw.honeypot ?? '') !== '',
  }
  return { form, errors }
}

/** What was typed, to show it again. */
export const typedText = (value: unknown): string =>
  typeof value === 'string' ? storable(value) : ''

/** A new text for a comment that exists. */
export function readBody(raw: unknown): { body: string } | { errors: FieldError[] } {
  const read = bodyText.safeParse(raw ?? '')
  return read.success
    ? { body: read.data }
    : { errors: [{ field: 'body', message: read.error.issues[0]?.message ?? emptyBodyMessage }] }
}

const appealText = z
  .string({ error: 'Send the appeal as one text.' })
  .transform(paragraphs)
  .refine((text) => !isBlank(text), 'Please say why the decision was wrong.')
  .refine((text) => text.length <= maxAppealLength, tooLong(maxAppealLength))

/** What an author has to say against a decision. */
export function readAppeal(raw: unknown): { text: string } | { errors: FieldError[] } {
  const read = appealText.safeParse(raw ?? '')
  return read.success
    ? { text: read.data }
    : { errors: [{ field: 'text', message: read.error.issues[0]?.message ?? '' }] }
}
