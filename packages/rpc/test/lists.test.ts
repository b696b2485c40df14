import type { Json } from '@hanse/protocol'
import { test } from 'tap'
import { ALICE, BOB, FakeNode, signedTransaction } from './fake-node.ts'
import { type Harness, startHarness } from './harness.ts'

const NOTES = [
  [['colour', 'green', ALICE]],
  [['forbidden', 'x', BOB]],
  [
    ['shape', 'round', ALICE],
    ['shape', 'flat', BOB],
  ],
  [['colour', 'green', BOB]],
] as const

/** Four blocks of notes: the second is rejected, the third has two, the last repeats the first one's note. */
async function noted(): Promise<Harness> {
  const node = new FakeNode()
  let unique = 0
  for (const block of NOTES) {
    for (const [key, value, signer] of block) {
      unique += 1
      await node.api.submit(signedTransaction([{ key, value }], { signer, unique, clientRef: `ref-${unique}` }))
    }
    node.seal()
  }
  return await startHarness({}, node)
}

/** Page after page of one item. */
async function walk({ call }: Harness, method: string, params: Readonly<Record<string, Json>>): Promise<readonly Record<string, Json>[]> {
  const items: Record<string, Json>[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 50; pages++) {
    const { result } = await call(method, { ...params, limit: 1, ...(cursor === null ? {} : { cursor }) })
    items.push(...result.items)
    if (result.nextCursor === null) return items
    cursor = result.nextCursor
  }
  throw new Error('the list has no end')
}

const heightsOf = (items: readonly Record<string, Json>[]): readonly Json[] => items.map(({ height }) => height as Json)

test('blocks and transactions come newest first, or upwards, within heights; a filter lets through what it says', async (t) => {
  const harness = await noted()
  const rows: readonly (readonly [string, Readonly<Record<string, Json>>, readonly number[]])[] = [
    ['chain_listBlocks', {}, [4, 3, 2, 1, 0]],
    ['chain_listBlocks', { order: 'ascending', from: 1, to: 3 }, [1, 2, 3]],
    ['chain_listBlocks', { from: 'latest' }, [4]],
    ['chain_listBlocks', { from: 90 }, []],
    ['tx_list', {}, [4, 3, 3, 2, 1]],
    ['tx_list', { order: 'ascending', from: 2, to: 'latest' }, [2, 3, 3, 4]],
    ['tx_list', { sender: ALICE.address }, [3, 1]],
    ['tx_list', { party: 'alice' }, [3, 1]],
    ['tx_list', { party: 'alice', sender: BOB.address }, []],
    ['tx_list', { outcome: 'rejected' }, [2]],
    ['tx_list', { code: 'notes/forbidden' }, [2]],
    ['tx_list', { module: 'notes', command: 'set', outcome: 'success' }, [4, 3, 3, 1]],
    ['tx_list', { command: 'set', sender: BOB.address }, [4, 3, 2]],
    ['tx_list', { clientRef: 'ref-3' }, [3]],
    ['event_list', { from: 'earliest', to: 'latest' }, [1, 3, 3, 4]],
    ['event_list', { from: 2, to: 3, type: 'set' }, [3, 3]],
    ['event_list', { from: 0, to: 4, module: 'notes', attributes: { colour: 'green' } }, [1, 4]],
    ['event_list', { from: 0, to: 4, attributes: { colour: 'green', shape: 'flat' } }, []],
  ]
  for (const [method, params, heights] of rows) {
    const { result, error } = await harness.call(method, params)
    const name = `${method} ${JSON.stringify(params)}`
    t.equal(error, undefined, name)
    t.same(heightsOf(result.items), heights, name)
    t.match(result, { nextCursor: null, complete: true, indexedTo: 4, height: 4 }, name)
    t.same(await walk(harness, method, params), result.items, `${name}, page by page`)
  }
  await harness.server.stop()
})

test('an index that is behind is told, and its list is gone on with when it has come on', async (t) => {
  const harness = await noted()
  const { node, call } = harness
  node.indexBehind = 2
  t.match((await call('tx_list')).result, { items: [{ height: 2 }, { height: 1 }], complete: false, indexedTo: 2, height: 4 })
  t.match(
    (await call('tx_list', { to: 2 })).result,
    { items: [{ height: 2 }, { height: 1 }], complete: true },
    'of what is there all is there',
  )
  const newer = (await call('tx_list', { limit: 1 })).result
  t.equal(newer.complete, false)
  t.match((await call('tx_list', { cursor: newer.nextCursor })).result, { items: [{ height: 1 }], complete: true, nextCursor: null })
  const up = (await call('event_list', { from: 0, to: 'latest' })).result
  t.match(up, { items: [{ height: 1 }], complete: false, nextCursor: '3:0' }, 'not the end')
  node.indexBehind = 0
  const rest = (await call('event_list', { from: 0, to: 'latest', cursor: up.nextCursor })).result
  t.match(rest, { items: [{ height: 3 }, { height: 3 }, { height: 4 }], complete: true, nextCursor: null })
  node.indexBehind = undefined
  for (const [method, params] of [
    ['chain_listBlocks', {}],
    ['tx_list', {}],
    ['event_list', { from: 0, to: 1 }],
  ] as const) {
    t.match((await call(method, params)).error, { code: -32002, data: { code: 'index/unavailable', hint: /reindex/ } }, method)
  }
  await harness.server.stop()
})

test('what makes no sense is refused at its place', async (t) => {
  const harness = await noted()
  const rows: readonly (readonly [string, Json, number, string, string])[] = [
    ['tx_list', { from: 3, to: 2 }, -32602, 'rpc/bad-params', 'to'],
    ['tx_list', { limit: 0 }, -32602, 'rpc/bad-params', 'limit'],
    ['tx_list', { limit: 201 }, -32602, 'rpc/bad-params', 'limit'],
    ['tx_list', { cursor: '1' }, -32602, 'rpc/bad-params', 'cursor'],
    ['tx_list', { cursor: `${'9'.repeat(16)}:0` }, -32602, 'rpc/bad-params', 'cursor'],
    ['tx_list', { cursor: '1:-1' }, -32602, 'rpc/bad-params', 'cursor'],
    ['tx_list', { order: 'sideways' }, -32602, 'rpc/bad-params', 'order'],
    ['tx_list', { sender: '0x12' }, -32602, 'rpc/bad-params', 'sender'],
    ['tx_list', { module: 'money' }, -32602, 'query/unknown-module', 'module'],
    ['tx_list', { module: 'notes', command: 'burn' }, -32602, 'rpc/bad-params', 'command'],
    ['tx_list', { party: 'nobody' }, -32001, 'organizations/unknown-party', 'party'],
    ['event_list', { from: 0 }, -32602, 'rpc/bad-params', 'to'],
    ['event_list', { from: 0, to: 1, module: 'money' }, -32602, 'query/unknown-module', 'module'],
    ['event_list', { from: 0, to: 1, attributes: { a: 1 } }, -32602, 'rpc/bad-params', 'attributes.a'],
    [
      'event_list',
      { from: 0, to: 1, attributes: Object.fromEntries(Array.from({ length: 9 }, (_, key) => [`k${key}`, 'v'])) },
      -32602,
      'rpc/bad-params',
      'attributes',
    ],
    ['pool_list', { cursor: 'another:0' }, -32001, 'rpc/unknown-cursor', 'cursor'],
    ['pool_list', { cursor: '::' }, -32602, 'rpc/bad-params', 'cursor'],
  ]
  for (const [method, params, number, code, path] of rows) {
    t.match((await harness.call(method, params)).error, { code: number, data: { code, path } }, `${method} ${JSON.stringify(params)}`)
  }
  t.match((await harness.call('tx_list', { cursor: '900719925474099:999999999' })).result, { items: Array, nextCursor: null })
  await harness.server.stop()
})

test('the pool is listed in order of admission, also while transactions come and go', async (t) => {
  const node = new FakeNode()
  const harness = await startHarness({}, node)
  const { call } = harness
  const send = async (unique: number, signer = ALICE): Promise<string> => {
    const sent = await node.api.submit(signedTransaction([{ key: 'k', value: `${unique}` }], { unique, signer }))
    if (!sent.ok) throw new Error(sent.error.message)
    // The fake numbers what it lists for the first time.
    node.api.waiting.list({ limit: 1_000 })
    return sent.value.id
  }
  const ids = [await send(1), await send(2, BOB), await send(3)]
  t.match((await call('pool_list')).result, { items: ids.map((hash) => ({ hash })), nextCursor: null, complete: true, size: 3 })
  t.match((await call('pool_list', { sender: BOB.address })).result, { items: [{ hash: ids[1] }], size: 3 })
  const first = (await call('pool_list', { limit: 2 })).result
  t.match(first, { items: [{ hash: ids[0] }, { hash: ids[1] }], nextCursor: 'run1:1' })
  node.expire(ids[1] as never)
  const fourth = await send(4)
  t.match((await call('pool_list', { limit: 2, cursor: first.nextCursor })).result, {
    items: [{ hash: ids[2] }, { hash: fourth }],
    nextCursor: null,
  })
  await harness.server.stop()
})
