import { solve } from '../../tests/support/solve'
import type { commentOf } from './comments'
import { expectStatus, getRequest, postRequest, sendAll } from './http-load'
import type { Place } from './place'

const connections = 16

/**
 * Requests that post comments, each with a sum of its own. Sums are fetched and solved before any
 * clock runs, as a reader's are.
 */
export async function solvedPosts(
  server: { url: string },
  { site, article }: Place,
  comments: readonly ReturnType<typeof commentOf>[],
): Promise<Buffer[]> {
  const path = `/api/v1/sites/${site.slug}/articles/${article.slug}`
  const ask = comments.map(() => getRequest(`${path}/challenge`))
  const { answers } = await sendAll(server.url, ask, connections)
  expectStatus(answers, 200)
  return comments.map((comment, index) => {
    const { token, question } = JSON.parse(answers[index]?.body ?? '')
    const captcha = { token, answer: solve(question) }
    return postRequest(`${path}/comments`, { ...comment, captcha })
  })
}
