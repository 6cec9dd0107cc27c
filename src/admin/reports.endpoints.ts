import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { readQuality } from '../moderation/read-quality.flow'
import { readStats } from '../moderation/stats.store'
import { cpuClockMs } from '../platform/cpu-clock'
import { largestBodyBytes } from '../platform/http/bodies'
import { problem } from '../platform/http/problem'
import { withExternalScores } from '../scoring/external-scorer'
import { type ScoredText, scoreFailures, scoreNames } from '../scoring/score'
import { scoreSafely } from '../scoring/score-safely'
import type { Services } from '../services'
import type { Site } from '../sites/site'
import { define, siteIdsOf, sitesOf } from './door'
import { qualityBody, qualityFields } from './quality-schemas'
import { moment, scoresSchema, siteQuery, time } from './schemas'

const tag = 'Reports'

const dayMs = 86_400_000

const readStatistics = define({
  method: 'get',
  path: '/stats',
  summary:
    'Volumes, decisions, decision times, agreement and precision; the last 30 days when no time is named',
  tag,
  access: 'moderator',
  query: z.object({ site: siteQuery, from: moment.optional(), to: moment.optional() }),
  answers: {
    200: {
      description: 'Statistics',
      schema: z.object({
        from: time,
        to: time,
        comments: z.record(z.string(), z.number().int()),
        decisions: z.array(
          z.object({
            actor: z.string(),
            action: z.string(),
            reason: z.string(),
            count: z.number().int(),
          }),
        ),
        decision_seconds: z
          .array(
            z.object({
              actor: z.enum(['rules', 'moderator']),
              count: z.number().int(),
              median: z.number(),
              p90: z.number(),
            }),
          )
          .describe('From the comment to its first final decision, by who made it'),
        by_day: z.array(
          z.object({
            day: z.iso.date(),
            comments: z.number().int(),
            automatic: z.number().int().describe('What rules approved, rejected or marked as spam'),
            human: z.number().int().describe('What people decided and nobody took back'),
          }),
        ),
        oldest_held_at: time.nullable(),
        ...qualityFields,
      }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ query, ...door }) => {
    const to = query.to ?? new Date()
    const from = query.from ?? new Date(to.getTime() - 30 * dayMs)
    if (from >= to)
      return problem(400, '`from` has to lie before `to`.', {
        errors: [{ field: 'from', message: 'It is not before `to`.' }],
      })
    const range = { siteIds: await siteIdsOf(door, query.site), from, to }
    const { db } = door.services
    const [stats, quality] = await Promise.all([
      readStats(db, range),
      readQuality(db, range, { isOwner: door.caller.role === 'owner' }),
    ])
    return { status: 200, body: { from, to, ...stats, ...qualityBody(quality) } }
  },
})

/** One text a turn: a hundred long ones would keep everybody else waiting. */
async function oneByOne<T>(texts: readonly string[], score: (text: string) => T): Promise<T[]> {
  const results: T[] = []
  for (const text of texts) {
    results.push(score(text))
    await nextTurn()
  }
  return results
}

/** As a site's comments are scored: with what its moderators have taught and its external scorer. */
async function scoresOnSite(
  { ruleSets, scorer, externalScorer }: Services,
  site: Site,
  texts: readonly string[],
): Promise<ScoredText[]> {
  const { settings, deltas } = await ruleSets.of(site.id, site.ruleSetVersion)
  const { language, external_scorer: external } = settings
  const context = { siteLanguage: language, clock: cpuClockMs, deltas }
  const own = await oneByOne(texts, (text) => scoreSafely(scorer, text, context).scored)
  if (!external) return own
  const questions = own.map((scored, place) => ({
    ...{ siteId: site.id, settings: external, text: texts[place] ?? '' },
    language: scored.language || language,
  }))
  const replies = (await externalScorer?.ask(questions)) ?? []
  return own.map((scored, place) => withExternalScores(scored, external, replies[place]))
}

const scoreTexts = define({
  method: 'post',
  path: '/scores',
  summary: 'What the scorers say of up to 100 texts; nothing is stored',
  tag: 'Scores',
  access: 'moderator',
  bodyBytes: largestBodyBytes,
  body: z.strictObject({
    texts: z.array(z.string().max(20_000)).min(1).max(100),
    site: z.string().max(100).optional(),
  }),
  answers: {
    200: {
      description: 'Scores in the order of the texts; -1 is "not scored"',
      schema: z.object({
        model: z.string(),
        results: z.array(
          z.object({
            model: z.string().describe('Names the external scorer of the site, and its outage'),
            scores: scoresSchema,
            language: z.string(),
            failure: z
              .enum(scoreFailures)
              .optional()
              .describe('Ours failed or took too long, or the external scorer was away'),
            spans: z.array(
              z.object({
                score: z.enum(scoreNames),
                start: z.number().int(),
                end: z.number().int(),
                value: z
                  .number()
                  .describe(
                    'What the score would lose without this word in all its places, 0 to 1; a score above 0.9 is taken as 0.9',
                  ),
              }),
            ),
          }),
        ),
      }),
    },
    404: { description: 'No such site' },
    422: { description: 'Not valid' },
  },
  handle: async ({ body, ...door }) => {
    const [site] = body.site === undefined ? [] : await sitesOf(door, body.site)
    const { scorer } = door.services
    const results = site
      ? await scoresOnSite(door.services, site, body.texts)
      : await oneByOne(
          body.texts,
          (text) => scoreSafely(scorer, text, { siteLanguage: 'en', clock: cpuClockMs }).scored,
        )
    return { status: 200, body: { model: scorer.model, results } }
  },
})

export const reportEndpoints = [readStatistics, scoreTexts]
