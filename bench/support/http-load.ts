import { connect, type Socket } from 'node:net'

export type Answer = { status: number; body: string; latencyMs: number }

/**
 * Sends prepared requests over keep-alive connections, each as soon as the one before it on its
 * connection is answered. Lean on purpose: client and server share the processors.
 * @returns the answers in the order of the requests, and the time from first to last
 */
export async function sendAll(
  url: string,
  requests: readonly Buffer[],
  connections: number,
): Promise<{ answers: Answer[]; seconds: number }> {
  const answers: Answer[] = []
  let next = 0
  const startedAt = performance.now()
  const sendNext = async (connection: Connection) => {
    for (let at = next++; at < requests.length; at = next++)
      answers[at] = await connection.exchange(requests[at] as Buffer)
    connection.close()
  }
  const open = Array.from({ length: connections }, () => openConnection(url))
  await Promise.all((await Promise.all(open)).map(sendNext))
  return { answers, seconds: (performance.now() - startedAt) / 1000 }
}

export type Connection = {
  /** A server closes a connection that was idle for seconds. */
  isOpen(): boolean
  exchange(request: Buffer): Promise<Answer>
  close(): void
}

/** One keep-alive connection that carries one request at a time. */
export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  return {
    isOpen: () => socket.writable,
    exchange: (request) => exchange(socket, request),
    close: () => socket.destroy(),
  }
}

function exchange(socket: Socket, request: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sentAt = performance.now()
    let received: Buffer = Buffer.alloc(0)
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const answer = readAnswer(received)
      if (!answer) return
      finish()
      resolve({ ...answer, latencyMs: performance.now() - sentAt })
    }
    const onEnd = () => {
      finish()
      reject(new Error('The server closed the connection.'))
    }
    const finish = () => {
      socket.off('data', onData)
      socket.off('close', onEnd)
      socket.off('error', onEnd)
    }
    socket.on('data', onData)
    socket.on('close', onEnd)
    socket.on('error', onEnd)
    socket.write(request)
  })
}

/** Both servers measured here send a length with every body. */
function readAnswer(received: Buffer): { status: number; body: string } | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const head = received.toString('latin1', 0, headEnd)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const bodyStart = headEnd + 4
  if (received.length < bodyStart + length) return undefined
  return {
    status: Number(head.slice(9, 12)),
    body: received.toString('utf8', bodyStart, bodyStart + length),
  }
}

export const getRequest = (path: string): Buffer =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)

export function postRequest(path: string, body: object): Buffer {
  const json = JSON.stringify(body)
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}`
  return Buffer.from(`${head}\r\n\r\n${json}`)
}

/** @throws Error unless every answer has that status */
export function expectStatus(answers: readonly Answer[], status: number): void {
  const other = answers.find((answer) => answer.status !== status)
  if (other) throw new Error(`${other.status} instead of ${status}: ${other.body}`)
}
