import { z } from 'zod'
import { storable } from '../comments/comment-form'
import { reasonCodes } from '../comments/reason'
import { longestCondition } from './condition'
import { authorRoles } from './features'
import type { FindingMode } from './finding'

/** draft: never runs · shadow: runs and has no effect · live: acts · off: rests. */
export const ruleModes = ['draft', 'shadow', 'live', 'off'] as const
export type RuleMode = (typeof ruleModes)[number]

export const isRunning = (mode: RuleMode): mode is FindingMode =>
  mode === 'live' || mode === 'shadow'

/** A site runs no more live and shadow rules than this. */
export const mostRunningRules = 200

/** What the database could not keep is left out. */
const text = z.string().overwrite(storable)

const effect = {
  reason: z.enum(reasonCodes).default('house_rules'),
  priority: z.number().int().min(0).max(100).default(50).describe('Higher is reviewed sooner'),
  note: text.max(500).default('').describe('For the moderator'),
}

const decide = z.strictObject({
  action: z.enum(['approve', 'hold', 'reject', 'spam']),
  queue: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/)
    .default('default')
    .describe('Where held comments wait'),
  notifyAuthor: z.boolean().default(false),
  ...effect,
})

const score = z.strictObject({
  action: z.literal('score'),
  score: z.number().min(-20).max(20).describe('Points, added up over all rules'),
  ...effect,
})

const names = (most: number) => z.array(text.min(1).max(200)).max(most).default([])

/** What a site owner writes; every version of it is kept as it was. */
export const ruleDocumentSchema = z.strictObject({
  name: text.trim().min(1).max(120).describe('Shown in the queue and in the audit'),
  explain: text.trim().max(500).default('').describe('What it is for, in a sentence'),
  scope: z
    .strictObject({ sections: names(50), articles: names(200) })
    .default({ sections: [], articles: [] })
    .describe('Sections and slugs of articles; empty means all'),
  when: text.trim().min(1).max(longestCondition).describe('The condition'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  then: z.discriminatedUnion('action', [decide, score]),
  exempt: z.array(z.enum(authorRoles)).default(['staff']).describe('Authors it passes over'),
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
})
export type RuleDocument = z.infer<typeof ruleDocumentSchema>

/** A rule that refuses comments proves itself in the shadow first. */
export function startingMode(document: Pick<RuleDocument, 'then'>): RuleMode {
  const { action } = document.then
  return action === 'reject' || action === 'spam' ? 'shadow' : 'live'
}
