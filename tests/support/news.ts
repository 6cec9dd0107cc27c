import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Client } from './console'

export type Change = {
  id: string
  type: string
  status: string | null
  version: number | null
  into: string[]
  by: string
  isMine: boolean
}

export type News = {
  counts: Record<string, number>
  isTooMuch: boolean
  changes: Change[]
  claims: { id: string; by: string }[]
}

type Heard = {
  /** Resolves with the first news, heard already or to come, that fits. */
  until(condition: (news: News) => boolean): Promise<News>
  /** Where the stream was read to. */
  place(): string
  /** Once it has ended. */
  ended: Promise<void>
  close(): void
}

/** Reads the stream of news as a browser does. */
export async function hearNews(
  url: string,
  client: Client,
  { query = '', place = '' }: { query?: string; place?: string } = {},
): Promise<Heard> {
  const cut = new AbortController()
  const cookie = Array.from(client.cookies, (pair) => pair.join('=')).join('; ')
  const response = await fetch(`${url}/console/events${query}`, {
    headers: { cookie, ...(place === '' ? {} : { 'last-event-id': place }) },
    signal: cut.signal,
  })
  if (!response.headers.get('content-type')?.includes('text/event-stream'))
    throw new Error(`No news: ${response.status}`)
  const heard: News[] = []
  const waiting = new Set<() => void>()
  let id = place
  const read = async () => {
    const input = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    for await (const line of createInterface({ input })) {
      if (line.startsWith('id: ')) id = line.slice('id: '.length)
      if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice('data: '.length)))
      for (const look of waiting) look()
    }
  }
  return {
    ended: read().catch(() => {}),
    close: () => cut.abort(),
    place: () => id,
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find(condition)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** Whether news tell of a comment. */
export const tellsOf =
  (id: string) =>
  ({ changes }: News): boolean =>
    changes.some((one) => one.id === id)
