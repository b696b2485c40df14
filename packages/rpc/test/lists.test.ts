import type { Json } from '@hanse/protocol'
import { test } from 'tap'
import { START_AHEAD_HEIGHTS_MAX } from '../src/limits.ts'
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
    ['chain_listBlocks', { from: 5 }, []],
    ['tx_list', { from: 4 + START_AHEAD_HEIGHTS_MAX }, []],
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
  const refused = (await harness.call('tx_list', { outcome: 'rejected' })).result
  t.match(refused, { items: [{ code: 'notes/forbidden', reason: 'RR04' }] }, 'with what a standard calls it')
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

test('a range that goes on above the head is not complete, and one that starts far above it is none', async (t) => {
  const harness = await noted()
  const { call, node } = harness
  for (const [method, params] of [
    ['chain_listBlocks', { from: 3, to: 9 }],
    ['tx_list', { from: 3, to: 9 }],
    ['event_list', { from: 3, to: 9 }],
  ] as const) {
    t.match((await call(method, params)).result, { complete: false, indexedTo: 4, height: 4, nextCursor: null }, method)
    t.match((await call(method, { ...params, to: 'latest' })).result, { complete: true }, method)
    const above = { from: 4 + START_AHEAD_HEIGHTS_MAX + 1, to: 1_000_000 }
    const refused = { code: -32001, message: /the head is at 4/, data: { code: 'rpc/start-above-head', path: 'from' } }
    t.match((await call(method, above)).error, refused, method)
    node.statusOverride = { state: 'syncing' }
    const syncing = { code: -32002, data: { code: 'node/syncing', path: 'from' } }
    t.match((await call(method, above)).error, syncing, `${method}: a node that is behind does not know the head`)
    node.statusOverride = {}
    const next = await call(method, { from: 5, to: 'latest' })
    t.match(next.result, { items: [], complete: true, nextCursor: null }, `${method}: nothing yet, as for who waits for the next block`)
    for (const to of ['earliest', 2] as const) {
      t.match(
        (await call(method, { from: 3, to })).error,
        { code: -32602, data: { code: 'rpc/bad-params', path: 'to' } },
        `${method}: upside down`,
      )
    }
    const stale = (await call(method, { from: 0, to: 'latest', cursor: `${4 + START_AHEAD_HEIGHTS_MAX + 1}:0` })).error
    t.match(
      stale,
      { ...refused, data: { code: 'rpc/start-above-head', path: 'cursor', hint: /started anew/ } },
      `${method}: a cursor of another chain`,
    )
  }
  const stale = { code: -32001, data: { code: 'rpc/start-above-head', path: 'cursor' } }
  t.match((await call('tx_list', { order: 'ascending', cursor: '90:0' })).error, stale, 'a cursor of a chain that was started anew')
  t.match((await call('event_list', { from: 0, to: 'latest', cursor: '90:0' })).error, stale)
  t.match((await call('tx_list', { order: 'ascending', cursor: '5:0' })).result, { items: [], complete: true, nextCursor: null })
  const newest = (await call('tx_list', { to: 9, limit: 1 })).result
  t.equal(newest.complete, false)
  t.match((await call('tx_list', { to: 9, cursor: newest.nextCursor })).result, { complete: true }, 'further down all is there')
  await harness.server.stop()
})

test('a name that nothing on the chain has is refused, with the one that was meant', async (t) => {
  const harness = await noted()
  const { node, call } = harness
  const range = { from: 0, to: 4 }
  const rows: readonly (readonly [string, Readonly<Record<string, Json>>, string, string, RegExp])[] = [
    ['tx_list', { module: 'note' }, 'query/unknown-module', 'module', /did you mean notes\?/],
    [
      'tx_list',
      { module: 'notes', command: 'sett' },
      'query/unknown-command',
      'command',
      /module notes has no command sett, did you mean set\?/,
    ],
    ['tx_list', { command: 'sett' }, 'query/unknown-command', 'command', /no module of the chain has the command sett, did you mean set\?/],
    ['tx_list', { code: 'notes/forbiden' }, 'query/unknown-code', 'code', /did you mean notes\/forbidden\?/],
    ['tx_list', { code: 'tx/unknown-comand' }, 'query/unknown-code', 'code', /did you mean tx\/unknown-command\?/],
    ['tx_list', { code: 'anything' }, 'query/unknown-code', 'code', /nothing on this chain refuses with anything$/],
    [
      'event_list',
      { ...range, type: 'sett' },
      'query/unknown-event',
      'type',
      /no module of the chain has the event sett, did you mean set\?/,
    ],
    [
      'event_list',
      { ...range, module: 'notes', type: 'tock' },
      'query/unknown-event',
      'type',
      /module notes has no event tock, did you mean tick\?/,
    ],
    [
      ...['event_list', { ...range, type: 'set', attributes: { color: 'green' } }, 'query/unknown-attribute', 'attributes.color'],
      /the event set has no attribute color, did you mean colour\?/,
    ] as const,
    [
      ...['event_list', { ...range, attributes: { color: 'green' } }, 'query/unknown-attribute', 'attributes.color'],
      /no event of the chain has the attribute color/,
    ] as const,
    [
      ...['event_list', { ...range, type: 'tick', attributes: { colour: 'green' } }, 'query/unknown-attribute', 'attributes.colour'],
      /the event tick has no attribute colour/,
    ] as const,
  ]
  for (const [method, params, code, path, message] of rows) {
    t.match((await call(method, params)).error, { code: -32602, message, data: { code, path, hint: String } }, JSON.stringify(params))
  }
  for (const code of ['tx/unknown-command', 'pool/expired', 'notes/forbidden'])
    t.type((await call('tx_list', { code })).result, 'object', code)
  node.knownModules.push({ name: 'points', isOwn: true, names: { commands: ['grant'], events: new Map([['granted', ['to']]]) } })
  for (const [method, params] of [
    ['tx_list', { module: 'points', command: 'grant' }],
    ['tx_list', { command: 'grant' }],
    ['tx_list', { code: 'points/too-many' }],
    ['tx_list', { code: 'bonus/too-many' }],
    ['event_list', { ...range, module: 'points', type: 'granted', attributes: { to: 'a' } }],
  ] as const) {
    t.match((await call(method, params)).result, { items: [] }, `a module that votes will bring: ${JSON.stringify(params)}`)
  }
  const mistyped = { code: 'notes/forbiden' }
  t.match(
    (await call('tx_list', mistyped)).error,
    { data: { code: 'query/unknown-code' } },
    'no code of a module of one’s own looks like this',
  )
  const replaced = { ...range, module: 'points', type: 'bought' }
  t.match((await call('event_list', replaced)).error, { data: { code: 'query/unknown-event' } })
  node.knownModules[1] = { name: 'points', isOwn: true }
  t.match((await call('event_list', replaced)).result, { items: [] }, 'of a version whose code this node has not')
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
    ['tx_list', { module: 'notes', command: 'burn' }, -32602, 'query/unknown-command', 'command'],
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
  const far = (await harness.call('tx_list', { cursor: '900719925474099:999999999' })).error
  t.match(far, { code: -32001, data: { code: 'rpc/start-above-head', path: 'cursor' } })
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
