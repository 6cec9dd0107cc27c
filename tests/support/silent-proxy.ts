import { connect, createServer, type Socket } from 'node:net'

export type SilentProxy = {
  /** The target URL with the address of the proxy. */
  url: string
  /** Stops forwarding on all open connections without closing them. */
  silenceOpenOnes(): void
  /** If true, new connections are accepted and never answered. */
  isDead: boolean
  /** Closes new connections at once. */
  isClosed: boolean
  stop(): Promise<void>
}

/**
 * A TCP proxy that can go silent without closing connections, as happens when a server fails over, loses
 * power or is cut off from the network.
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
