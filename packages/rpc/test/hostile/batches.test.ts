import { test } from 'tap'
import { EXAMPLES } from '../../generated/examples.js'
import { METHODS } from '../../src/method-registry.ts'
import { FakeNode, signedTransaction } from '../fake-node.ts'
import { type Answer, startHarness } from '../harness.ts'
import { converse, HEIGHT, post as postBytes, realClock } from './raw.ts'

const CALLS_MAX = 100

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
