import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { type NodeEndpoints, operatorKey, rpcUrl, runningPid } from '@hanse/devnet'
import { bytesToHex, concatBytes, type Hex, hexToBytes } from '@hanse/primitives'
import {
  addressOfPublicKey,
  type Chain,
  encodeTransaction,
  KEY_ALGORITHM,
  type TransactionBody,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import { buildTransaction, signTransaction } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { clientOf, signedTransfer } from './support/client.ts'
import { headOf, nodeOf, startTestNetwork, until } from './support/test-network.ts'

interface RpcError {
  readonly code: number
  readonly message: string
  readonly data: { readonly code: string; readonly hint?: string; readonly docs: string; readonly path?: string; readonly receipt?: object }
}

interface Reply {
  readonly id: unknown
  readonly result?: unknown
  readonly error?: RpcError
}

interface Expected {
  readonly number: number
  readonly code: string
  readonly path?: string
}

type Post = (body: string | Uint8Array, headers?: Readonly<Record<string, string>>) => Promise<Reply>

test('what is wrong with a request is told by code, hint and path, and harms nobody', { timeout: 180_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const node = nodeOf(devnet, 'core-firm')
  const chain = await clientOf(node).chain()
  const pid = runningPid(devnet, node.name)
  const before = await balances(node)
  const post = postTo(node)

  await t.test('what is no request', (t) => refusesBodies(t, post))
  await t.test('params that do not fit', (t) => refusesParams(t, post))
  await t.test('bytes that are no transaction for this chain', async (t) => refusesTransactions(t, post, await badTransactions(chain)))
  await t.test('what a module refuses is final, with a receipt', (t) => rejectsByModule(t, post, chain))
  await t.test('nothing of all this has moved any money', async (t) => t.strictSame(await balances(node), before))
  await t.test('the same bytes again are known, before and after they are final', (t) => knowsReplays(t, node, chain))

  t.equal(runningPid(devnet, node.name), pid, 'the process is the same')
  for (const { name } of devnet.nodes) t.match(await clientOf(nodeOf(devnet, name)).call('node_status'), { state: 'synced', peers: 3 })
  t.ok((await headOf(devnet.nodes)) > 1)
})

/** L of RFC 8032 §5.1, little-endian. */
const GROUP_ORDER = hexToBytes('0xedd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')

/** Over node:http: fetch would set its own Host header. */
function postTo(node: NodeEndpoints): Post {
  return (body, headers = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(rpcUrl(node), { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve(JSON.parse(text) as Reply))
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

function isExplained(t: Test, what: string, { error }: Reply, { number, code, path }: Expected): void {
  t.strictSame([error?.code, error?.data.code, error?.data.path], [number, code, path], `${what}: ${error?.message}`)
  t.ok((error?.data.hint ?? '').length > 5, `${what}: ${error?.data.hint}`)
  t.match(error?.data.docs, /^docs\/errors\.md#/)
  t.notMatch(error?.message, /\n|\.js:|\.ts:/, 'no stack')
}

async function refusesBodies(t: Test, post: Post): Promise<void> {
  const call = (more: object): string => JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'chain_getHeight', params: {}, ...more })
  const parseError = { number: -32700, code: 'json/malformed' }
  const invalid = { number: -32600, code: 'rpc/not-a-request' }
  const rows: readonly (readonly [string, string | Uint8Array, Expected, Readonly<Record<string, string>>?])[] = [
    ['nothing', '', parseError],
    ['half an object', call({}).slice(0, 20), parseError],
    [
      'invalid UTF-8',
      concatBytes(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"'), Uint8Array.of(0xff, 0xfe), Buffer.from('"}')),
      parseError,
    ],
    ['a text', '"chain_getHeight"', invalid],
    ['an empty batch', '[]', { number: -32600, code: 'rpc/empty-batch' }],
    ['another version', call({ jsonrpc: '1.0' }), { ...invalid, path: 'jsonrpc' }],
    ['an id that is an object', call({ id: {} }), { ...invalid, path: 'id' }],
    ['a method that is a number', call({ method: 5 }), { ...invalid, path: 'method' }],
    ['params that are a text', call({ params: 'all' }), { ...invalid, path: 'params' }],
    ['an unknown method', call({ method: 'eth_call' }), { number: -32601, code: 'rpc/unknown-method' }],
    ['a method of the prototype', call({ method: 'constructor' }), { number: -32601, code: 'rpc/unknown-method' }],
    ['a batch of 101', `[${Array.from({ length: 101 }, () => call({})).join()}]`, { number: -32005, code: 'rpc/batch-too-large' }],
    ['six megabytes', call({ params: { height: 'x'.repeat(6_000_000) } }), { number: -32005, code: 'rpc/request-too-large' }],
    ['another content type', call({}), { number: -32600, code: 'rpc/wrong-content-type' }, { 'content-type': 'text/plain' }],
    ['another host', call({}), { number: -32600, code: 'rpc/foreign-host' }, { host: 'evil.example' }],
  ]
  for (const [what, body, expected, headers] of rows) isExplained(t, what, await post(body, headers), expected)
  const nested = await post(`{"jsonrpc":"2.0","id":1,"method":"x","params":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)
  t.equal(nested.error?.code, -32700, `5,000 lists inside one another: ${nested.error?.message}`)
  const mixed = (await post(`[${call({ id: 'a' })},5,${call({ id: null, method: 'nope' })}]`)) as unknown as readonly Reply[]
  t.match(mixed, [
    { id: 'a', result: Number },
    { id: null, error: { code: -32600 } },
    { id: null, error: { code: -32601 } },
  ])
}

async function refusesParams(t: Test, post: Post): Promise<void> {
  const bad = (path: string): Expected => ({ number: -32602, code: 'rpc/bad-params', path })
  const transfer = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '1', reference: 'x' }
  const draft = (more: object) => ({
    sender: operatorKey('bank-a', 'maker').address,
    calls: [{ module: 'settlement', command: 'transfer', params: transfer, ...more }],
  })
  const rows: readonly (readonly [string, object, Expected])[] = [
    ['chain_getBlock', { height: -1 }, bad('height')],
    ['chain_getBlock', { height: 1.5 }, bad('height')],
    ['chain_getBlock', { height: 'newest' }, bad('height')],
    ['chain_getBlock', { hight: 1 }, bad('hight')],
    ['chain_getBlock', ['latest', 'ids', 3], bad('2')],
    ['chain_getHeader', { height: 1_000_000 }, { number: -32001, code: 'chain/unknown-block' }],
    ['tx_get', {}, bad('hash')],
    ['tx_get', { hash: '0x12' }, bad('hash')],
    ['tx_getReceipt', { hash: `0x${'AB'.repeat(32)}` }, bad('hash')],
    ['tx_send', { raw: 'cafe' }, bad('raw')],
    ['tx_send', { raw: '0xzz' }, bad('raw')],
    ['tx_send', { raw: 5 }, bad('raw')],
    ['tx_send', { raw: `0x${'00'.repeat(300_000)}` }, bad('raw')],
    ['tx_sendAndWait', { raw: '0x00', timeoutMs: 30_001 }, bad('timeoutMs')],
    ['tx_prepare', { sender: '0x12', calls: [] }, bad('sender')],
    ['tx_prepare', { ...draft({}), calls: [] }, bad('calls')],
    ['tx_prepare', draft({ params: { ...transfer, amount: 1 } }), bad('calls.0.params.amount')],
    ['tx_prepare', draft({ params: { ...transfer, amount: '-1' } }), bad('calls.0.params.amount')],
    ['tx_prepare', draft({ params: { ...transfer, more: 1 } }), bad('calls.0.params.more')],
    ['tx_prepare', draft({ module: 'casino' }), { number: -32602, code: 'tx/unknown-module', path: 'calls.0.module' }],
    ['tx_prepare', draft({ command: 'steal' }), { number: -32602, code: 'tx/unknown-command', path: 'calls.0.command' }],
    ['state_query', { module: 'casino', query: 'x', args: {} }, { number: -32602, code: 'query/unknown-module', path: 'module' }],
    ['state_query', { module: 'settlement', query: 'toString', args: {} }, { number: -32602, code: 'query/unknown-query', path: 'query' }],
    ['state_query', { module: 'settlement', query: 'balance', args: { partyId: 5, currency: 'CNY' } }, bad('args.partyId')],
    ['state_query', { module: 'settlement', query: 'balance', args: [] }, bad('args')],
    ['state_getProof', { key: '0x00', height: 1_000_000 }, { number: -32001, code: 'state/unknown-height', path: 'height' }],
  ]
  for (const [method, params, expected] of rows) {
    const reply = await post(JSON.stringify({ jsonrpc: '2.0', id: 'r-1', method, params }))
    t.equal(reply.id, 'r-1')
    isExplained(t, `${method} ${JSON.stringify(params).slice(0, 90)}`, reply, expected)
  }
}

type BadTransaction = readonly [what: string, raw: Uint8Array, expected: Expected]

function envelope(
  body: Uint8Array,
  ...parties: readonly (readonly [signer: ReturnType<typeof operatorKey>, shown?: Uint8Array])[]
): Uint8Array {
  const message = transactionSignBytes(transactionId(body))
  const signatures = parties.map(([signer, publicKey = signer.publicKey]) => {
    return { algorithm: KEY_ALGORITHM.ed25519, publicKey, signature: signer.sign(message) as Uint8Array }
  })
  return encodeTransaction(body, signatures)
}

/** The same signature with S + L in the place of S: the equation holds, and the bytes are others. */
function malleated(raw: Uint8Array): Uint8Array {
  const bytes = raw.slice()
  let carry = 0
  for (let index = 0; index < 32; index++) {
    const at = bytes.length - 32 + index
    const sum = (bytes[at] as number) + (GROUP_ORDER[index] as number) + carry
    bytes[at] = sum & 0xff
    carry = sum >> 8
  }
  return bytes
}

/** Key and R are the neutral element, S is zero. */
function smallOrder(body: (more: Partial<TransactionBody>) => Uint8Array): Uint8Array {
  const publicKey = new Uint8Array(32)
  publicKey[0] = 1
  const signature = new Uint8Array(64)
  signature[0] = 1
  const sender = addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey)
  return encodeTransaction(body({ sender }), [{ algorithm: KEY_ALGORITHM.ed25519, publicKey, signature }])
}

/** A good transfer, and what can be wrong with one before it is executed. */
async function badTransactions(chain: Chain): Promise<readonly BadTransaction[]> {
  const good = await signedTransfer(chain)
  const raw = hexToBytes(good.raw)
  const signer = operatorKey('bank-a', 'maker')
  const other = operatorKey('bank-b', 'maker')
  const body = (more: Partial<TransactionBody>): Uint8Array => transactionBodyCodec.encode({ ...good.body, ...more })
  const [call] = good.body.calls
  if (call === undefined) throw new Error('a transfer has a call')
  const withCall = (more: Partial<typeof call>): Uint8Array => envelope(body({ calls: [{ ...call, ...more }] }), [signer])
  const nowMs = Date.now()
  const wrongHash = `0x${'77'.repeat(32)}` as typeof chain.genesisHash
  const flipped = raw.slice()
  flipped[flipped.length - 1] = (flipped.at(-1) as number) ^ 1
  const unknownField = Uint8Array.of(0x78, 0x01)
  const stranger = operatorKey('nobody', 'maker')
  return [
    ['random bytes', new Uint8Array(randomBytes(200)), { number: 1007, code: 'encoding/malformed' }],
    ['the first half', raw.slice(0, 60), { number: 1007, code: 'encoding/malformed' }],
    ['an unknown field behind', concatBytes(raw, unknownField), { number: 1007, code: 'encoding/not-canonical' }],
    [
      'an unknown field in the body',
      envelope(concatBytes(good.bodyBytes, unknownField), [signer]),
      { number: 1007, code: 'encoding/not-canonical', path: 'body' },
    ],
    ['everything twice', concatBytes(raw, raw), { number: 1007, code: 'encoding/not-canonical' }],
    [
      'a varint longer than needed',
      concatBytes(Uint8Array.of(0x08, 0x81, 0x00), raw.slice(2)),
      { number: 1007, code: 'encoding/not-canonical' },
    ],
    [
      'a length of 2^31',
      concatBytes(raw.slice(0, 3), Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x08)),
      { number: 1007, code: 'encoding/malformed' },
    ],
    [
      'a length of 2^63',
      concatBytes(raw.slice(0, 3), new Uint8Array(9).fill(0xff), Uint8Array.of(0x7f)),
      { number: 1007, code: 'encoding/malformed' },
    ],
    [
      'a signature made anew by adding the order of the group',
      malleated(raw),
      { number: 1010, code: 'tx/bad-signature', path: 'signatures.0.signature' },
    ],
    [
      'a key of small order, under which a signature fits every text',
      smallOrder(body),
      { number: 1010, code: 'tx/bad-signature', path: 'signatures.0.signature' },
    ],
    ['a signature with a bit turned', flipped, { number: 1010, code: 'tx/bad-signature', path: 'signatures.0.signature' }],
    [
      'somebody else’s signature',
      envelope(good.bodyBytes, [other, signer.publicKey]),
      { number: 1010, code: 'tx/bad-signature', path: 'signatures.0.signature' },
    ],
    ['somebody else’s key', envelope(good.bodyBytes, [other]), { number: 1011, code: 'tx/wrong-key', path: 'signatures.0.publicKey' }],
    [
      'one signature too many',
      envelope(good.bodyBytes, [signer], [other]),
      { number: 1009, code: 'tx/signature-count', path: 'signatures' },
    ],
    [
      'a co-signer who did not sign',
      envelope(body({ coSigners: [other.address] }), [signer]),
      { number: 1009, code: 'tx/signature-count', path: 'signatures' },
    ],
    ['another chain id', envelope(body({ chainId: 1 }), [signer]), { number: 1005, code: 'pool/wrong-chain', path: 'body.chainId' }],
    [
      'another genesis',
      envelope(body({ genesisHash: wrongHash }), [signer]),
      { number: 1005, code: 'pool/wrong-chain', path: 'body.genesisHash' },
    ],
    [
      'expired',
      envelope(body({ expiresAtMs: nowMs - 60_000 }), [signer]),
      { number: 1002, code: 'pool/expired', path: 'body.expiresAtMs' },
    ],
    [
      'an expiry next year',
      envelope(body({ expiresAtMs: nowMs + 4e10 }), [signer]),
      { number: 1003, code: 'pool/expiry-too-far', path: 'body.expiresAtMs' },
    ],
    ['an unknown module', withCall({ module: 'casino' }), { number: 1014, code: 'tx/unknown-module', path: 'body.calls.0.module' }],
    ['an unknown command', withCall({ command: 'steal' }), { number: 1015, code: 'tx/unknown-command', path: 'body.calls.0.command' }],
    [
      'params of something else',
      withCall({ params: Uint8Array.of(8, 1) }),
      { number: 1007, code: 'encoding/bad-field', path: 'body.calls.0.params.from' },
    ],
    [
      'a sequence out of turn',
      envelope(body({ sequence: 1_000_000 }), [signer]),
      { number: 1013, code: 'tx/bad-sequence', path: 'body.sequence' },
    ],
    [
      'a sender that nobody knows',
      envelope(body({ sender: stranger.address }), [stranger]),
      { number: 1016, code: 'organizations/unknown-operator' },
    ],
  ]
}

async function refusesTransactions(t: Test, post: Post, rows: readonly BadTransaction[]): Promise<void> {
  for (const method of ['tx_send', 'tx_sendAndWait']) {
    for (const [what, raw, expected] of rows) {
      const reply = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { raw: bytesToHex(raw) } }))
      isExplained(t, `${method}, ${what}`, reply, expected)
    }
  }
}

async function rejectsByModule(t: Test, post: Post, chain: Chain): Promise<void> {
  const raw = await overdraft(chain)
  const send = async (): Promise<Reply> => await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tx_sendAndWait', params: { raw } }))
  const reply = await send()
  isExplained(t, 'an overdraft', reply, { number: -32003, code: 'settlement/insufficient-funds', path: 'calls.0' })
  t.match(reply.error?.data.receipt, { outcome: 'rejected', code: 'settlement/insufficient-funds', height: Number })
  t.strictSame((await send()).error?.data.receipt, reply.error?.data.receipt, 'sent again, the receipt is the same')
}

async function overdraft(chain: Chain): Promise<Hex> {
  const signer = operatorKey('bank-a', 'maker')
  const params = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '999999999999', reference: 'too much' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  return (await signTransaction(buildTransaction({ chain, sender: signer.address, calls }), [signer])).raw
}

async function knowsReplays(t: Test, node: NodeEndpoints, chain: Chain): Promise<void> {
  const client = clientOf(node)
  const transaction = await signedTransfer(chain, { expiresAtMs: Date.now() + 2_000 })
  t.strictSame(await client.send(transaction), { hash: transaction.hash, known: false })
  t.strictSame(await client.send(transaction), { hash: transaction.hash, known: true })
  const receipt = await client.waitForReceipt(transaction.hash)
  t.strictSame(await client.send(transaction), { hash: transaction.hash, known: true })
  t.strictSame(await client.sendAndWait(transaction), receipt, 'the receipt is the first one’s')
  await until('it has expired', 10_000, async () => {
    return (await client.call('node_status')).headTime > transaction.body.expiresAtMs + 1_000 ? true : undefined
  })
  t.strictSame(await client.send(transaction), { hash: transaction.hash, known: true }, 'also when it has expired since')
}

async function balances(node: NodeEndpoints): Promise<readonly unknown[]> {
  const ask = async (partyId: string) => (await clientOf(node).query('settlement', 'balance', { partyId, currency: 'CNY' })).value
  return [await ask('bank-a'), await ask('bank-b')]
}
