import { normalEmail } from '../../src/accounts/email'
import { createModerator } from '../../src/accounts/moderator.store'
import { hashPassword } from '../../src/accounts/password'
import type { Role } from '../../src/accounts/token'
import type { Postbag } from './postbag'

export const password = 'six blue herons wade'
/** One cheap hash for everybody, because these tests are not about the cost of a key. */
const hashed = hashPassword(password, { N: 16, r: 1, p: 1 })

/** Somebody who may sign in with `password`. */
export async function addModerator(
  { services }: Postbag,
  one: { email: string; name: string; role?: Role; siteId?: string | null },
): Promise<string> {
  const moderator = await createModerator(services.db, {
    role: 'moderator',
    siteId: null,
    ...one,
    email: normalEmail(one.email),
    passwordHash: await hashed,
  })
  if (!moderator) throw new Error(`${one.email} is taken.`)
  return moderator.id
}

export type Client = {
  /** Name and value of the cookies it holds, as a browser would send them. */
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Sends a form as a browser would from a page of the console. */
  post(
    path: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

type Answer = { status: number; headers: Headers; text: string; location: string }

/** A browser without a window: keeps cookies, follows nothing. */
export function consoleClient(postbag: Pick<Postbag, 'url'>): Client {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${postbag.url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie, ...(init.headers as Record<string, string>) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location') ?? ''
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location,
    }
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return send(path, {
        method: 'POST',
        body,
        headers: { origin: postbag.url, 'sec-fetch-site': 'same-origin', ...headers },
      })
    },
  }
}

/** A client that has signed in. */
export async function signedInAs(postbag: Postbag, email: string): Promise<Client> {
  const client = consoleClient(postbag)
  const { status } = await client.post('/console/sign-in', { email, password })
  if (status !== 303) throw new Error(`${email} could not sign in: ${status}`)
  return client
}

export type HeldComment = {
  author: string
  body: string
  /** What a rule points at. */
  spans?: { start: number; end: number }[]
}

/** Writes held comments straight into the database: also such as no form would let in. */
export async function insertHeld(
  { services, site, article }: Pick<Postbag, 'services' | 'site' | 'article'>,
  comments: readonly HeldComment[],
): Promise<void> {
  const rows = comments.map(({ author, body, spans = [] }, at) => ({
    author,
    body,
    at,
    scores: { spam: 0.2, toxicity: (at % 20) / 20, insult: -1 },
    findings: [
      {
        ...{ rule: 'suspect_words', version: 1, mode: 'live', action: 'hold', priority: 40 },
        ...{ reason: 'suspect_word', detail: `It contains "${body.slice(0, 30)}".`, spans },
      },
    ],
  }))
  await services.db.pool.query(
    `WITH input AS (SELECT gen_random_uuid() AS id, i.* FROM jsonb_to_recordset($1) AS
        i(author text, body text, at int, scores jsonb, findings jsonb)),
      written AS (
        INSERT INTO comments (id, site_id, article_id, author_name, author_key, network_key, body, text_hash,
          bands, status, version, priority, risk, receipt_hash, created_at)
        SELECT id, $2, $3, author, decode(md5(author), 'hex'), '\\x00', body, at, '{}', 'held', 1, 40,
          greatest((scores->>'spam')::real, (scores->>'toxicity')::real),
          decode(md5(id::text), 'hex'), now() - interval '1 second' * (1000 - at) FROM input),
      waiting AS (
        INSERT INTO review_items (id, comment_id, site_id) SELECT gen_random_uuid(), id, $2 FROM input)
    INSERT INTO evaluations (id, comment_id, site_id, comment_version, rule_set_version, model, features, scores, findings)
    SELECT gen_random_uuid(), id, $2, 0, 1, 'test', '{}', scores, findings FROM input`,
    [JSON.stringify(rows), site.id, article.id],
  )
}
