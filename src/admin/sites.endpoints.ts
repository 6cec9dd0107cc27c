import { z } from 'zod'
import { listArticles, saveArticle } from '../articles/article.store'
import { slugOf } from '../articles/slug'
import { filledText, storable } from '../comments/comment-form'
import { largestBodyBytes } from '../platform/http/bodies'
import { problem } from '../platform/http/problem'
import { addSite as createSiteWithRules } from '../rules/rule-file.flow'
import { patchSettings } from '../sites/change-settings.flow'
import { settingsSchema } from '../sites/settings'
import { shownSettings } from '../sites/settings-secrets'
import type { Site } from '../sites/site'
import { listSites, renameSite } from '../sites/site.store'
import { siteName } from '../sites/site-name'
import { actorNameOf, define, siteOf } from './door'
import { keptMoment, slug, time } from './schemas'

const tag = 'Sites'
const siteSchema = z.object({ id: z.uuid(), slug: z.string(), name: z.string() })
const siteBody = ({ id, slug, name }: Site) => ({ id, slug, name })

const readSites = define({
  method: 'get',
  path: '/sites',
  summary: 'The sites of this token',
  tag,
  access: 'moderator',
  answers: { 200: { description: 'Sites', schema: z.object({ sites: z.array(siteSchema) }) } },
  handle: async ({ services, caller }) => ({
    status: 200,
    body: { sites: (await listSites(services.db, caller.siteId)).map(siteBody) },
  }),
})

const addSite = define({
  method: 'post',
  path: '/sites',
  summary: 'Add a site (needs a token for all sites)',
  tag,
  access: 'owner',
  body: z.strictObject({ slug, name: siteName }),
  answers: {
    201: { description: 'Added', schema: siteSchema },
    403: { description: 'The token is for one site' },
    409: { description: 'The slug is taken' },
    422: { description: 'Not valid' },
  },
  handle: async ({ services, caller, body }) => {
    if (caller.siteId !== null) return problem(403, 'This token is for one site only.')
    const site = await createSiteWithRules(services.db, body, actorNameOf(caller))
    return site
      ? { status: 201, body: siteBody(site) }
      : problem(409, 'There is a site with this slug already.')
  },
})

const settingsAnswer = {
  description: 'The settings in force, defaults included',
  schema: settingsSchema,
}

const readSiteSettings = define({
  method: 'get',
  path: '/sites/{site}/settings',
  summary: 'Settings of a site',
  tag,
  access: 'moderator',
  answers: { 200: settingsAnswer, 404: { description: 'No such site' } },
  handle: async ({ params, ...door }) => ({
    status: 200,
    body: shownSettings((await siteOf(door, params.site ?? '')).settings),
  }),
})

const changeSiteSettings = define({
  method: 'patch',
  path: '/sites/{site}/settings',
  summary: 'Change some settings; the others stay. They count from the next comment on',
  tag,
  access: 'owner',
  bodyBytes: largestBodyBytes,
  body: settingsSchema,
  answers: {
    200: settingsAnswer,
    404: { description: 'No such site' },
    409: { description: 'Others change them all the time' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, request, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    // as sent, without the defaults that the schema fills in
    const changed = request.body as Record<string, unknown>
    const actor = actorNameOf(door.caller)
    const result = await patchSettings(door.services, site.id, { changed, actor })
    if (result.outcome === 'saved') return { status: 200, body: shownSettings(result.settings) }
    if (result.outcome === 'overtaken')
      return problem(409, 'The settings are being changed by others. Please try again.')
    const { field, message } = result
    return problem(422, message, { errors: [{ field: `external_scorer.${field}`, message }] })
  },
})

const renameOneSite = define({
  method: 'patch',
  path: '/sites/{site}',
  summary: 'Give a site another name; its slug stays',
  tag,
  access: 'owner',
  body: z.strictObject({ name: siteName }),
  answers: {
    200: { description: 'Renamed', schema: siteSchema },
    404: { description: 'No such site' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    await renameSite(door.services.db, site, { ...body, actor: actorNameOf(door.caller) })
    door.services.articles.forget()
    return { status: 200, body: { ...siteBody(site), ...body } }
  },
})

const articleSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  section: z.string(),
  tags: z.array(z.string()),
  published_at: time,
})

const readArticles = define({
  method: 'get',
  path: '/sites/{site}/articles',
  summary: 'Articles of a site, newest first',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'At most 500 articles',
      schema: z.object({ articles: z.array(articleSchema) }),
    },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    return { status: 200, body: { articles: await listArticles(door.services.db, site.id) } }
  },
})

const addArticle = define({
  method: 'post',
  path: '/sites/{site}/articles',
  summary: 'Add an article, or bring the one with this slug up to date',
  tag,
  access: 'owner',
  bodyBytes: largestBodyBytes,
  body: z.strictObject({
    slug: slug.optional().describe('Made from the title when absent'),
    title: filledText(300),
    section: z.string().max(100).transform(storable).default(''),
    tags: z.array(filledText(50)).max(30).default([]),
    paragraphs: z.array(filledText(10_000)).max(500).default([]),
    published_at: keptMoment.optional(),
  }),
  answers: {
    200: {
      description: 'Brought up to date',
      schema: z.object({ id: z.uuid(), slug: z.string() }),
    },
    201: { description: 'Added', schema: z.object({ id: z.uuid(), slug: z.string() }) },
    404: { description: 'No such site' },
    422: { description: 'Not valid' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const { published_at, ...article } = body
    const articleSlug = body.slug ?? slugOf(body.title)
    const publishedAt = published_at ? new Date(published_at) : new Date()
    const saved = await saveArticle(door.services.db, site.id, {
      ...article,
      slug: articleSlug,
      publishedAt,
    })
    door.services.articles.forget()
    return { status: saved.created ? 201 : 200, body: { id: saved.id, slug: articleSlug } }
  },
})

export const siteEndpoints = [
  readSites,
  addSite,
  readSiteSettings,
  changeSiteSettings,
  renameOneSite,
  readArticles,
  addArticle,
]
