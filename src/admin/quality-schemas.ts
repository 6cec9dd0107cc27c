import { z } from 'zod'
import { actions } from '../comments/comment'
import { reasonCodes } from '../comments/reason'
import { leastPairs } from '../moderation/agreement'
import type { Quality } from '../moderation/read-quality.flow'
import { findingModes } from '../rules/finding'
import { estimatedShare } from './schemas'

const figures = {
  pairs: z.number().int().describe('Of one answer: those in which at least one of the two gave it'),
  agreed: z.number().int(),
  share: z.number().nullable().describe('Of one answer: twice the common ones by all given ones'),
  kappa: z
    .object({ value: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe('Cohen’s κ (1960) with its 95 % interval; of one answer: against all others'),
  state: z
    .enum(['known', 'too_few', 'undefined'])
    .describe(`too_few: fewer than ${leastPairs} pairs; undefined: both always said the same`),
}
const figuresOf = (answer: z.ZodType) =>
  z.array(z.object({ answer, first: z.number().int(), second: z.number().int(), ...figures }))

const agreementSchema = z.object({
  overall: z.object(figures),
  by_action: figuresOf(z.enum(actions)),
  by_reason: figuresOf(z.enum(reasonCodes)).describe('Of rejections'),
})

const shareSchema = estimatedShare.describe('With the 95 % interval of Wilson (1927)')

const rulePrecisionSchema = z.object({
  rule: z.string(),
  mode: z.enum(findingModes),
  hits: z.number().int(),
  agreed: z.number().int().describe('Of what people decided on: as the rule wanted'),
  disagreed: z.number().int(),
  precision: shareSchema,
})

const overturnedSchema = z.object({
  moderator: z.uuid(),
  name: z.string(),
  decisions: z.number().int().describe('Final ones, without those that the person took back'),
  overturned: z.number().int().describe('Whose next final decision was the opposite, by others'),
  on_appeal: z.number().int().describe('Of the overturned ones: as the answer to an appeal'),
  share: shareSchema,
})

/** What the statistics say of the quality of decisions. */
export const qualityFields = {
  agreement: agreementSchema.describe('Of second reviews with the decisions that they answer'),
  rule_precision: z.array(rulePrecisionSchema).describe('Most hits first'),
  overturned: z.array(overturnedSchema).optional().describe('By moderator; for owners only'),
}

export const qualityBody = ({ agreement, rules, overturned }: Quality) => ({
  agreement: {
    overall: agreement.overall,
    by_action: agreement.byAction,
    by_reason: agreement.byReason,
  },
  rule_precision: rules,
  ...(overturned ? { overturned } : {}),
})
