import type { Hash } from '@hanse/primitives'
import { buildTransaction, createClient, generateKeyPair, type SignedTransaction, signTransaction } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'

const key = generateKeyPair()

async function transaction(expiresAtMs?: number): Promise<SignedTransaction> {
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1', reference: 'x' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  const unsigned = buildTransaction({ chain: CHAIN, sender: key.address, calls, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) })
  return await signTransaction(unsigned, [key])
}

const RECEIPT = { index: 0, outcome: 'success', events: [], height: 5, blockHash: CHAIN.genesisHash, timeMs: 1 } as const

type Answer = { readonly result: unknown } | { readonly error: object } | Error

function rpcError(code: number, name: string): Answer {
  return { error: { code, message: name, data: { code: name } } }
}

/** A node that answers by a script, the last answer for ever, and remembers what it was sent. */
function scripted(answers: readonly Answer[]): {
  readonly client: ReturnType<typeof createClient>
  readonly requests: { method: string; params: Record<string, unknown> }[]
} {
  const requests: { method: string; params: Record<string, unknown> }[] = []
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    const answer = answers[Math.min(requests.length, answers.length - 1)] as Answer
    requests.push(JSON.parse(String(init?.body)) as { method: string; params: Record<string, unknown> })
    if (answer instanceof Error) throw answer
    return new Response(JSON.stringify({ jsonrpc: '2.0', id: 1, ...answer }))
  }
  return { client: createClient({ url: 'http://127.0.0.1:1', fetch: fetch as typeof globalThis.fetch }), requests }
}

test('whatever is lost on the way is sent again: the same bytes, until there is a receipt', async (t) => {
  const signed = await transaction()
  const success = { result: { ...RECEIPT, txId: signed.hash } }
  const { client, requests } = scripted([
    new TypeError('fetch failed'),
    rpcError(-32002, 'node/syncing'),
    rpcError(4, 'tx/wait-timed-out'),
    rpcError(-32005, 'node/busy'),
    rpcError(-32005, 'rpc/request-timed-out'),
    rpcError(1000, 'pool/full'),
    rpcError(-32603, 'rpc/internal'),
    success,
  ])
  t.match(await client.sendAndWait(signed), { txId: signed.hash, height: 5 })
  t.equal(requests.length, 8)
  for (const { method, params } of requests) {
    t.equal(method, 'tx_sendAndWait')
    t.equal(params['raw'], signed.raw)
  }
})

test('what was decided is not asked again', async (t) => {
  const signed = await transaction()
  const rows: readonly (readonly [number, string])[] = [
    [1010, 'tx/bad-signature'],
    [1002, 'pool/expired'],
    [1005, 'pool/wrong-chain'],
    [1016, 'organizations/unknown-operator'],
    [-32602, 'rpc/bad-params'],
  ]
  for (const [code, name] of rows) {
    const { client, requests } = scripted([rpcError(code, name)])
    await t.rejects(client.sendAndWait(signed), { code, data: { code: name } }, name)
    t.equal(requests.length, 1, name)
  }
})

test('a refusal after an attempt that nobody answered does not tell what became of that one', async (t) => {
  const signed = await transaction()
  const refusal = rpcError(1016, 'organizations/unknown-operator')
  const open = scripted([new TypeError('terminated'), refusal])
  await t.rejects(open.client.sendAndWait(signed), {
    ...{ name: 'NotFinalInTime', txHash: signed.hash, raw: signed.raw },
    cause: { rejection: { code: 'organizations/unknown-operator' } },
  })
  t.equal(open.requests.length, 2)
  const never = scripted([rpcError(1000, 'pool/full'), rpcError(-32002, 'node/syncing'), refusal])
  await t.rejects(never.client.sendAndWait(signed), { name: 'HanseRpcError', code: 1016 }, 'no attempt was taken')
  const expired = scripted([new TypeError('terminated'), rpcError(1002, 'pool/expired')])
  await t.rejects(
    expired.client.sendAndWait(signed),
    { name: 'HanseRpcError', code: 1002 },
    'what has expired in no block never will be in one',
  )
  const receipt = { ...RECEIPT, txId: signed.hash, outcome: 'rejected', code: 'settlement/insufficient-funds', callIndex: 0 }
  const rejected = scripted([new TypeError('terminated'), { result: receipt }])
  await t.rejects(rejected.client.sendAndWait(signed), { name: 'HanseRpcError', code: -32003 }, 'a receipt is the last word')
})

test('a rejected receipt is an error, however the node gives it', async (t) => {
  const signed = await transaction()
  const receipt = { ...RECEIPT, txId: signed.hash, outcome: 'rejected', code: 'settlement/insufficient-funds', callIndex: 0 }
  const asError = scripted([{ error: { code: -32003, message: 'no', data: { code: receipt.code, receipt } } }])
  await t.rejects(asError.client.sendAndWait(signed), { code: -32003, receipt, rejection: { code: receipt.code, path: 'calls.0' } })
  const asResult = scripted([{ result: receipt }])
  await t.rejects(asResult.client.waitForReceipt(signed.hash), {
    code: -32003,
    receipt,
    data: { txHash: signed.hash },
  })
  t.equal(asResult.requests[0]?.method, 'tx_waitForReceipt')
})

test('a refusal by a module of one’s own has the words of the node’s module, or none', async (t) => {
  const signed = await transaction()
  const receipt = { ...RECEIPT, txId: signed.hash, outcome: 'rejected', code: 'loyalty/too-many', callIndex: 0 }
  const rejections = [{ code: 'loyalty/too-many', meaning: 'more than an account holds', hint: 'Give fewer.' }]
  const told = scripted([{ result: receipt }, { result: { 'x-modules': [{ name: 'settlement' }, { name: 'loyalty', rejections }] } }])
  await t.rejects(told.client.waitForReceipt(signed.hash), {
    message: 'rejected at height 5: more than an account holds',
    rejection: { code: 'loyalty/too-many', hint: 'Give fewer.' },
  })
  t.same(
    told.requests.map(({ method }) => method),
    ['tx_waitForReceipt', 'rpc.discover'],
  )
  for (const answer of [
    { result: [] },
    { result: { 'x-modules': [{ rejections: [{ code: receipt.code }] }] } },
    { error: { code: -32601, message: 'no', data: {} } },
  ]) {
    await t.rejects(scripted([{ result: receipt }, answer]).client.waitForReceipt(signed.hash), {
      message: 'rejected at height 5: loyalty/too-many',
    })
  }
})

test('a time-out tells the hash', async (t) => {
  const signed = await transaction()
  const { client, requests } = scripted([rpcError(4, 'tx/wait-timed-out')])
  await t.rejects(client.sendAndWait(signed, { timeoutMs: 1_500 }), {
    name: 'NotFinalInTime',
    txHash: signed.hash,
    rejection: { code: 'tx/wait-timed-out' },
  })
  t.ok(requests.length >= 2)
  await t.rejects(client.waitForReceipt(`0x${'ab'.repeat(32)}` as Hash, { timeoutMs: 50 }), {
    name: 'NotFinalInTime',
    txHash: `0x${'ab'.repeat(32)}`,
  })
})

test('nobody is asked for longer than is left, nor for longer than a node waits', async (t) => {
  const signed = await transaction()
  const success = { result: { ...RECEIPT, txId: signed.hash } }
  const short = scripted([success])
  await short.client.sendAndWait(signed, { timeoutMs: 700 })
  t.ok((short.requests[0]?.params['timeoutMs'] as number) <= 700)
  const long = scripted([success])
  await long.client.sendAndWait(signed, { timeoutMs: 3_600_000 })
  t.equal(long.requests[0]?.params['timeoutMs'], 30_000)
})

test('nothing is sent for long after its expiry', async (t) => {
  const expired = await transaction(Date.now() - 60_000)
  const { client, requests } = scripted([new TypeError('fetch failed')])
  await t.rejects(client.sendAndWait(expired, { timeoutMs: 600_000 }), { name: 'NotFinalInTime' })
  t.equal(requests.length, 1)
})

test('a caller can stop waiting', async (t) => {
  const signed = await transaction()
  const controller = new AbortController()
  const { client } = scripted([new TypeError('fetch failed')])
  const pending = client.sendAndWait(signed, { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('enough')), 50)
  await t.rejects(pending, { message: 'enough' })
})
