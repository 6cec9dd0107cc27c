import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createToken } from '../../src/accounts/token.store'
import { createApp } from '../../src/app'
import { saveArticle } from '../../src/articles/article.store'
import { logger } from '../../src/platform/logger'
import { openServices, type Services } from '../../src/services'
import { createSite } from '../../src/sites/site.store'
import { startWorkers } from '../../workers/main'
import { createTestDatabase } from './database'
import { solve } from './solve'
import { waitUntil } from './wait-until'

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a client in plain JavaScript would
export type Reply = { status: number; headers: Headers; body: any }

export type Postbag = {
  services: Services
  /** Where the real app listens. */
  url: string
  /** An owner's token for every site. */
  token: string
  site: { id: string; slug: string }
  article: { id: string; slug: string }
  /** `/api/v1` of the article that every test has. */
  articleApi: string
  /** Sends JSON as a reader. */
  reader(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>
  /** Sends JSON to `/api/admin/v1`, as the owner unless another token is given. */
  admin(method: string, path: string, body?: unknown, token?: string): Promise<Reply>
  /** A fresh sum for the article, with its answer. */
  captcha(): Promise<{ token: string; answer: string }>
  /**
   * Posts a comment with a fresh, solved sum and gives the answer back.
   * @param from address of the reader, as a trusted proxy would say it
   */
  post(
    comment: { author?: string; body: string; parent_id?: string },
    from?: string,
  ): Promise<Reply>
  /** Posts a comment and waits until it is judged. */
  judged(
    comment: { author?: string; body: string },
    from?: string,
  ): Promise<{ id: string; receipt: string; status: string }>
  startWorkers(): void
  stop(): Promise<void>
}

export type PostbagOptions = {
  redisUrl?: string | undefined
  worker?: boolean
  /** As TRUST_PROXY: how many proxies stand in front. */
  trustProxy?: number
  /** As PUBLIC_URL. */
  publicUrl?: string
  /** As EXTERNAL_SCORER_HOSTS. */
  externalScorerHosts?: readonly string[]
}

async function send(method: string, url: string, body: unknown, headers: Record<string, string>) {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  }
}

/** The real service on a database of its own: one site, one article, no waiting before a sum. */
export async function startPostbag(options: PostbagOptions = {}): Promise<Postbag> {
  logger.level = 'silent'
  const database = await createTestDatabase()
  const dataDirectory = mkdtempSync(join(tmpdir(), 'postbag-test-'))
  const services = await openServices(
    {
      port: 0,
      host: '127.0.0.1',
      dataDirectory,
      databaseUrl: database.url,
      redisUrl: options.redisUrl,
      trustProxy: options.trustProxy,
      publicUrl: options.publicUrl,
      logLevel: 'silent',
      externalScorerHosts: options.externalScorerHosts,
    },
    `test-${randomUUID()}`,
  )
  const site = await createSite(services.db, { slug: 'daily', name: 'The Daily' }, 'system')
  if (!site) throw new Error('The site was not made.')
  await services.db.prisma.site.update({
    where: { id: site.id },
    data: { settings: { captcha_min_age_ms: 0, limits: { min_fill_seconds: null } } },
  })
  const slug = 'harbour-wall'
  const article = await saveArticle(services.db, site.id, {
    slug,
    title: 'The harbour wall',
    paragraphs: ['It leans.'],
  })
  const { secret: token } = await createToken(services.db, {
    name: 'test',
    role: 'owner',
    siteId: null,
    madeBy: null,
  })
  const server = createServer(createApp(services))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let workers: ReturnType<typeof startWorkers> | undefined
  const articleApi = `/api/v1/sites/${site.slug}/articles/${slug}`
  const reader: Postbag['reader'] = (method, path, body, headers = {}) =>
    send(method, `${url}${path}`, body, headers)
  const admin: Postbag['admin'] = (method, path, body, as = token) =>
    send(method, `${url}/api/admin/v1${path}`, body, { authorization: `Bearer ${as}` })
  const captcha: Postbag['captcha'] = async () => {
    const { body: challenge } = await reader('GET', `${articleApi}/challenge`)
    return { token: challenge.token, answer: solve(challenge.question) }
  }
  const post: Postbag['post'] = async (comment, from) =>
    reader(
      'POST',
      `${articleApi}/comments`,
      { author: 'Ada', ...comment, captcha: await captcha() },
      from ? { 'x-forwarded-for': from } : {},
    )
  const postbag: Postbag = {
    services,
    url,
    token,
    site: { id: site.id, slug: site.slug },
    article: { id: article.id, slug },
    articleApi,
    reader,
    admin,
    captcha,
    post,
    judged: async (comment, from) => {
      const { body } = await post(comment, from)
      const status = async () =>
        (await reader('GET', `/api/v1/receipts/${body.receipt}`)).body.status
      await waitUntil('the comment is judged', async () => (await status()) !== 'pending')
      return { id: body.id, receipt: body.receipt, status: await status() }
    },
    startWorkers: () => {
      workers ??= startWorkers(services)
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await workers?.stop()
      await services.close()
      await database.drop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
  if (options.worker ?? true) postbag.startWorkers()
  return postbag
}
