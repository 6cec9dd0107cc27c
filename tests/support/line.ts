import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Line = {
  /** The same service, over a line that can be cut. */
  url: string
  /** Cuts every connection and takes no new one until `mend`. */
  cut(): void
  mend(): void
  stop(): Promise<void>
}

/** A line to a service on this machine. */
export async function openLine(serviceUrl: string): Promise<Line> {
  const { hostname, port } = new URL(serviceUrl)
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true
      cutAll()
    },
    mend: () => {
      isCut = false
    },
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      cutAll()
      return closed
    },
  }
}
