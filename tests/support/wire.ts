import { request } from 'node:http'

export type WireRequest = {
  method?: string
  /** Sent as it is, percent signs and all. */
  path: string
  headers?: Record<string, string | string[]>
  body?: Buffer | string | undefined
}

export type WireAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  milliseconds: number
}

/** Sends bytes that no decent client would send; `fetch` repairs or refuses too much. */
export function sendOnWire(baseUrl: string, wanted: WireRequest): Promise<WireAnswer> {
  const { hostname, port } = new URL(baseUrl)
  const body = wanted.body === undefined ? undefined : Buffer.from(wanted.body)
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        method: wanted.method ?? 'GET',
        path: wanted.path,
        headers: { ...(body ? { 'content-length': body.length } : {}), ...wanted.headers },
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString(),
            milliseconds: performance.now() - startedAt,
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
