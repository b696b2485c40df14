import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type HanseClient, readSignedTransaction } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { CHAIN, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { type RunningSoloNode, SoloNode, serve } from '../../node/test/support/solo-node.ts'

const { genesisHash } = CHAIN
const maker = operatorKey('bank-a', 'maker')
const PAYMENT = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '7', reference: 'once' } as const
const NOWHERE = 'http://127.0.0.1:9'

interface Seen {
  readonly url: string
  readonly method: string
  readonly raw?: string
}

/** A network between the client and the nodes that can lose what it carries, on either way. It remembers what was asked of whom. */
function network(lose: (seen: Seen, count: number) => 'request' | 'answer' | object | undefined): {
  readonly fetch: typeof globalThis.fetch
  readonly seen: Seen[]
} {
  const seen: Seen[] = []
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    const { method, params } = JSON.parse(String(init?.body)) as { method: string; params: { readonly raw?: string } }
    const one: Seen = { url: String(url), method, ...(params.raw === undefined ? {} : { raw: params.raw }) }
    seen.push(one)
    const lost = lose(one, seen.filter((other) => other.method === method).length)
    if (typeof lost === 'object') return new Response(JSON.stringify({ jsonrpc: '2.0', id: 1, error: lost }))
    if (lost === 'request') throw new TypeError('fetch failed')
    const response = await globalThis.fetch(url as string, init)
    if (lost === undefined) return response
    await response.text()
    throw new TypeError('terminated')
  }
  return { fetch: fetch as typeof globalThis.fetch, seen }
}

async function start(t: Test, node?: SoloNode): Promise<RunningSoloNode> {
  const running = await serve(node)
  t.teardown(running.stop)
  return running
}

async function received(client: HanseClient): Promise<string> {
  return (await client.settlement.query.balance({ partyId: 'nanhai', currency: 'CNY' })).value.amount
}

test('money moves once, whatever is lost on the way', async (t) => {
  const rows: readonly (readonly [string, Parameters<typeof network>[0]])[] = [
    ['the request', ({ method }, count) => (method === 'tx_sendAndWait' && count <= 2 ? 'request' : undefined)],
    ['the answer, after the node took it', ({ method }, count) => (method === 'tx_sendAndWait' && count <= 3 ? 'answer' : undefined)],
    [
      'a place in the pool',
      ({ method }, count) =>
        method === 'tx_sendAndWait' && count === 1 ? { code: 1000, message: 'full', data: { code: 'pool/full' } } : undefined,
    ],
    [
      'a node that is up to date',
      ({ method }, count) =>
        method === 'tx_sendAndWait' && count <= 2 ? { code: -32002, message: 'no', data: { code: 'node/syncing' } } : undefined,
    ],
    ['everything, now and then', (_seen, count) => (['request', 'answer', undefined] as const)[count % 3]],
  ]
  for (const [name, lose] of rows) {
    const { node, url } = await start(t)
    const { fetch, seen } = network(lose)
    const patient = createClient({ url, fetch, signers: [maker] })
    for (let attempt = 0; attempt < 5; attempt++)
      if (
        await patient.chain().then(
          () => true,
          () => false,
        )
      )
        break
    t.match(await patient.settlement.transfer(PAYMENT), { outcome: 'success' }, name)
    const raws = seen.flatMap(({ raw }) => raw ?? [])
    t.ok(raws.length > 1, `${name}: sent ${raws.length} times`)
    t.equal(new Set(raws).size, 1, `${name}: the same bytes`)
    t.equal(await received(createClient({ url })), '7', name)
    t.equal(node.blocks.flatMap(({ receipts }) => receipts).length, 1, name)
  }
})

test('a node that dies after it took the transaction: the receipt comes when it is back', async (t) => {
  const node = new SoloNode()
  const first = await serve(node)
  const port = Number(new URL(first.url).port)
  node.isPaused = true
  const client = createClient({ url: first.url, genesisHash, signers: [maker] })
  const pending = client.settlement.transfer(PAYMENT, { timeoutMs: 20_000 })
  for (let waited = 0; node.api.pool().size === 0 && waited < 5_000; waited += 20) await sleep(20)
  await first.stop()
  node.isPaused = false
  node.seal()
  await sleep(300)
  const second = await serve(node, port)
  t.teardown(second.stop)
  t.match(await pending, { outcome: 'success', height: 1 })
  t.equal(await received(client), '7')
})

test('where one node dies the next is sent the same bytes, and the money moves once', async (t) => {
  const node = new SoloNode()
  const [first, second] = [await serve(node), await start(t, node)]
  node.isPaused = true
  const { fetch, seen } = network(() => undefined)
  const client = createClient({ urls: [first.url, second.url], genesisHash, fetch, signers: [maker] })
  const pending = client.settlement.transfer(PAYMENT)
  for (let waited = 0; node.api.pool().size === 0 && waited < 5_000; waited += 20) await sleep(20)
  await first.stop()
  node.isPaused = false
  node.seal()
  t.match(await pending, { outcome: 'success', height: 1 })
  const sent = seen.filter(({ raw }) => raw !== undefined)
  t.equal(new Set(sent.map(({ raw }) => raw)).size, 1)
  t.equal(sent.at(-1)?.url, second.url)
  t.equal(await received(client), '7')
  t.equal(seen.at(-1)?.url, second.url, 'reads moved on as well')
  t.equal(node.blocks.flatMap(({ receipts }) => receipts).length, 1)
})

test('one’s own attempt anew is one payment when it carries the same clientRef', async (t) => {
  const { node, url } = await start(t)
  const { fetch } = network(({ method }, count) => (method === 'tx_sendAndWait' && count === 1 ? 'answer' : undefined))
  const hasty = createClient({ url, fetch, signers: [maker] })
  await t.rejects(hasty.settlement.transfer(PAYMENT, { clientRef: 'order-17', timeoutMs: 1 }), { name: 'NotFinalInTime' })
  const again = await createClient({ url, signers: [maker] }).settlement.transfer(PAYMENT, { clientRef: 'order-17' })
  t.match(again, { outcome: 'success', height: 1 }, 'the receipt of the first attempt')
  t.equal(await received(createClient({ url })), '7')
  t.equal(node.blocks.flatMap(({ receipts }) => receipts).length, 1)
})

test('a node that is away or syncing is passed over, and the one that answered is asked first from then on', async (t) => {
  const { url } = await start(t)
  const syncing = await start(t)
  const { fetch, seen } = network((one) =>
    one.url === syncing.url && one.method !== 'node_info' ? { code: -32002, message: 'no', data: { code: 'node/syncing' } } : undefined,
  )
  const client = createClient({ urls: [NOWHERE, syncing.url, url], genesisHash, fetch })
  t.equal(await client.call('chain_getHeight'), 0)
  t.same(
    seen.map((one) => one.url).filter((one, index, all) => one !== all[index - 1]),
    [NOWHERE, syncing.url, url],
  )
  const before = seen.length
  t.equal(await client.call('chain_getHeight'), 0)
  t.same(
    seen.slice(before).map((one) => one.url),
    [url],
  )
})

test('what is decided is not asked of another node', async (t) => {
  const [first, second] = [await start(t), await start(t)]
  const { fetch, seen } = network(() => undefined)
  const client = createClient({ urls: [first.url, second.url], genesisHash, fetch, signers: [maker] })
  await t.rejects(client.call('chain_getBlock', { height: 99 }), { name: 'HanseRpcError', code: -32001 })
  await t.rejects(client.settlement.transfer({ ...PAYMENT, amount: '99999999999999' }), {
    name: 'HanseRpcError',
    data: { code: 'settlement/insufficient-funds' },
  })
  t.notOk(seen.some((one) => one.url === second.url))
})

test('where one node may have taken it, a refusal by the next does not decide', async (t) => {
  const [first, second] = [await start(t), await start(t)]
  const { fetch } = network(({ method, url }) => {
    if (method !== 'tx_sendAndWait') return undefined
    return url === first.url ? 'answer' : { code: 1016, message: 'no', data: { code: 'organizations/unknown-operator' } }
  })
  const client = createClient({ urls: [first.url, second.url], genesisHash, fetch, signers: [maker] })
  const error = await client.settlement.transfer(PAYMENT).catch((error: unknown) => error)
  t.match(error, { name: 'NotFinalInTime', cause: { code: 1016 } })
  t.equal(await received(createClient({ url: first.url })), '7', 'it was final all the time')
})

test('a node of another chain is never asked for anything else', async (t) => {
  const { url } = await start(t)
  const { fetch, seen } = network(() => undefined)
  const other = `0x${'77'.repeat(32)}` as const
  const client = createClient({ urls: [NOWHERE, url], genesisHash: other, fetch })
  await t.rejects(client.call('chain_getHeight'), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } })
  const alone = createClient({ url, genesisHash: other, fetch })
  await t.rejects(alone.call('chain_getHeight'), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } })
  await t.rejects(alone.subscribe('blocks').next(), { name: 'HanseError', rejection: { code: 'sdk/wrong-chain' } })
  t.same(new Set(seen.map(({ method }) => method)), new Set(['node_info']))
  const nobody = createClient({ urls: [NOWHERE, 'http://127.0.0.1:10'], genesisHash })
  await t.rejects(nobody.call('chain_getHeight'), {
    name: 'HanseError',
    rejection: { code: 'sdk/unreachable', message: /^nobody answers at \S+ or \S+$/ },
  })
  await t.rejects(nobody.subscribe('blocks').next(), { name: 'HanseError', rejection: { code: 'sdk/unreachable' } })
})

test('a subscription goes on at the next node, after the last item', async (t) => {
  const node = new SoloNode()
  const [first, second] = [await serve(node), await start(t, node)]
  const client = createClient({ urls: [first.url, second.url], genesisHash })
  const heights: number[] = []
  for (let height = 1; height <= 3; height++) node.seal()
  for await (const { data } of client.subscribe('blocks', { from: 1 })) {
    heights.push(data.height)
    if (data.height === 3) {
      node.seal()
      void first.stop()
      node.seal()
    }
    if (data.height === 5) break
  }
  t.same(heights, [1, 2, 3, 4, 5])
})

test('the bytes that were kept can be sent by another process, later', async (t) => {
  const { url } = await start(t)
  const { fetch, seen } = network(({ method }) => (method === 'tx_sendAndWait' ? 'request' : undefined))
  const kept: string[] = []
  const onSigned = async ({ raw }: { readonly raw: string }): Promise<void> => {
    await sleep(10)
    t.notOk(
      seen.some(({ method }) => method === 'tx_sendAndWait'),
      'kept before it is sent',
    )
    kept.push(raw)
  }
  const cut = createClient({ url, fetch, signers: [maker] }).settlement.transfer(PAYMENT, { timeoutMs: 1, onSigned })
  const error = await cut.catch((error: unknown) => error)
  t.match(error, { name: 'NotFinalInTime', raw: kept[0] })
  const read = readSignedTransaction(kept[0] as `0x${string}`)
  if (!read.ok) throw new Error(read.error.message)
  const client = createClient({ url })
  t.match(await client.sendAndWait(read.value), { outcome: 'success' })
  t.match(await client.sendAndWait(read.value), { outcome: 'success' }, 'again: the same receipt')
  t.match(await client.send(read.value), { known: true, hash: read.value.hash })
  t.equal(await received(client), '7')
})
