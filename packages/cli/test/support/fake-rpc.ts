import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from '@hanse/protocol'
import type { Test } from 'tap'

export type RpcParams = Readonly<Record<string, never>>

/** A node that answers as the test says; without an answer the connection breaks. */
export async function fakeRpc(t: Test, answer: (method: string, params: RpcParams) => Json | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { id, method, params } = JSON.parse(Buffer.concat(chunks).toString()) as { id: number; method: string; params: RpcParams }
      const result = answer(method, params)
      if (result === undefined) response.destroy()
      else response.end(JSON.stringify({ jsonrpc: '2.0', id, result }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
