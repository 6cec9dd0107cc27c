import { z } from 'zod'
import { scoreNames } from './score'

const share = z.number().min(0).max(1)

const source = z.strictObject({
  source: z.string(),
  license: z.string(),
  rows: z.number().int(),
  positive: z.number().int(),
})

/** What comes with the numbers of a head: how to read them, where they are from and how good they are. */
export const headCardSchema = z.strictObject({
  name: z.string().describe('Also the name of the file with the numbers, without its ending'),
  score: z.enum(scoreNames),
  languages: z.array(z.string().length(2)).min(1).describe('ISO 639-1'),
  reading: z
    .enum(['open', 'masked'])
    .describe('Whether names of groups of people are read as they are'),
  hash_version: z.number().int(),
  normaliser_version: z.number().int(),
  bits: z.number().int().min(10).max(18).describe('The head has 2 to this power numbers'),
  largest_weight: z.number().positive().describe('What the number 127 stands for'),
  bias: z.number(),
  sentence_share: share.describe('How much the strongest sentence counts beside the whole text'),
  calibration: z.strictObject({
    slope: z.number().positive(),
    offset: z.number(),
    assumed_share: share.describe('Of comments that are of the class, where the numbers are true'),
    fitted_on: z.string(),
  }),
  thresholds: z
    .array(
      z.strictObject({
        flagged_share: share,
        threshold: share,
        recall: share.nullable(),
        clean_rows: z.number().int(),
        measured_on: z.string().describe('What the clean texts are'),
      }),
    )
    .describe('From which score on this share of clean texts would be flagged'),
  trained_on: z.array(source),
  training: z.strictObject({
    seed: z.number().int(),
    epochs: z.number().int(),
    disguised_copies: z.number().int(),
    calmed_copies: z.number().int(),
  }),
  metrics: z.record(z.string(), z.number()),
  weaknesses: z.array(z.string()),
})

export type HeadCard = z.infer<typeof headCardSchema>
