import { z } from 'zod'
import { learningScores } from '../scoring/decision-log'
import { readLearningReport } from '../scoring/learning-report.flow'
import { forgetDeltas } from '../scoring/site-learning.store'
import { actorNameOf, define, siteOf } from './door'
import { time } from './schemas'

const tag = 'Scores'
const path = '/sites/{site}/learning'
const word = z.object({ word: z.string(), log_odds: z.number() })
const share = z.number().min(0).max(1)
const calibration = z
  .object({
    slope: z.number().positive(),
    offset: z.number(),
    fitted_on: z
      .number()
      .int()
      .describe('Decisions; 0 when there are too few, and the score is left as it is'),
    thresholds: z
      .array(z.object({ approved_share: share, threshold: share }))
      .describe('From which score on this share of the site’s approved comments lies'),
  })
  .describe('How the log odds become probabilities on this site: slope * odds + offset')

const readLearning = define({
  method: 'get',
  path,
  summary:
    'What the scores of a site have learnt from its moderators, and how good they were by week',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'Learning',
      schema: z.object({
        enabled: z.boolean(),
        since: time.nullable(),
        scores: z.array(
          z.object({
            score: z.enum(learningScores),
            decisions: z.number().int(),
            learnt_at: time,
            raises: z.array(word).describe('Words that raise the score most on this site'),
            lowers: z.array(word),
            calibration,
          }),
        ),
        quality: z.array(
          z.object({
            week: z.iso.date(),
            score: z.enum(learningScores),
            decided: z.number().int(),
            right: z
              .number()
              .int()
              .describe('On the same side of one half; mostly approved comments'),
            of_class: z
              .number()
              .int()
              .describe('Taken for spam, or rejected for a reason of the score'),
            found: z.number().int().describe('Of these, those that scored one half or more'),
            wrongly_flagged: z
              .number()
              .int()
              .describe('Approved, although they scored one half or more'),
          }),
        ),
      }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    return { status: 200, body: await readLearningReport(door.services, site) }
  },
})

const resetLearning = define({
  method: 'delete',
  path,
  summary: 'Forget what was learnt; decisions from now on teach anew',
  tag,
  access: 'owner',
  answers: { 204: { description: 'Forgotten' }, 404: { description: 'No such site' } },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    await forgetDeltas(door.services.db, site.id, actorNameOf(door.caller))
    door.services.articles.forget()
    return { status: 204 }
  },
})

export const learningEndpoints = [readLearning, resetLearning]
