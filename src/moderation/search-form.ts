import { z } from 'zod'
import { statuses } from '../comments/comment'
import { reasonCodes } from '../comments/reason'
import { isUuid } from '../platform/uuid'
import { type ScoreName, scoreNames } from '../scoring/score'

const text = z
  .string()
  .max(200)
  .refine((value) => !value.includes('\0'))
  .transform((value) => value.trim())
  .catch('')
  .default('')
const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .union([z.enum(values), z.literal('')])
    .catch('')
    .default('')
const day = z
  .union([z.iso.date(), z.literal('')])
  .catch('')
  .default('')
const share = z
  .union([z.literal(''), z.coerce.number().min(0).max(1)])
  .catch('')
  .default('')

type Bound = 'min' | 'max'
type BoundName = `${Bound}_${ScoreName}`

/** A field for the least and one for the most of each score: "min_spam", "max_spam". */
export const boundFields = <Field extends z.ZodType>(field: Field): Record<BoundName, Field> =>
  Object.fromEntries(
    scoreNames.flatMap((name) => [
      [`min_${name}`, field],
      [`max_${name}`, field],
    ]),
  ) as Record<BoundName, Field>

const schema = z.object({
  q: text,
  author: text,
  article: text,
  section: text,
  status: oneOf(statuses),
  reason: oneOf(reasonCodes),
  rule: text,
  moderator: z
    .union([z.string().refine(isUuid), z.literal('')])
    .catch('')
    .default(''),
  site: text,
  from: day,
  to: day,
  cursor: z.string().max(300).catch('').default(''),
  ...boundFields(share),
})

/** What the search form holds; a value that cannot be searched for counts as empty. */
export type SearchForm = z.infer<typeof schema>

export const readSearchForm = (query: unknown): SearchForm => schema.parse(query)

/** What is said of the scores at one end; "" says nothing. */
export function scoreBounds(
  given: { readonly [Name in BoundName]?: number | '' | undefined },
  bound: Bound,
): Partial<Record<ScoreName, number>> {
  const bounds: Partial<Record<ScoreName, number>> = {}
  for (const name of scoreNames) {
    const value = given[`${bound}_${name}`]
    if (value !== undefined && value !== '') bounds[name] = value
  }
  return bounds
}

/** The form as a query string, in one order and without what is empty. */
export function searchQuery({ cursor: _, ...form }: SearchForm): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) if (value !== '') query.set(name, String(value))
  return String(query)
}

const given = (value: string): string | undefined => (value === '' ? undefined : value)
const dateOf = (value: string): Date | undefined => (value === '' ? undefined : new Date(value))

/** What is looked for, but for where and how far. */
export const searchOf = (form: SearchForm) => ({
  q: given(form.q),
  author: given(form.author),
  article: given(form.article),
  section: given(form.section),
  status: form.status === '' ? undefined : form.status,
  reason: form.reason === '' ? undefined : form.reason,
  rule: given(form.rule),
  moderatorId: given(form.moderator),
  from: dateOf(form.from),
  to: dateOf(form.to),
  minScores: scoreBounds(form, 'min'),
  maxScores: scoreBounds(form, 'max'),
  cursor: given(form.cursor),
})
