import { createClient, HanseError, HanseRpcError, isPassing } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'

type Reply = (request: { readonly method: string; readonly params: unknown }) => Response | Promise<Response>

const URL_OF_NODE = 'http://127.0.0.1:1'

function json(value: object, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
}

const result = (value: unknown): Response => json({ jsonrpc: '2.0', id: 1, result: value })

/** A client whose node is a function. */
function clientOf(reply: Reply, more: { readonly genesisHash?: `0x${string}` } = {}): ReturnType<typeof createClient> {
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted()
    return await reply(JSON.parse(String(init?.body)) as { method: string; params: unknown })
  }
  return createClient({ url: URL_OF_NODE, fetch: fetch as typeof globalThis.fetch, ...more })
}

test('a call is one JSON-RPC request with named params', async (t) => {
  const requests: object[] = []
  const client = clientOf((request) => {
    requests.push(request)
    return result(7)
  })
  t.equal(await client.call('chain_getHeight'), 7)
  t.equal(await client.callRaw('my_method', { a: [1] }), 7)
  await client.query('settlement', 'balance', { partyId: 'bank-a', currency: 'CNY' }, { height: 5 })
  t.same(requests, [
    { jsonrpc: '2.0', id: 1, method: 'chain_getHeight', params: {} },
    { jsonrpc: '2.0', id: 1, method: 'my_method', params: { a: [1] } },
    {
      ...{ jsonrpc: '2.0', id: 1, method: 'state_query' },
      params: { module: 'settlement', query: 'balance', args: { partyId: 'bank-a', currency: 'CNY' }, height: 5 },
    },
  ])
})

test('an error reply keeps number, code, hint and path', async (t) => {
  const data = { code: 'rpc/bad-params', hint: 'see the schema', docs: 'docs/errors.md#rpc-bad-params', path: 'height' }
  const client = clientOf(() => json({ jsonrpc: '2.0', id: 1, error: { code: -32602, message: 'no', data } }))
  const error = await client.call('chain_getHeight').catch((caught: unknown) => caught)
  t.ok(error instanceof HanseRpcError && error instanceof HanseError)
  t.match(error, { name: 'HanseRpcError', message: 'no', code: -32602, data, method: 'chain_getHeight' })
  t.match(error, { rejection: { code: 'rpc/bad-params', message: 'no', hint: 'see the schema', path: 'height' } })
  t.notOk(isPassing(error))
})

test('a rejection by a module is told in its words, with the receipt', async (t) => {
  const receipt = {
    txId: CHAIN.genesisHash,
    index: 0,
    outcome: 'rejected',
    code: 'settlement/insufficient-funds',
    callIndex: 0,
    reason: 'AM04',
    events: [],
    height: 9,
  }
  const error = { code: -32003, message: 'rejected', data: { code: receipt.code, hint: 'of the server', receipt } }
  const client = clientOf(() => json({ jsonrpc: '2.0', id: 1, error }))
  const caught = await client.call('chain_getHeight').catch((thrown: unknown) => thrown)
  if (!(caught instanceof HanseRpcError)) throw caught
  t.same(caught.receipt, receipt)
  t.match(caught.message, /^rejected at height 9: /)
  t.match(caught.rejection, { code: 'settlement/insufficient-funds', path: 'calls.0', reason: 'AM04' })
  t.not(caught.rejection.hint, 'of the server')
  t.not(caught.message, 'rejected at height 9: settlement/insufficient-funds', 'the table has words for it')
})

test('a rejection by a module of one’s own is told in the words that the node has of it', async (t) => {
  const receipt = { txId: CHAIN.genesisHash, index: 0, outcome: 'rejected', code: 'loyalty/too-many', callIndex: 0, events: [], height: 9 }
  const data = { code: receipt.code, meaning: 'more than an account holds', hint: 'Give fewer.', receipt }
  const client = clientOf(() => json({ jsonrpc: '2.0', id: 1, error: { code: -32003, message: 'rejected', data } }))
  await t.rejects(client.call('chain_getHeight'), {
    message: 'rejected at height 9: more than an account holds',
    rejection: { code: 'loyalty/too-many', hint: 'Give fewer.', path: 'calls.0' },
  })
})

test('what is no JSON-RPC reply is told apart from what is not there', async (t) => {
  const rows: readonly (readonly [string, Reply, string, boolean])[] = [
    ['a gateway without its node', () => new Response('<html>', { status: 502 }), 'sdk/unreachable', true],
    ['a gateway that did not read in time', () => new Response('<html>', { status: 408 }), 'sdk/unreachable', true],
    ['a gateway that gets too much', () => new Response('slow down', { status: 429 }), 'sdk/unreachable', true],
    ['a gateway that does not like the request', () => new Response('<html>', { status: 400 }), 'sdk/bad-reply', false],
    [
      'a node that was too busy to read',
      () => json({ error: { code: -32005, message: '', data: { code: 'rpc/request-timed-out' } } }),
      'rpc/request-timed-out',
      true,
    ],
    ['a web page', () => new Response('<html>'), 'sdk/bad-reply', false],
    ['a JSON text', () => json([1]), 'sdk/bad-reply', false],
    ['an object of something else', () => json({ hello: 1 }), 'sdk/bad-reply', false],
    ['nobody', () => Promise.reject(new TypeError('fetch failed')), 'sdk/unreachable', true],
    ['an error without anything', () => json({ error: 'no' }), 'rpc/unknown-error', false],
  ]
  for (const [name, reply, code, passing] of rows) {
    const error = await clientOf(reply)
      .call('node_status')
      .catch((caught: unknown) => caught)
    t.match(error, { rejection: { code } }, name)
    t.equal(isPassing(error), passing, `${name}: asking again ${passing ? 'may help' : 'is of no use'}`)
  }
})

test('a call ends in time, and when its caller says so', async (t) => {
  const never = async (_url: unknown, init?: RequestInit): Promise<Response> =>
    await new Promise((_resolve, reject) => {
      // AbortSignal.timeout does not keep the process alive; a socket would.
      const socket = setTimeout(() => undefined, 10_000)
      init?.signal?.addEventListener('abort', () => {
        clearTimeout(socket)
        reject(init.signal?.reason as Error)
      })
    })
  const client = createClient({ url: URL_OF_NODE, fetch: never as typeof fetch })
  await t.rejects(client.call('node_status', {}, { timeoutMs: 20 }), { name: 'HanseError', rejection: { code: 'sdk/call-timed-out' } })
  const controller = new AbortController()
  const pending = client.call('node_status', {}, { signal: controller.signal })
  controller.abort(new Error('enough'))
  await t.rejects(pending, { message: 'enough' })
})

test('the chain is hashed here, asked for once, and compared with the pinned hash', async (t) => {
  let asked = 0
  let claimed: string = CHAIN.genesisHash
  const serve: Reply = ({ method }) => {
    if (method === 'node_info') return result({ genesisHash: claimed })
    asked += 1
    return result({ genesis: CHAIN.genesis, genesisHash: `0x${'77'.repeat(32)}` })
  }
  const client = clientOf(serve)
  t.equal((await client.chain()).genesisHash, CHAIN.genesisHash, 'what the node says of the hash does not count')
  await client.chain()
  t.equal(asked, 1)
  t.equal((await clientOf(serve, { genesisHash: CHAIN.genesisHash }).chain()).genesisHash, CHAIN.genesisHash)
  const other = `0x${'00'.repeat(32)}` as const
  const pinned = clientOf(serve, { genesisHash: other })
  await t.rejects(pinned.chain(), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } })
  await t.rejects(pinned.call('chain_getHeight'), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } })
  await t.rejects(pinned.settlement.query.currencies({}), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } })
  claimed = other
  await t.rejects(pinned.chain(), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } }, 'a node that lies about its hash')
  const changed = { ...CHAIN.genesis, validators: CHAIN.genesis.validators.slice(1) }
  await t.rejects(clientOf(() => result({ genesis: changed })).chain(), { name: 'HanseError', rejection: { code: 'sdk/bad-genesis' } })
})

test('a failed look at the chain is not remembered', async (t) => {
  let fails = true
  const client = clientOf(() => {
    if (fails) throw new TypeError('fetch failed')
    return result({ genesis: CHAIN.genesis })
  })
  await t.rejects(client.chain(), { name: 'HanseError', rejection: { code: 'sdk/unreachable' } })
  fails = false
  t.equal((await client.chain()).genesisHash, CHAIN.genesisHash)
})

test('headers go along, for keys of organizations', async (t) => {
  let seen: Headers | undefined
  const fetch = (async (_url: unknown, init?: RequestInit) => {
    seen = new Headers(init?.headers)
    return result(1)
  }) as typeof globalThis.fetch
  await createClient({ url: URL_OF_NODE, fetch, headers: { authorization: 'Bearer key' } }).call('chain_getHeight')
  t.equal(seen?.get('authorization'), 'Bearer key')
  t.equal(seen?.get('content-type'), 'application/json')
})
