import { z } from 'zod'
import { longBodyBytes } from '../platform/http/bodies'
import { problem } from '../platform/http/problem'
import { type HouseRules, houseRulesSchema, readVersionNumber } from '../sites/house-rules'
import { findHouseRules, listHouseRules, publishHouseRules } from '../sites/house-rules.store'
import { houseRulesPath } from '../web/paths'
import { actorNameOf, define, notFound, siteOf } from './door'
import { time } from './schemas'

const tag = 'House rules'
const path = '/sites/{site}/house-rules'

const version = z.int().min(1)
const briefSchema = z.object({
  version,
  author: z.string(),
  comment: z.string(),
  created_at: time,
})
const fullSchema = briefSchema.extend({ text: z.string(), url: z.string() })

const briefOf = ({ version, author, comment, createdAt }: Omit<HouseRules, 'text'>) => ({
  version,
  author,
  comment,
  created_at: createdAt,
})

const fullOf = (rules: HouseRules, slug: string) => ({
  ...briefOf(rules),
  text: rules.text,
  url: houseRulesPath(slug, rules.version),
})

const readVersions = define({
  method: 'get',
  path,
  summary: 'House rules of a site: the version in force and the list of all',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'At most 200 versions, newest first; `current` is null while there are none',
      schema: z.object({ current: fullSchema.nullable(), versions: z.array(briefSchema) }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const { db } = door.services
    const site = await siteOf(door, params.site ?? '')
    const [current, versions] = await Promise.all([
      findHouseRules(db, site.id),
      listHouseRules(db, site.id),
    ])
    const body = { current: current ? fullOf(current, site.slug) : null }
    return { status: 200, body: { ...body, versions: versions.map(briefOf) } }
  },
})

const readVersion = define({
  method: 'get',
  path: `${path}/{version}`,
  summary: 'One version of the house rules',
  tag,
  access: 'moderator',
  answers: {
    200: { description: 'The version', schema: fullSchema },
    404: { description: 'No such site or version' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const asked = readVersionNumber(params.version)
    const found = asked && (await findHouseRules(door.services.db, site.id, asked))
    if (!found) throw notFound('version')
    return { status: 200, body: fullOf(found, site.slug) }
  },
})

const publish = define({
  method: 'post',
  path,
  summary: 'Publish a new version; decisions from now on name it',
  tag,
  access: 'owner',
  bodyBytes: longBodyBytes,
  body: houseRulesSchema.extend({
    after: z
      .int()
      .min(0)
      .max(999_999_999)
      .optional()
      .describe('The version that was read, 0 for none; another one by now is a conflict'),
  }),
  answers: {
    201: { description: 'Published', schema: fullSchema },
    404: { description: 'No such site' },
    409: { description: 'Another version was published meanwhile' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const author = actorNameOf(door.caller)
    const rules = { ...body, after: body.after, author }
    const published = await publishHouseRules(door.services.db, site.id, rules)
    door.services.articles.forget()
    return published
      ? { status: 201, body: fullOf(published, site.slug) }
      : problem(409, 'Another version was published meanwhile.')
  },
})

export const houseRulesEndpoints = [readVersions, publish, readVersion]
