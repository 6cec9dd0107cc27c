import { z } from 'zod'
import { actions, statuses } from '../comments/comment'
import { reasonCodes } from '../comments/reason'
import { isInCalendar } from '../platform/calendar'
import { findingModes, ruleActions } from '../rules/finding'
import { scoreNames } from '../scoring/score'

/** Shapes that several operations share. Times go out as ISO 8601 in UTC. */
export const time = z.iso.datetime()

/** A share that was estimated from a sample, with its 95 % interval by Wilson; null without one. */
export const estimatedShare = z
  .object({ estimate: z.number(), low: z.number(), high: z.number(), sample: z.number().int() })
  .nullable()

/** A moment that is kept, in a body. */
export const keptMoment = z.iso
  .datetime({ offset: true })
  .refine((text) => isInCalendar(Date.parse(text)), 'Give a year between 1 and 9999')

/** A moment in a query: "2026-11-22" or a full ISO 8601 time. */
export const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .refine((text) => isInCalendar(Date.parse(text)), 'Give a year between 1 and 9999')
  .transform((text) => new Date(text))

export const slug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/,
    'Lower-case letters, digits and hyphens, at most 64',
  )

/** Looked for in the database, which has no NUL. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\0'), 'NUL cannot be searched for')

export const siteQuery = z
  .string()
  .max(100)
  .optional()
  .describe('Slug; absent: every site of the token')
export const cursorQuery = z.string().max(300).optional().describe('next_cursor of the page before')
export const limitQuery = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual)

export const scoresSchema = z
  .partialRecord(z.enum(scoreNames), z.number().min(-1).max(1))
  .describe('0..1, -1 is "not scored"')

export const findingSchema = z.object({
  rule: z.string(),
  version: z.number().int(),
  mode: z.enum(findingModes),
  action: z.enum(ruleActions),
  points: z.number().optional().describe('What it adds to the sum, with the action score'),
  queue: z.string().optional(),
  reason: z.enum(reasonCodes),
  priority: z.number().int(),
  detail: z.string(),
  facts: z
    .looseObject({})
    .optional()
    .describe('What the sentence of a built-in rule was made from; the note of an owner’s rule'),
  spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  leaves: z
    .array(z.looseObject({ source: z.string(), value: z.unknown(), result: z.boolean() }))
    .optional()
    .describe('Truth table of an owner’s rule'),
})

export const cardSchema = z.object({
  id: z.uuid(),
  site: z.string(),
  article: z.object({ slug: z.string(), title: z.string() }),
  queue: z.string().describe('Where it waits'),
  parent_id: z.uuid().nullable(),
  author: z.string(),
  body: z.string(),
  status: z.enum(statuses),
  version: z.number().int(),
  created_at: time,
  edited_at: time.nullable(),
  scores: scoresSchema,
  findings: z.array(findingSchema),
  reason: z.enum(reasonCodes).nullable(),
  priority: z.number().int(),
  risk: z.number(),
  reports: z.number().int(),
  appeal: z.string().nullable(),
  claimed_by: z.string().nullable(),
  claim_until: time.nullable(),
})

export const decisionSchema = z.object({
  id: z.uuid(),
  comment_id: z.uuid(),
  action: z.enum(actions),
  status: z.enum(statuses),
  reason: z.enum(reasonCodes),
  version: z.number().int(),
  decided_by: z.string(),
  decided_at: time,
})
