import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { TEST_CERTIFICATE } from '../../../rpc/test/support/certificate.ts'

/** What a node that runs would answer. */
export interface FakeAnswers {
  readonly genesisHash: string
  readonly version: string
  readonly headTime: number
  readonly peers: readonly { readonly peerId: string; readonly connected: boolean; readonly lastDisconnectReason?: string }[]
  readonly tls?: boolean
  /** Without it no call is answered. */
  readonly key?: string
  /** A call with a key, even an empty one, is not answered. */
  readonly isKeyless?: boolean
  /** What its status gives as reasons. */
  readonly reasons?: readonly string[]
  /** What it says of its modules: else it does not answer. */
  readonly modules?: readonly object[]
  readonly scheduled?: readonly object[]
  /** The members whom votes have left, from an epoch on: else it does not answer. */
  readonly epoch?: number
  readonly validators?: readonly object[]
  readonly observers?: readonly object[]
  readonly params?: object
}

/** Answers like a node, at one port for probe and RPC alike. */
export async function fakeNode(
  t: Test,
  { genesisHash, version, headTime, peers, tls = false, key, isKeyless = false, reasons = [], ...chain }: FakeAnswers,
): Promise<number> {
  const { modules, scheduled = [], epoch = 0, validators, observers = [], params } = chain
  const results: Readonly<Record<string, unknown>> = {
    node_info: { version, genesisHash, organization: 'bank-a' },
    node_status: { state: 'synced', height: 3, headTime, lag: 0, epoch: 0, view: 0, primary: 'bank-a', peers: peers.length, reasons },
    net_peers: { items: peers },
    ...(modules === undefined ? {} : { chain_getParams: { modules, params }, state_query: { value: { items: [], scheduled } } }),
    ...(validators === undefined
      ? {}
      : {
          consensus_getValidators: { epoch, items: validators },
          state_query: { value: { items: observers.map((record) => ({ record })), scheduled } },
        }),
  }
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('content-type', 'application/json')
    if (request.method === 'GET') return response.end(JSON.stringify({ ready: true, reasons: [], height: 3 }))
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) return response.writeHead(401).end('{}')
    if (isKeyless && request.headers.authorization !== undefined) return response.writeHead(401).end('{}')
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    return request.on('end', () =>
      response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: results[JSON.parse(body).method as string] })),
    )
  }
  const server = tls ? createSecureServer(TEST_CERTIFICATE, answer) : createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  t.teardown(() => server.close())
  return (server.address() as AddressInfo).port
}
