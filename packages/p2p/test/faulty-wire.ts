import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP relay to `targetPort` whose wire can be cut without a word to either end. */
export interface FaultyWire {
  readonly address: string
  /** Bytes are held back, connections stay open, new ones get no answer. */
  cut(): void
  mend(): void
  /** What was held back is dropped for good: TCP would see such a connection as open for many minutes. */
  close(): void
}

export async function createFaultyWire(targetPort: number): Promise<FaultyWire> {
  const sockets = new Set<Socket>()
  let isCut = false

  function join(from: Socket, to: Socket): void {
    sockets.add(from)
    from.on('error', () => undefined)
    from.on('close', () => {
      sockets.delete(from)
      if (!isCut) to.destroy()
    })
    from.pipe(to, { end: false })
    if (isCut) from.pause()
  }

  const server: Server = createServer((inbound) => {
    const outbound = connect(targetPort, '127.0.0.1')
    join(inbound, outbound)
    join(outbound, inbound)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    cut() {
      isCut = true
      for (const socket of sockets) socket.pause()
    },
    mend() {
      isCut = false
      for (const socket of sockets) socket.resume()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
