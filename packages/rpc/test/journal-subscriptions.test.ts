import { test } from 'tap'
import type { ConsensusEvent } from '../src/node-api.ts'
import { FakeNode } from './fake-node.ts'
import { type Client, type Harness, startHarness } from './harness.ts'
import { schemaFaults } from './json-schema.ts'

const RUN = '00c0ffee00c0ffee'

/** Subscribes and throws when that is refused. */
async function subscribe(client: Client, params: object): Promise<{ readonly id: string; readonly cursor: string }> {
  const { result, error } = await client.call('sub_subscribe', params as never)
  if (error !== undefined) throw new Error(JSON.stringify(error))
  return result
}

const left = (view: number): ConsensusEvent => ({ type: 'view-left', atMs: 5, next: view, nextPrimary: 'bank-a', reason: 'timeout' })
const entered = (view: number): ConsensusEvent => ({ type: 'view-entered', atMs: 6, view, primary: 'bank-b' })

test('consensus: from now on, from the oldest, from any cursor; each entry once', async (t) => {
  const { connect, node, server } = await startHarness()
  const { consensus } = node.journals
  const client = await connect()
  const live = await subscribe(client, { topic: 'consensus' })
  t.equal(live.cursor, `${RUN}@1`, 'latest is what comes next')
  consensus.add(left(0), entered(1), left(1), entered(2))
  await client.until((message) => message.params?.cursor === `${RUN}@5`)
  t.same(
    client.notifications(live.id).map(({ data, cursor }) => [cursor, data.type, data.view ?? data.next]),
    [
      [`${RUN}@2`, 'view-left', 0],
      [`${RUN}@3`, 'view-entered', 1],
      [`${RUN}@4`, 'view-left', 1],
      [`${RUN}@5`, 'view-entered', 2],
    ],
  )
  for (let sequence = 0; sequence <= 5; sequence++) {
    const { id } = await subscribe(client, { topic: 'consensus', from: `${RUN}@${sequence}` })
    await client.call('chain_getHeight')
    t.equal(client.notifications(id).length, 5 - sequence, `from ${sequence}`)
  }
  const earliest = await subscribe(client, { topic: 'consensus', from: 'earliest' })
  t.equal(earliest.cursor, `${RUN}@0`)
  t.match(await client.call('sub_unsubscribe', { id: live.id }), { result: { cursor: `${RUN}@5` } })
  await server.stop()
  t.equal(consensus.listeners, 0, 'the journal is left alone')
})

test('a cursor that lies before the oldest entry, or of an earlier run, is told first, whatever the filter; then it goes on', async (t) => {
  const { connect, node, server } = await startHarness()
  const { consensus } = node.journals
  consensus.add(...Array.from({ length: 9 }, (_, view) => left(view)))
  consensus.oldest = 7
  const client = await connect()
  const rows: readonly [from: string, gap: object][] = [
    [`${RUN}@2`, { type: 'gap', reason: 'overwritten', lost: 5 }],
    ['ffffffffffffffff@3', { type: 'gap', reason: 'restarted', lost: null }],
  ]
  for (const [from, gap] of rows) {
    const { id, cursor } = await subscribe(client, { topic: 'consensus', from, filter: { types: ['view-left'] } })
    t.equal(cursor, `${RUN}@7`, 'it goes on with the oldest that there is')
    await client.until((message) => message.params?.id === id && message.params.cursor === `${RUN}@10`)
    t.match(client.notifications(id), [{ data: gap, cursor: `${RUN}@7` }, { data: { type: 'view-left', next: 6 } }, {}, {}], from)
    t.equal(client.notifications(id).length, 4)
  }
  const none = await subscribe(client, { topic: 'consensus', from: `${RUN}@7` })
  await client.until((message) => message.params?.id === none.id && message.params.cursor === `${RUN}@10`)
  t.equal(client.notifications(none.id)[0].data.type, 'view-left', 'no gap where nothing is missing')
  await server.stop()
})

test('a reader so slow that entries are overwritten under it is told of the gap in the midst', async (t) => {
  const { connect, node, server } = await startHarness({ limits: { subscriptionBufferBytesMax: 1 } })
  const { consensus } = node.journals
  consensus.add(...Array.from({ length: 2_000 }, (_, view) => left(view)))
  const client = await connect()
  const { id } = await subscribe(client, { topic: 'consensus', from: 'earliest' })
  await client.until((message) => message.params?.id === id)
  consensus.oldest = 1_990
  consensus.add(entered(3))
  await client.until(
    (message) => message.params?.data?.type === 'view-entered' && message.params.id === id && message.params.data.view === 3,
  )
  const told = client.notifications(id)
  const gaps = told.filter(({ data }) => data.type === 'gap')
  t.equal(gaps.length, 1)
  t.match(gaps[0].data, { reason: 'overwritten' })
  t.equal(told.length - 1 + gaps[0].data.lost, 2_002, 'what was told and what was lost is everything')
  await server.stop()
})

test('node: what this node tells of itself, filtered by type', async (t) => {
  const { connect, node, server } = await startHarness()
  const client = await connect()
  const { id } = await subscribe(client, { topic: 'node', from: 'earliest', filter: { types: ['state', 'peer-disconnected'] } })
  node.journals.node.add(
    { type: 'peer-connected', atMs: 1, peerId: '12D3', version: '0.1.0', head: 3 },
    { type: 'peer-disconnected', atMs: 2, peerId: '12D3', organization: 'bank-b', reason: 'gone' },
  )
  await client.until((message) => message.params?.data?.type === 'peer-disconnected')
  t.match(client.notifications(id), [{ data: { type: 'state', state: 'synced' } }, { data: { type: 'peer-disconnected', reason: 'gone' } }])
  await server.stop()
})

test('what cannot be subscribed to', async (t) => {
  const { connect, server } = await startHarness()
  const client = await connect()
  const rows: readonly [params: object, path: string][] = [
    [{ topic: 'consensus', from: 5 }, 'from'],
    [{ topic: 'node', from: '5:0' }, 'from'],
    [{ topic: 'consensus', from: `${RUN}@99` }, 'from'],
    [{ topic: 'consensus', from: `${RUN.slice(1)}@0` }, 'from'],
    [{ topic: 'blocks', from: `${RUN}@0` }, 'from'],
    [{ topic: 'consensus', filter: { types: [] } }, 'filter.types'],
    [{ topic: 'consensus', filter: { types: ['peer-connected'] } }, 'filter.types.0'],
    [{ topic: 'node', filter: { types: ['gap'] } }, 'filter.types.0'],
    [{ topic: 'node', filter: { module: 'notes' } }, 'filter.module'],
  ]
  for (const [params, path] of rows)
    t.match(await client.call('sub_subscribe', params as never), { error: { code: -32602, data: { path } } }, JSON.stringify(params))
  await server.stop()
})

/** One entry of every type, as a node writes them. */
function everything({ node }: Harness): void {
  const hash = node.head.hash
  node.journals.consensus.add(
    ...[left(0), entered(1)],
    { type: 'phase', atMs: 1, height: 2, phase: 'prepared', tookMs: 12 },
    { type: 'final', atMs: 1, height: 2, hash, timeMs: 3, view: 0, proposer: 'bank-a', signers: ['bank-a'], transactions: 0, tookMs: 30 },
    { type: 'evidence', atMs: 1, sequence: 1, height: 2, culprit: 'supplier', kind: 'conflicting-prepare' },
    { type: 'other-header', atMs: 1, height: 2, own: hash, others: hash },
    { type: 'punished', atMs: 1, validator: 'supplier', reason: 'lied' },
  )
  node.journals.node.add(
    { type: 'peer-connected', atMs: 1, peerId: '12D3', organization: 'bank-b', version: '0.1.0', head: 3 },
    { type: 'peer-disconnected', atMs: 2, peerId: '12D3', reason: '' },
    { type: 'pool', atMs: 3, level: 'high', before: 'normal', size: 50, sizeBytes: 10_000, capacity: 100 },
    { type: 'log-level', atMs: 4, level: 'debug', before: 'info' },
    { type: 'stopping', atMs: 5, height: 2 },
  )
}

test('every item fits the schema of its topic in the document', async (t) => {
  const harness = await startHarness({}, new FakeNode())
  const { call, connect, server } = harness
  const document = (await call('rpc.discover')).result
  const [notification] = document['x-notifications']
  const { schema } = notification.params.find(({ name }: { name: string }) => name === 'data')
  const client = await connect()
  const ids: string[] = []
  for (const topic of ['consensus', 'node'])
    for (const from of ['earliest', `${'0'.repeat(16)}@1`]) ids.push((await subscribe(client, { topic, from })).id)
  everything(harness)
  await client.until((message) => message.params?.id === ids.at(-1) && message.params.data?.type === 'stopping')
  const types = new Set<string>()
  for (const id of ids) {
    for (const { data } of client.notifications(id)) {
      types.add(data.type)
      t.same(schemaFaults(schema, data, document), [], data.type)
    }
  }
  t.equal(types.size, 7 + 7 + 1, 'all types, and the gap')
  await server.stop()
})
