import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  method: string
  /** Path and query. */
  path: string
  headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it as the service would
  body: any
}

type Answering = (response: ServerResponse, asked: Asked) => void

export type ExternalService = {
  /** Host and port, as EXTERNAL_SCORER_HOSTS names it. */
  host: string
  url: string
  /** What it was asked, in order. */
  asked: Asked[]
  /** How it answers from now on. */
  answer(how: Answering): void
  close(): Promise<void>
}

export const json =
  (body: unknown, status = 200): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

/** A reply of comments:analyze with these values. */
export const perspectiveReply = (values: Record<string, number>) => ({
  attributeScores: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { spanScores: [], summaryScore: { value, type: 'PROBABILITY' } },
    ]),
  ),
  languages: ['en'],
})

/** A reply of moderations with these values. */
export const openaiReply = (values: Record<string, number>) => ({
  id: 'modr-1',
  model: 'omni-moderation-latest',
  results: [{ flagged: true, categories: {}, category_scores: values }],
})

/** Someone else's scoring service on this machine; it answers 503 until it is told how. */
export async function startExternalService(): Promise<ExternalService> {
  const asked: Asked[] = []
  let answering = json({}, 503)
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, body: text ? JSON.parse(text) : undefined }
    asked.push(one)
    answering(response, one)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}`,
    asked,
    answer: (how) => {
      answering = how
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
