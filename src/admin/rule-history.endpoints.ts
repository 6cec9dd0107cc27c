import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { returnToQueue } from '../moderation/return-to-queue.flow'
import { largestBodyBytes } from '../platform/http/bodies'
import { disconnectSignal } from '../platform/http/gone'
import { type Answer, busy, problem } from '../platform/http/problem'
import { rollBackRule } from '../rules/edit-rules.flow'
import { listVersions } from '../rules/rule.store'
import { ruleDocumentSchema } from '../rules/rule-document'
import { exportRules, type ImportedRules, importRules, resetRules } from '../rules/rule-file.flow'
import { actorNameOf, define, siteOf } from './door'
import { answerTo, ruleAnswer, ruleOf, rulesPath } from './rules.endpoints'
import { moment, time } from './schemas'

const tag = 'Rules'

const readVersions = define({
  method: 'get',
  path: `${rulesPath}/{id}/versions`,
  summary: 'Versions of a rule, newest first, each with what it changed',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'Versions',
      schema: z.object({
        versions: z.array(
          ruleDocumentSchema.extend({
            version: z.number().int(),
            author: z.string(),
            comment: z.string(),
            created_at: time,
            diff: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
          }),
        ),
      }),
    },
    404: { description: 'No such rule' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { id } = await ruleOf(door, site, params.id)
    const stored = await listVersions(door.services.db, id)
    const versions = stored.map(({ document, createdAt, ...rest }, index) => ({
      ...document,
      ...rest,
      created_at: createdAt,
      diff: differences(stored[index + 1]?.document ?? {}, document),
    }))
    return { status: 200, body: { versions } }
  },
})

/** Top-level fields that differ between two documents. */
function differences(before: object, after: object) {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([field, value]) => !isDeepStrictEqual(old[field], value))
    .map(([field, value]) => ({ field, before: old[field] ?? null, after: value }))
}

const rollBack = define({
  method: 'post',
  path: `${rulesPath}/{id}/rollback`,
  summary: 'Make an earlier version the newest again',
  tag,
  access: 'owner',
  body: z.strictObject({ version: z.number().int().min(1) }),
  answers: {
    200: ruleAnswer,
    404: { description: 'No such rule or version' },
    409: { description: 'Somebody else changed it' },
    422: { description: 'It cannot be used any more, such as for a bank that is gone' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { id } = await ruleOf(door, site, params.id)
    const { version } = body
    const comment = `Back to version ${version}`
    const change = { version, actor: actorNameOf(door.caller), comment }
    return answerTo(await rollBackRule(door.services, site, id, change), 200)
  },
})

const returnActs = define({
  method: 'post',
  path: `${rulesPath}/{id}/returns`,
  summary: 'Return to the queue what one version of a rule did in a span of time',
  tag,
  access: 'owner',
  body: z.strictObject({ version: z.number().int().min(1), from: moment, to: moment }),
  answers: {
    200: {
      description: 'How many came back; one undo of the batch reverses it',
      schema: z.object({ returned: z.number().int(), batch_id: z.uuid() }),
    },
    404: { description: 'No such rule' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { id } = await ruleOf(door, site, params.id)
    const acts = { siteId: site.id, ruleId: id, ...body }
    const { returned, batchId } = await returnToQueue(door.services.db, acts, door.caller)
    return { status: 200, body: { returned, batch_id: batchId } }
  },
})

const filePath = '/sites/{site}/rule-file'

const readFile = define({
  method: 'get',
  path: filePath,
  summary: 'Rules and banks of a site as one YAML file',
  tag,
  access: 'moderator',
  answers: {
    200: { description: 'The file, application/yaml' },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const headers = {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${site.slug}-rules.yaml"`,
    }
    return { status: 200, headers, text: await exportRules(door.services.db, site.id) }
  },
})

const counts = z.object({ banks: z.number().int(), rules: z.number().int() })

function importAnswer(result: ImportedRules): Answer {
  switch (result.outcome) {
    case 'imported':
      return { status: 200, body: { banks: result.banks, rules: result.rules } }
    case 'invalid': {
      const errors = result.problems.map(({ path, ...rest }) => ({ field: path, ...rest }))
      return problem(422, 'The file cannot be used; nothing was changed.', { errors })
    }
    case 'busy':
      return result.with === 'own'
        ? busy('Another rule file of this site is being read. Please try again in a moment.', 429)
        : busy('Rule files of other sites are being read. Please try again in a moment.')
    case 'gone':
      return busy('The request was cut off.')
  }
}

const putFile = define({
  method: 'put',
  path: filePath,
  summary: 'Replace the rules and banks of a site by those of a YAML file; all or nothing',
  tag,
  access: 'owner',
  bodyBytes: largestBodyBytes,
  body: z.strictObject({ yaml: z.string().max(5_000_000) }),
  answers: {
    200: { description: 'Replaced', schema: counts },
    404: { description: 'No such site' },
    422: { description: 'Not valid; nothing was changed. Lists the first 20 errors' },
    429: { description: 'Another file of this site is being read; see Retry-After' },
    503: { description: 'Files of other sites are being read; see Retry-After' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const sent = {
      text: body.yaml,
      actor: actorNameOf(door.caller),
      signal: disconnectSignal(door.request),
    }
    return importAnswer(await importRules(door.services.db, site.id, sent))
  },
})

const resetFile = define({
  method: 'delete',
  path: filePath,
  summary: 'Reset the rules and banks of a site to the default pack',
  tag,
  access: 'owner',
  answers: { 204: { description: 'Reset' }, 404: { description: 'No such site' } },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    await resetRules(door.services.db, site.id, actorNameOf(door.caller))
    return { status: 204 }
  },
})

export const ruleHistoryEndpoints = [
  readVersions,
  rollBack,
  returnActs,
  readFile,
  putFile,
  resetFile,
]
