import { connect as connectTcp, type Socket } from 'node:net'
import { test } from 'tap'
import { EXAMPLES } from '../../generated/examples.js'
import { type MethodContext, WrittenJson } from '../../src/method.ts'
import { METHODS } from '../../src/method-registry.ts'
import { createPromMeter } from '../../src/prom-meter.ts'
import { FakeNode, signedTransaction } from '../fake-node.ts'
import { type Answer, serve, startHarness } from '../harness.ts'
import { converse, HEIGHT, pause, post as postBytes, realClock } from './raw.ts'

const CALLS_MAX = 100

function connected(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connectTcp({ port, host: '127.0.0.1' }, () => resolve(socket))
  })
}

/** A chain whose newest block is long, so that reading it costs something. */
async function longBlock(): Promise<FakeNode> {
  const node = new FakeNode()
  for (let index = 0; index < 100; index++)
    await node.api.submit(signedTransaction([{ key: `k${index}`, value: 'v'.repeat(500) }], { unique: index }))
  node.seal()
  return node
}

test('batches that are empty, too long, or nested are one refusal; each bad call in one is refused by itself', async (t) => {
  const { post, server } = await startHarness()
  t.teardown(() => server.stop())
  const whole: readonly (readonly [about: string, body: string, code: string])[] = [
    ['empty', '[]', 'rpc/empty-batch'],
    ['101 calls', `[${Array.from({ length: CALLS_MAX + 1 }, () => HEIGHT).join(',')}]`, 'rpc/batch-too-large'],
    ['5 MB of empty objects', `[${'{},'.repeat(1_700_000)}{}]`, 'rpc/batch-too-large'],
    [
      '5 MB of values in one call',
      `{"jsonrpc":"2.0","id":1,"method":"tx_prepare","params":[${'1,'.repeat(2_500_000)}1]}`,
      'json/too-many-values',
    ],
    [
      'a batch whose calls have them together',
      `[${Array.from({ length: 100 }, () => `{"id":1,"params":[${'{},'.repeat(1_000)}1]}`).join()}]`,
      'json/too-many-values',
    ],
    ['lists without end', '['.repeat(1_000_000), 'json/too-deep'],
    ['more than 5 MB', `[${HEIGHT}${' '.repeat(5 * 1024 * 1024)}]`, 'rpc/request-too-large'],
  ]
  for (const [about, body, code] of whole) {
    const startMs = performance.now()
    const answer = JSON.parse((await post(body)).text) as Answer
    t.match(answer, { id: null, error: { data: { code } } }, about)
    t.ok(performance.now() - startMs < 5_000, about)
  }
  const nested = JSON.parse((await post(`[[${HEIGHT}],[[]],{},null,"x",${HEIGHT}]`)).text) as readonly Answer[]
  t.match(nested, [
    { id: null, error: { code: -32600 } },
    { id: null, error: { code: -32600 } },
    { id: null, error: { code: -32600 } },
    { id: null, error: { code: -32600 } },
    { id: null, error: { code: -32600 } },
    { id: 1, result: 0 },
  ])
  t.equal(nested.length, 6, 'a batch in a batch is no request')
})

test('a batch of 100 of any method lets others be served between its calls', async (t) => {
  const { post, call, logged, server } = await startHarness(
    { limits: { loopbackCallsPerSecond: 1e9, loopbackCallsBurst: 1e9 } },
    await longBlock(),
  )
  t.teardown(() => server.stop())
  for (const { name, params } of METHODS) {
    const given = { ...EXAMPLES[name]?.[0]?.params, ...(params.some((param) => param.name === 'timeoutMs') ? { timeoutMs: 1 } : {}) }
    const calls = Array.from({ length: CALLS_MAX }, (_, id) => ({ jsonrpc: '2.0', id, method: name, params: given }))
    let done = false
    const batch = post(JSON.stringify(calls)).finally(() => {
      done = true
    })
    t.match(await call('chain_getHeight'), { result: 1 }, `beside 100 × ${name}${done ? ', which was quick' : ''}`)
    const answers = JSON.parse((await batch).text) as readonly Answer[]
    t.equal(answers.length, CALLS_MAX, name)
    t.same(
      [...new Set(answers.map(({ error }) => error?.code))].filter((code) => code === -32603),
      [],
      name,
    )
  }
  t.same(logged, [])
})

test('a client that asks for much pays for it, and another one does not', async (t) => {
  const limits = { loopbackCallsPerSecond: 1_000, loopbackCallsBurst: 1_000, loopbackProcessorMsPerSecond: 20 }
  const { post, rpcPort, server } = await startHarness({ clock: realClock, limits }, await longBlock())
  t.teardown(() => server.stop())
  const block = JSON.stringify(
    Array.from({ length: CALLS_MAX }, (_, id) => ({ jsonrpc: '2.0', id, method: 'chain_getBlock', params: [1] })),
  )
  const answers = JSON.parse((await post(block)).text) as readonly Answer[]
  const refused = answers.filter(({ error }) => error?.data.code === 'rpc/rate-limited').length
  t.ok(refused > 0 && refused < CALLS_MAX, `${refused} of 100 costly calls were refused, though 1,000 calls a second are allowed`)
  const other = await converse(rpcPort, {
    localAddress: '127.0.0.3',
    onOpen: (socket) => socket.write(postBytes(HEIGHT, 'connection: close\r\n')),
  })
  t.match(other.text, /"result":1/)
})

test('what is left of a batch is not run once its client has gone, over HTTP and WebSocket', async (t) => {
  const node = await longBlock()
  let runs = 0
  const { height } = node.api
  // Each call asks for the head once, before it does anything.
  const counted = (): number => {
    runs += 1
    return height()
  }
  const api = { ...node.api, height: counted }
  const { rpcPort, connect, server } = await serve({ limits: { loopbackCallsPerSecond: 1e9, loopbackCallsBurst: 1e9 } }, { api, nowMs: 0 })
  t.teardown(() => server.stop())
  const call = { jsonrpc: '2.0', id: 1, method: 'chain_getBlock', params: { height: 1, detail: 'full' } }
  const batch = JSON.stringify(Array.from({ length: CALLS_MAX }, () => call))
  const onRun = async (least: number): Promise<void> => {
    for (let turn = 0; turn < 10_000 && runs < least; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  const settled = async (): Promise<number> => {
    for (let before = -1; before !== runs; ) {
      before = runs
      await pause(100)
    }
    return runs
  }
  const over: Readonly<Record<string, () => Promise<() => void>>> = {
    HTTP: async () => {
      const socket = await connected(rpcPort)
      socket.write(postBytes(batch))
      return () => socket.destroy()
    },
    WebSocket: async () => {
      const client = await connect()
      client.socket.send(batch)
      return () => client.socket.terminate()
    },
  }
  for (const [about, send] of Object.entries(over)) {
    runs = 0
    const leave = await send()
    await onRun(2)
    leave()
    const made = await settled()
    t.ok(made >= 2 && made < CALLS_MAX / 2, `${about}: ${made} of ${CALLS_MAX} were run`)
  }
})

test('of a client that goes while it waits for what it owes nothing is done', async (t) => {
  const meter = createPromMeter()
  let answers = 0
  const count = (name: string): void => {
    if (name === 'hanse_rpc_requests_total') answers += 1
  }
  const counting = { ...meter, count }
  // The debt takes a second to be paid off.
  const limits = { loopbackCallsPerSecond: 2_000, loopbackCallsBurst: 2_000, loopbackProcessorMsPerSecond: 0.01 }
  const { rpcPort, server } = await startHarness({ clock: realClock, meter: counting, limits })
  t.teardown(() => server.stop())
  const ask = async (leave: (socket: Socket) => void): Promise<number> => {
    const socket = await connected(rpcPort)
    socket.on('error', () => undefined)
    socket.write(postBytes(HEIGHT))
    await new Promise((resolve) => socket.once('data', resolve))
    const onOpen = (other: Socket): void => void other.write(postBytes(`[${Array.from({ length: CALLS_MAX }, () => HEIGHT)}]`))
    await converse(rpcPort, { onOpen, enough: (seen) => seen.endsWith(']') })
    const before = answers
    socket.write(postBytes(HEIGHT))
    await pause(50)
    leave(socket)
    await pause(2_000)
    socket.destroy()
    return answers - before
  }
  t.equal(await ask(() => undefined), 1, 'who stays has an answer')
  t.equal(await ask((socket) => socket.destroy()), 0)
  t.equal(await ask((socket) => socket.resetAndDestroy()), 0)
})

test('the document is written once, and what a batch has no more room for is not run', async (t) => {
  const { post, server } = await startHarness({
    limits: { loopbackCallsPerSecond: 1e9, loopbackCallsBurst: 1e9, responseBytesMax: 1024 * 1024 },
  })
  t.teardown(() => server.stop())
  const calls = [
    ...Array.from({ length: CALLS_MAX - 1 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'rpc.discover' })),
    { jsonrpc: '2.0', id: CALLS_MAX, method: 'chain_getHeight' },
  ]
  const answers = JSON.parse((await post(JSON.stringify(calls))).text) as readonly Answer[]
  const given = answers.filter(({ result }) => result !== undefined)
  t.ok(given.length >= 2 && given.length < 10, `${given.length} documents are in the answer`)
  t.same(
    [...new Set(answers.slice(given.length).map(({ error }) => error?.data.code))],
    ['rpc/response-too-large'],
    'and nothing behind them, however small',
  )
  const discover = METHODS.find(({ name }) => name === 'rpc.discover')
  const document = new WrittenJson({ openrpc: '1.3.2' })
  const outcome = await discover?.call({ services: { discover: () => document } } as unknown as MethodContext, undefined)
  t.equal(outcome?.ok === true ? outcome.value : undefined, document, 'as it is')
})
