import { test } from 'tap'
import { START_AHEAD_HEIGHTS_MAX } from '../src/limits.ts'
import { ALICE, BOB, FakeNode, signedTransaction } from './fake-node.ts'
import { type Client, startHarness } from './harness.ts'

/** A chain of `blocks` blocks with two transactions each, one of Alice and one of Bob. */
async function chain(blocks: number, node = new FakeNode()): Promise<FakeNode> {
  for (let made = 0; made < blocks; made++) await addBlock(node)
  return node
}

async function addBlock(node: FakeNode): Promise<void> {
  const height = node.blocks.length
  await node.api.submit(signedTransaction([{ key: `a${height}`, value: '1' }], { unique: height }))
  await node.api.submit(
    signedTransaction(
      [
        { key: 'b', value: '2' },
        { key: `c${height}`, value: '3' },
      ],
      { unique: height, signer: BOB },
    ),
  )
  node.seal()
}

async function subscribe(
  client: Client,
  params: { readonly topic: string; readonly filter?: object; readonly from?: number | string },
): Promise<{ id: string; cursor: string }> {
  const { result, error } = await client.call('sub_subscribe', params as never)
  if (error !== undefined) throw new Error(JSON.stringify(error))
  return result
}

test('blocks from the next one on, in order, each once', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(2))
  const client = await connect()
  const { id, cursor } = await subscribe(client, { topic: 'blocks' })
  t.equal(cursor, '3:0')
  for (let count = 0; count < 3; count++) await addBlock(node)
  await client.until((message) => message.params?.data?.height === 5)
  const told = client.notifications(id)
  t.same(
    told.map(({ data }) => data.height),
    [3, 4, 5],
  )
  t.same(
    told.map(({ data }) => data.hash),
    node.blocks.slice(3).map(({ hash }) => hash),
  )
  t.match(told[0].data, { header: { height: 3 }, certificate: { height: 3 }, transactionIds: [String, String] })
  t.same(
    told.map((notification) => notification.cursor),
    ['3:1', '4:1', '5:1'],
  )
  await server.stop()
})

test('from a height: read back, then live, no gap, no repetition', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(20))
  const client = await connect()
  const adding = (async () => {
    for (let count = 0; count < 20; count++) {
      await addBlock(node)
      if (count % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })()
  const { id } = await subscribe(client, { topic: 'transactions', from: 1 })
  await adding
  await client.until((message) => message.params?.data?.receipt?.height === 40 && message.params.data.receipt.index === 1)
  const places = client.notifications(id).map(({ data }) => `${data.receipt.height}:${data.receipt.index}`)
  t.same(
    places,
    Array.from({ length: 80 }, (_, index) => `${Math.floor(index / 2) + 1}:${index % 2}`),
  )
  await server.stop()
})

test('any cursor resumes after the item that it came with', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(4))
  const client = await connect()
  const { id } = await subscribe(client, { topic: 'events', from: 'earliest' })
  await client.until((message) => message.params?.cursor === '4:3')
  const all = client.notifications(id)
  t.equal(all.length, 12)
  for (const [index, { cursor }] of all.entries()) {
    const again = await subscribe(client, { topic: 'events', from: cursor })
    await addBlock(node)
    const height = node.head.header.height
    await client.until((message) => message.params?.id === again.id && message.params.cursor === `${height}:3`)
    const rest = client.notifications(again.id).map((notification) => notification.cursor)
    t.same(
      rest.slice(0, 12 - index - 1),
      all.slice(index + 1).map((notification) => notification.cursor),
      `from ${cursor}`,
    )
    t.equal(new Set(rest).size, rest.length)
    await client.call('sub_unsubscribe', { id: again.id })
  }
  await server.stop()
})

test('a height that is still to come', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(1))
  const client = await connect()
  const { id } = await subscribe(client, { topic: 'blocks', from: 4 })
  for (let count = 0; count < 4; count++) await addBlock(node)
  await client.until((message) => message.params?.data?.height === 5)
  t.same(
    client.notifications(id).map(({ data }) => data.height),
    [4, 5],
  )
  await server.stop()
})

test('latest is what comes next', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(2))
  const client = await connect()
  const { id, cursor } = await subscribe(client, { topic: 'blocks', from: 'latest' })
  t.equal(cursor, '3:0')
  await addBlock(node)
  await client.until((message) => message.params?.data?.height === 3)
  t.equal(client.notifications(id).length, 1)
  await server.stop()
})

test('a start far above the head is refused: it would be silent for ever where the chain was started anew', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(3))
  const client = await connect()
  const near = 3 + START_AHEAD_HEIGHTS_MAX
  for (const from of [near, `${near}:0`]) t.match(await subscribe(client, { topic: 'blocks', from }), { cursor: `${near}:0` })
  for (const from of [near + 1, `${near + 1}:0`, 999_999]) {
    t.match(await client.call('sub_subscribe', { topic: 'events', from }), {
      error: { code: -32001, message: /the head is at 3/, data: { code: 'rpc/start-above-head', path: 'from', hint: /started anew/ } },
    })
  }
  for (const state of ['starting', 'syncing', 'stalled'] as const) {
    node.statusOverride = { state }
    const refused = await client.call('sub_subscribe', { topic: 'events', from: 999_999 })
    t.match(refused, { error: { code: -32002, data: { code: 'node/syncing' } } }, `a node that is ${state} does not know the head`)
  }
  await server.stop()
})

test('filters', async (t) => {
  const { connect, server } = await startHarness({}, await chain(3))
  const client = await connect()
  const rows: readonly [topic: string, filter: object, count: number][] = [
    ['blocks', {}, 3],
    ['transactions', {}, 6],
    ['transactions', { sender: ALICE.address }, 3],
    ['transactions', { sender: BOB.address, module: 'notes', command: 'set', outcome: 'success' }, 3],
    ['transactions', { outcome: 'rejected' }, 0],
    ['events', {}, 9],
    ['events', { module: 'notes', type: 'set' }, 9],
    ['events', { type: 'tick' }, 0],
    ['events', { attributes: { b: '2' } }, 3],
    ['events', { attributes: { b: '2', c1: '3' } }, 0],
    ['events', { attributes: { c2: '3' }, type: 'set' }, 1],
    ['events', { attributes: {} }, 9],
  ]
  for (const [topic, filter, count] of rows) {
    const { id } = await subscribe(client, { topic, filter, from: 1 })
    await client.call('chain_getHeight')
    await new Promise((resolve) => setTimeout(resolve, 15))
    t.equal(client.notifications(id).length, count, `${topic} ${JSON.stringify(filter)}`)
  }
  await server.stop()
})

test('what cannot be subscribed to', async (t) => {
  const { connect, call, server } = await startHarness({ limits: { subscriptionsPerSocketMax: 2 } })
  t.match(await call('sub_subscribe', { topic: 'blocks' }), { error: { code: -32600, data: { code: 'rpc/needs-websocket' } } })
  t.match(await call('sub_unsubscribe', { id: '1' }), { error: { code: -32600, data: { code: 'rpc/needs-websocket' } } })
  const client = await connect()
  const rows: readonly [params: object, path: string][] = [
    [{ topic: 'mempool' }, 'topic'],
    [{ topic: 'blocks', filter: { sender: ALICE.address } }, 'filter.sender'],
    [{ topic: 'blocks', filter: 5 }, 'filter'],
    [{ topic: 'transactions', filter: { sender: '0x1' } }, 'filter.sender'],
    [{ topic: 'events', filter: { attributes: { a: 1 } } }, 'filter.attributes.a'],
    [{ topic: 'events', filter: { attributes: [] } }, 'filter.attributes'],
    [
      { topic: 'events', filter: { attributes: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`k${index}`, ''])) } },
      'filter.attributes',
    ],
    [{ topic: 'events', from: -1 }, 'from'],
    [{ topic: 'events', from: 'yesterday' }, 'from'],
    [{ topic: 'events', from: '1:2:3' }, 'from'],
    [{ topic: 'events', filter: { module: 'nope' } }, 'filter.module'],
    [{ topic: 'transactions', filter: { module: 'nope', command: 'set' } }, 'filter.module'],
    [{ topic: 'transactions', filter: { module: 'notes', command: 'nope' } }, 'filter.command'],
    [{ topic: 'transactions', filter: { command: 'nope' } }, 'filter.command'],
    [{ topic: 'events', filter: { type: 'nope' } }, 'filter.type'],
    [{ topic: 'events', filter: { module: 'notes', type: 'nope' } }, 'filter.type'],
    [{ topic: 'events', filter: { type: 'tick', attributes: { nope: '1' } } }, 'filter.attributes.nope'],
  ]
  for (const [params, path] of rows)
    t.match(await client.call('sub_subscribe', params as never), { error: { code: -32602, data: { path } } }, JSON.stringify(params))
  await subscribe(client, { topic: 'blocks' })
  await subscribe(client, { topic: 'blocks' })
  t.match(await client.call('sub_subscribe', { topic: 'blocks' }), {
    error: { code: -32005, data: { code: 'rpc/too-many-subscriptions' } },
  })
  await server.stop()
})

test('every end is told: by the reader, by the server, by what is gone', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(3))
  const client = await connect()
  const first = await subscribe(client, { topic: 'blocks', from: 2 })
  await client.until((message) => message.params?.data?.height === 3)
  t.match(await client.call('sub_unsubscribe', { id: first.id }), { result: { id: first.id, cursor: '4:0' } })
  t.match(
    client.received.filter(({ method }) => method === 'sub_closed'),
    [{ params: { id: first.id, reason: 'unsubscribed', cursor: '4:0' } }],
  )
  t.match(await client.call('sub_unsubscribe', { id: first.id }), { error: { code: -32001, data: { code: 'rpc/unknown-subscription' } } })
  await addBlock(node)
  await client.call('chain_getHeight')
  t.equal(client.notifications(first.id).length, 2, 'nothing after the end')

  node.oldestBlock = 3
  const second = await subscribe(client, { topic: 'blocks', from: 1 })
  t.match(await client.until((message) => message.params?.id === second.id), {
    method: 'sub_closed',
    params: { reason: 'pruned', cursor: '1:0' },
  })

  const third = await subscribe(client, { topic: 'blocks' })
  await server.stop()
  t.match(await client.until((message) => message.params?.id === third.id), {
    method: 'sub_closed',
    params: { reason: 'server-stopping', cursor: '5:0' },
  })
  t.equal(node.listeners, 0, 'the node is left alone')
})

test('a subscription’s id is told before its first notification, also in a batch with a call that waits', async (t) => {
  const { connect, server } = await startHarness({}, await chain(3))
  const client = await connect()
  const subscribeCall = { jsonrpc: '2.0', id: 'sub', method: 'sub_subscribe', params: { topic: 'blocks', from: 1 } }
  const waitCall = { jsonrpc: '2.0', id: 'wait', method: 'tx_waitForReceipt', params: { hash: `0x${'11'.repeat(32)}`, timeoutMs: 100 } }
  client.socket.send(JSON.stringify([subscribeCall, waitCall]))
  await client.until((message) => message.params?.data?.height === 3)
  t.ok(Array.isArray(client.received[0]), 'the answer came first')
  await server.stop()
})

test('a connection that goes takes its subscriptions and its waits along', async (t) => {
  const { connect, node, server } = await startHarness({}, await chain(1))
  const client = await connect()
  await subscribe(client, { topic: 'blocks', from: 0 })
  client.socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tx_waitForReceipt', params: { hash: `0x${'11'.repeat(32)}` } }))
  await client.call('chain_getHeight')
  client.socket.terminate()
  for (let count = 0; count < 3; count++) await addBlock(node)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const startedMs = performance.now()
  await server.stop()
  t.ok(performance.now() - startedMs < 1_000, 'nothing holds the server up')
})

test('a store that fails ends the subscription, and says so', async (t) => {
  const { connect, node, logged, server } = await startHarness({}, await chain(2))
  const client = await connect()
  Object.assign(node.api, { block: () => Promise.reject(new Error('disk')) })
  const { id } = await subscribe(client, { topic: 'blocks', from: 1 })
  t.match(await client.until((message) => message.params?.id === id), {
    method: 'sub_closed',
    params: { reason: 'internal-error', cursor: '1:0' },
  })
  t.match(logged, [{ level: 'error', fields: { error: /disk/ } }])
  await server.stop()
})
