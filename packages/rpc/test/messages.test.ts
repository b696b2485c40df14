import { BlockMissing } from '@hanse/ports'
import { test } from 'tap'
import { startHarness } from './harness.ts'

const HEIGHT = '"jsonrpc":"2.0","method":"chain_getHeight"'

test('ids come back as they were sent', async (t) => {
  const { post, server } = await startHarness()
  for (const id of [
    '1',
    '0',
    '-7',
    '1.50',
    '1e3',
    '12345678901234567890',
    '9007199254740993',
    '"a"',
    '""',
    '"\\u00e9\\n"',
    '"é😀"',
    'null',
  ]) {
    const { text } = await post(`{"id": ${id} ,${HEIGHT}}`)
    t.equal(text, `{"jsonrpc":"2.0","id":${id},"result":0}`)
  }
  await server.stop()
})

test('what is no request', async (t) => {
  const { post, server } = await startHarness()
  const rows: readonly [body: string, id: unknown, code: number, reason: string, path?: string][] = [
    ['1', null, -32600, 'rpc/not-a-request'],
    ['"x"', null, -32600, 'rpc/not-a-request'],
    ['null', null, -32600, 'rpc/not-a-request'],
    ['{}', null, -32600, 'rpc/not-a-request', 'jsonrpc'],
    ['{"id":1,"method":"chain_getHeight"}', 1, -32600, 'rpc/not-a-request', 'jsonrpc'],
    ['{"id":1,"jsonrpc":"1.0","method":"chain_getHeight"}', 1, -32600, 'rpc/not-a-request', 'jsonrpc'],
    ['{"id":1,"jsonrpc":"2.0"}', 1, -32600, 'rpc/not-a-request', 'method'],
    ['{"id":1,"jsonrpc":"2.0","method":7}', 1, -32600, 'rpc/not-a-request', 'method'],
    [`{"id":1,${HEIGHT},"params":"x"}`, 1, -32600, 'rpc/not-a-request', 'params'],
    [`{"id":{},${HEIGHT}}`, null, -32600, 'rpc/not-a-request', 'id'],
    [`{"id":true,${HEIGHT}}`, null, -32600, 'rpc/not-a-request', 'id'],
    [`{"id":"${'x'.repeat(300)}",${HEIGHT}}`, null, -32600, 'rpc/not-a-request', 'id'],
    [`{"id":1,"id":2,${HEIGHT}}`, 2, -32600, 'json/duplicate-member', 'id'],
    [`{"id":1,"__proto__":{},${HEIGHT}}`, 1, -32600, 'json/forbidden-member', '__proto__'],
    ['[]', null, -32600, 'rpc/empty-batch'],
    ['', null, -32700, 'json/malformed'],
    ['{"jsonrpc":"2.0","id":1', null, -32700, 'json/malformed'],
    [`{"id":1,${HEIGHT}} {}`, null, -32700, 'json/malformed'],
    [`[{"id":1,${HEIGHT}},`, null, -32700, 'json/malformed'],
    [`{"id":1,${HEIGHT},"params":${'['.repeat(40)}${']'.repeat(40)}}`, null, -32700, 'json/too-deep'],
    ['{"id":1,"jsonrpc":"2.0","method":"toString"}', 1, -32601, 'rpc/unknown-method'],
    ['{"id":1,"jsonrpc":"2.0","method":"__proto__"}', 1, -32601, 'rpc/unknown-method'],
    ['{"id":1,"jsonrpc":"2.0","method":""}', 1, -32601, 'rpc/unknown-method'],
  ]
  for (const [body, id, code, reason, path] of rows) {
    const answer = JSON.parse((await post(body)).text)
    t.equal(answer.id, id, body.slice(0, 80))
    t.equal(answer.error.code, code)
    t.equal(answer.error.data.code, reason)
    t.equal(answer.error.data.path, path)
    t.ok(answer.error.data.hint.length > 0)
    t.equal(answer.error.data.docs, `docs/errors.md#${reason.replace('/', '-')}`)
  }
  await server.stop()
})

test('bytes that are not UTF-8 are not JSON', async (t) => {
  const { post, server } = await startHarness()
  const body = Buffer.from(`{"id":"x",${HEIGHT}}`)
  body[7] = 0xff
  t.match(JSON.parse((await post(body)).text), { id: null, error: { code: -32700, data: { code: 'json/malformed' } } })
  await server.stop()
})

test('a fault inside params is the params’, under the request’s own id', async (t) => {
  const { post, server } = await startHarness()
  const rows: readonly [params: string, reason: string, path: string][] = [
    ['{"sender":"a","sender":"b"}', 'json/duplicate-member', 'sender'],
    ['{"calls":[{"params":{"amount":9007199254740993}}]}', 'json/number-too-large', 'calls.0.params.amount'],
    ['{"calls":[{"params":{"__proto__":1}}]}', 'json/forbidden-member', 'calls.0.params.__proto__'],
    ['["\\ud800"]', 'json/lone-surrogate', '0'],
  ]
  for (const [params, reason, path] of rows) {
    const single = JSON.parse((await post(`{"jsonrpc":"2.0","id":9,"method":"tx_prepare","params":${params}}`)).text)
    t.match(single, { id: 9, error: { code: -32602, data: { code: reason, path } } })
    const batch = JSON.parse((await post(`[{"jsonrpc":"2.0","id":9,"method":"tx_prepare","params":${params}},{"id":10,${HEIGHT}}]`)).text)
    t.match(
      batch,
      [
        { id: 9, error: { code: -32602, data: { code: reason, path } } },
        { id: 10, result: 0 },
      ],
      'the others are answered',
    )
  }
  await server.stop()
})

test('batches: answers in order, each by itself, and nothing for notifications', async (t) => {
  const { post, server } = await startHarness()
  const { text } = await post(`[{"id":1,${HEIGHT}}, 5, {${HEIGHT}}, {"id":"b","jsonrpc":"2.0","method":"nope"}, {"id":null,${HEIGHT}}]`)
  t.match(JSON.parse(text), [
    { id: 1, result: 0 },
    { id: null, error: { code: -32600 } },
    { id: 'b', error: { code: -32601 } },
    { id: null, result: 0 },
  ])
  const silent = await post(`[{${HEIGHT}},{"jsonrpc":"2.0","method":"nope"}]`)
  t.match(silent, { status: 204, text: '' })
  t.match(await post(`{${HEIGHT}}`), { status: 204, text: '' })
  await server.stop()
})

test('a batch has at most 100 calls', async (t) => {
  const { post, server } = await startHarness()
  const batch = (calls: number): string =>
    JSON.stringify(Array.from({ length: calls }, (_, id) => ({ jsonrpc: '2.0', id, method: 'chain_getHeight' })))
  t.equal(JSON.parse((await post(batch(100))).text).length, 100)
  t.match(JSON.parse((await post(batch(101))).text), { id: null, error: { code: -32005, data: { code: 'rpc/batch-too-large' } } })
  await server.stop()
})

test('in a batch, calls that wait do so together', async (t) => {
  const { post, server } = await startHarness()
  const wait = { jsonrpc: '2.0', method: 'tx_waitForReceipt', params: { hash: `0x${'11'.repeat(32)}`, timeoutMs: 200 } }
  const startedMs = performance.now()
  const answers = JSON.parse((await post(JSON.stringify(Array.from({ length: 20 }, (_, id) => ({ ...wait, id }))))).text)
  t.equal(answers.length, 20)
  t.ok(performance.now() - startedMs < 2_000, 'not one after another')
  await server.stop()
})

test('an error never repeats much of the request', async (t) => {
  const { call, server } = await startHarness()
  const huge = 'x'.repeat(1_000_000)
  for (const answer of [
    await call(huge),
    await call('chain_getBlock', { height: huge }),
    await call('chain_getBlock', { [huge]: 1 }),
    await call('state_query', { module: 'notes', query: 'note', args: { key: { [huge]: huge } } }),
  ]) {
    t.ok(JSON.stringify(answer).length < 2_000, answer.error?.message.slice(0, 80) ?? '')
    t.ok(answer.error !== undefined)
  }
  await server.stop()
})

test('a block that is damaged on the disk is no defect of the server: it has a code, and a way out', async (t) => {
  const { call, node, logged, server } = await startHarness()
  const damaged = async (): Promise<never> => {
    throw new BlockMissing(7)
  }
  Object.assign(node.api, { epochs: damaged, block: damaged })
  for (const answer of [await call('consensus_listEpochs'), await call('chain_getBlock', { height: 0 })])
    t.match(answer, { error: { data: { code: 'chain/block-damaged', height: 7, hint: /another node/ } } })
  t.strictSame(logged, [], 'the node has told it already')
  await server.stop()
})

test('a defect in a method is told without its details, and logged with them', async (t) => {
  const { call, node, logged, server } = await startHarness()
  Object.assign(node.api, { pool: () => JSON.parse('{secret') })
  const answer = await call('pool_status')
  t.match(answer, { id: 1, error: { code: -32603, data: { code: 'rpc/internal' } } })
  t.notOk(JSON.stringify(answer).includes('secret'))
  t.match(logged, [{ level: 'error', fields: { method: 'pool_status', error: /SyntaxError/ } }])
  t.match(await call('chain_getHeight'), { result: 0 })
  await server.stop()
})
