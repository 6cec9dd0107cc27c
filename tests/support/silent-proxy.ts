import { connect, createServer, type Socket } from 'node:net'

export type SilentProxy = {
  /** The given address, by way of the proxy. */
  url: string
  /** Nothing passes any more on the connections that are open, and nothing closes them. */
  silenceOpenOnes(): void
  /** Whether new connections are taken and never answered. */
  isDead: boolean
  /** Whether new connections are closed at once. */
  isClosed: boolean
  stop(): Promise<void>
}

/**
 * Stands between the service and a server and can go silent without a word, as the way to a server
 * does that was failed over, cut off or lost its power.
 */
export async function startSilentProxy(target: string): Promise<SilentProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    keep(near)
    if (proxy.isClosed) near.destroy()
    if (proxy.isClosed || proxy.isDead) return
    const far = connect(Number(port), hostname)
    keep(far)
    near.pipe(far).pipe(near)
  })
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.host = `127.0.0.1:${(server.address() as { port: number }).port}`
  const proxy: SilentProxy = {
    url: url.href,
    isDead: false,
    isClosed: false,
    silenceOpenOnes: () => {
      for (const socket of open) socket.unpipe().pause()
    },
    stop: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}
