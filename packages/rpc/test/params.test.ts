import type { Json } from '@hanse/protocol'
import { test } from 'tap'
import { EXAMPLES } from '../generated/examples.js'
import { METHODS } from '../src/method-registry.ts'
import { FakeNode, signedTransaction } from './fake-node.ts'
import { startHarness } from './harness.ts'

const HOSTILE: readonly Json[] = [
  null,
  true,
  -1,
  1.5,
  9007199254740991,
  '',
  '0x',
  '0xZZ',
  '0xABCD',
  'latest ',
  'x'.repeat(10_000),
  '\u0000',
  'é\u0301',
  [],
  [[]],
  {},
  { a: { b: 1 } },
  Array.from({ length: 200 }, () => 0),
]

test('every method, every param, hostile values: a −32602 with the param’s path, or an honest answer; never a defect', async (t) => {
  const harness = await startHarness()
  const client = await harness.connect()
  for (const method of METHODS) {
    const [example] = EXAMPLES[method.name] ?? []
    for (const { name } of method.params) {
      for (const value of HOSTILE) {
        const quick = method.params.some((param) => param.name === 'timeoutMs') ? { timeoutMs: 0 } : {}
        const { error } = await client.call(method.name, { ...example?.params, ...quick, [name]: value })
        if (error === undefined) continue
        const about = `${method.name} ${name} ${JSON.stringify(value).slice(0, 30)}: ${error.message.slice(0, 60)}`
        if (error.code === -32603) t.fail(about)
        if (error.data.code === 'rpc/bad-params')
          t.ok(
            method.params.some((param) => param.name === error.data.path?.split('.')[0]),
            about,
          )
      }
    }
  }
  t.same(harness.logged, [], 'nothing to log')
  await harness.server.stop()
})

test('a param that is missing, one too many, one of another name', async (t) => {
  const { call, server } = await startHarness()
  for (const { name, params } of METHODS) {
    if (name.startsWith('sub_')) continue
    const [first] = params.filter((param) => param.required)
    if (first !== undefined) {
      t.match(await call(name, {}), { error: { code: -32602, data: { code: 'rpc/bad-params', path: first.name } } }, `${name} without`)
      t.match(await call(name), { error: { code: -32602, data: { path: first.name } } }, `${name} without any`)
      t.match(await call(name, []), { error: { code: -32602, data: { path: first.name } } }, `${name} with an empty list`)
    }
    t.match(await call(name, { surprise: 1 }), { error: { code: -32602, data: { path: 'surprise' } } }, `${name} with a surprise`)
    const tooMany = [...params.map(() => null), 1]
    t.match(await call(name, tooMany), { error: { code: -32602, data: { path: `${params.length}` } } }, `${name} with one more`)
  }
  await server.stop()
})

test('params by position and by name mean the same; null leaves an optional one out', async (t) => {
  const node = new FakeNode()
  await node.api.submit(signedTransaction([{ key: 'a', value: '1' }]))
  node.seal()
  const { call, server } = await startHarness({}, node)
  const rows: readonly [method: string, named: Json, positional: Json][] = [
    ['chain_getBlock', { height: 1 }, [1]],
    ['chain_getBlock', { height: 1, detail: 'ids' }, [1, 'ids']],
    ['chain_getBlock', { detail: 'ids' }, [null, 'ids']],
    ['state_query', { module: 'notes', query: 'note', args: { key: 'a' } }, ['notes', 'note', { key: 'a' }]],
    ['state_query', { module: 'notes', query: 'count', height: 0 }, ['notes', 'count', null, 0]],
    ['chain_getHeight', {}, []],
  ]
  for (const [method, named, positional] of rows) {
    const expected = await call(method, named)
    t.not(expected.result, undefined, JSON.stringify(expected.error))
    t.same(await call(method, positional), expected, `${method} ${JSON.stringify(positional)}`)
  }
  t.match(
    await call('chain_getBlock', { height: null }),
    { error: { code: -32602, data: { path: 'height' } } },
    'by name a null is a value',
  )
  t.match(await call('chain_getHeight', null), { result: 1 }, 'params null is as none')
  await server.stop()
})

test('heights: numbers, tags, hashes', async (t) => {
  const node = new FakeNode()
  for (let count = 0; count < 3; count++) node.seal()
  const { call, server } = await startHarness({}, node)
  for (const [reference, height] of [
    [undefined, 3],
    ['latest', 3],
    ['safe', 3],
    ['finalized', 3],
    ['earliest', 0],
    [2, 2],
    [node.blocks[1]?.hash, 1],
  ] as const) {
    t.match(await call('chain_getHeader', reference === undefined ? {} : { height: reference }), {
      result: { height, hash: node.blocks[height]?.hash },
    })
  }
  for (const bad of [-1, 1.5, 2 ** 53, 'newest', '3', '0x12', '', { height: 1 }]) {
    t.match(
      await call('chain_getHeader', { height: bad as Json }),
      { error: { code: -32602, data: { path: 'height' } } },
      JSON.stringify(bad),
    )
  }
  const quoted = (await call('chain_getHeader', { height: '5' })).error?.message
  t.equal(quoted, `expected an integer from 0 to ${Number.MAX_SAFE_INTEGER}, got "5"`, 'a number is meant')
  const cursor = (await call('tx_list', { cursor: 'next' })).error?.message
  t.equal(cursor, 'expected nextCursor of the page before, got "next"', 'in words, and no pattern')
  t.match(await call('chain_getHeader', { height: 4 }), { error: { code: -32001, data: { code: 'chain/unknown-block' } } })
  t.match(await call('chain_getHeader', { height: `0x${'00'.repeat(32)}` }), {
    error: { code: -32001, data: { code: 'chain/unknown-block' } },
  })
  t.match(await call('chain_getCertificate', { height: 0 }), { error: { code: -32001, data: { code: 'chain/no-certificate' } } })
  await server.stop()
})
