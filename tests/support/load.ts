import { plainText } from './saved-comments'
import { solve } from './solve'

const article = '/api/v1/sites/demo/articles'

export type Acknowledged = { id: string; receipt: string; tookMs: number }

/** Lets readers of the demo site answer as fast as a program, and post as much as they like. */
export async function openTheGates(url: string, token: string): Promise<void> {
  const response = await fetch(`${url}/api/admin/v1/sites/demo/settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      captcha_min_age_ms: 0,
      limits: { min_fill_seconds: null, author_per_hour: null, network_per_hour: null },
    }),
  })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
}

/** The address of an article of the demo site. */
export async function demoArticle(url: string): Promise<string> {
  const page = await (await fetch(url)).text()
  const slug = /\/sites\/demo\/articles\/([\w-]+)/.exec(page)?.[1]
  if (!slug) throw new Error('The front page names no article.')
  return `${url}${article}/${slug}`
}

let posted = 0

/** The entry in `failures` for a reader who was told to retry later. */
export const toldToRetry = '503 with Retry-After'

async function refusal(response: Response): Promise<string> {
  const text = await response.text()
  return response.status === 503 && response.headers.has('retry-after')
    ? toldToRetry
    : `${response.status}: ${text}`
}

/** Posts one comment with a solved sum. @throws Error when it was not accepted */
export async function postComment(articleUrl: string): Promise<Acknowledged> {
  const asked = await fetch(`${articleUrl}/challenge`)
  if (asked.status !== 200) throw new Error(await refusal(asked))
  const { token, question } = (await asked.json()) as { token: string; question: string }
  const number = posted++
  const startedAt = performance.now()
  const response = await fetch(`${articleUrl}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      author: `Reader ${number}`,
      body: plainText(number),
      captcha: { token, answer: solve(question) },
    }),
  })
  if (response.status !== 202) throw new Error(await refusal(response))
  const { id, receipt } = (await response.json()) as Acknowledged
  return { id, receipt, tookMs: performance.now() - startedAt }
}

export type Load = {
  acknowledged: Acknowledged[]
  /** What went wrong until it was stopped. */
  failures: string[]
  /** Waits for the requests under way. */
  stop(): Promise<void>
}

/** Readers who post one comment after the other, also while the service does not answer. */
export function startLoad(articleUrl: string, readers: number): Load {
  const load: Load = { acknowledged: [], failures: [], stop: async () => undefined }
  let stopped = false
  const post = async () => {
    while (!stopped) {
      try {
        load.acknowledged.push(await postComment(articleUrl))
      } catch (error) {
        load.failures.push((error as Error).message)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
  const all = Promise.all(Array.from({ length: readers }, post))
  load.stop = async () => {
    stopped = true
    await all
  }
  return load
}
