import { z } from 'zod'
import { statuses } from '../comments/comment'
import { type ScoreName, scoreNames } from '../scoring/score'

const text = z
  .string()
  .max(200)
  .refine((value) => !value.includes('\0'))
  .transform((value) => value.trim())
  .catch('')
const day = z.union([z.iso.date(), z.literal('')]).catch('')
const least = z.union([z.literal(''), z.coerce.number().min(0).max(1)]).catch('')

const scoreFields = Object.fromEntries(
  scoreNames.map((name) => [`min_${name}`, least.default('')]),
) as Record<`min_${ScoreName}`, z.ZodDefault<typeof least>>

const schema = z.object({
  q: text.default(''),
  author: text.default(''),
  article: text.default(''),
  status: z
    .union([z.enum(statuses), z.literal('')])
    .catch('')
    .default(''),
  site: text.default(''),
  from: day.default(''),
  to: day.default(''),
  cursor: z.string().max(300).catch('').default(''),
  ...scoreFields,
})

/** What the search form holds; a value that cannot be searched for counts as empty. */
export type SearchForm = z.infer<typeof schema>

export const readSearchForm = (query: unknown): SearchForm => schema.parse(query)

/** Whether anything was asked for. */
export const isSearch = (query: Record<string, unknown>): boolean => Object.keys(query).length > 0

export function minScoresOf(form: SearchForm): Partial<Record<ScoreName, number>> {
  const minScores: Partial<Record<ScoreName, number>> = {}
  for (const name of scoreNames) {
    const value = form[`min_${name}`]
    if (value !== '') minScores[name] = value
  }
  return minScores
}

/** The address of a search, and of its next page. */
export function searchHref(form: SearchForm, cursor = ''): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...form, cursor }))
    if (value !== '') query.set(name, String(value))
  // asked for with nothing filled in: every comment
  if (query.size === 0) query.set('q', '')
  return `/console/search?${query}`
}
