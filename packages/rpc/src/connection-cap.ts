import type { Server, Socket } from 'node:net'
import { isLoopbackAddress } from './rate-limit.ts'

/** Ends what one remote address opens beyond `max` connections, before a byte of it is read: so that it cannot take everybody's. */
export function capConnectionsPerClient(server: Pick<Server, 'on'>, max: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress
    if (address === undefined || isLoopbackAddress(address)) return
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    if (count > max) socket.destroy()
  })
}
