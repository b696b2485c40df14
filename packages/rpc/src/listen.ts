import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { RpcListenFailure } from './listen-failure.ts'

/** The port it listens on. @throws RpcListenFailure */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') {
      const hint = 'Stop what listens there, or configure another port.'
      throw new RpcListenFailure(`port ${port} on ${host} is taken`, { code: 'rpc/port-taken', hint, cause: error })
    }
    const reason = error instanceof Error ? error.message : String(error)
    const hint = 'Check host and port in the configuration.'
    throw new RpcListenFailure(`cannot listen on ${host}:${port}: ${reason}`, { code: 'rpc/listen', hint, cause: error })
  }
  return (app.server.address() as AddressInfo).port
}
