import { test } from 'tap'
import { createPromMeter } from '../src/prom-meter.ts'
import { FakeNode, signedTransaction } from './fake-node.ts'
import { startHarness } from './harness.ts'

/** Enough that the sockets of both ends cannot hold what they tell. */
const BLOCKS = 8
const LIMITS = { subscriptionBufferBytesMax: 64 * 1024, slowReaderMs: 150 }

/** A chain whose blocks make long notifications: more than the sockets of both ends hold. */
async function longChain(): Promise<FakeNode> {
  const node = new FakeNode()
  for (let height = 1; height <= BLOCKS; height++) {
    for (let index = 0; index < 24; index++) {
      const calls = Array.from({ length: 40 }, (_, call) => ({ key: `k${call}`, value: 'v'.repeat(1_000) }))
      await node.api.submit(signedTransaction(calls, { unique: height * 100 + index }))
    }
    node.seal()
  }
  return node
}

const chain = longChain()

test('a reader that stops reading is closed with its cursor, and loses nothing when it comes back', async (t) => {
  const { connect, node, server } = await startHarness({ limits: LIMITS }, await chain)
  const client = await connect()
  const { id } = (await client.call('sub_subscribe', { topic: 'transactions', from: 1 })).result
  client.socket.pause()
  const memoryBefore = process.memoryUsage().rss
  await new Promise((resolve) => setTimeout(resolve, 600))
  t.ok(process.memoryUsage().rss - memoryBefore < 100 * 1024 * 1024, 'the server did not queue what is not read')
  client.socket.resume()
  const closed = (await client.until((message) => message.method === 'sub_closed')).params
  t.match(closed, { id, reason: 'slow-reader' })
  const told = client.notifications(id)
  t.ok(told.length > 0 && told.length < 24 * BLOCKS, `${told.length} came before`)

  const again = (await client.call('sub_subscribe', { topic: 'transactions', from: closed.cursor })).result
  await client.until(
    (message) =>
      message.params?.id === again.id && message.params.data?.receipt.height === BLOCKS && message.params.data.receipt.index === 23,
  )
  const places = [...told, ...client.notifications(again.id)].map(({ data }) => data.hash)
  t.same(
    places,
    node.blocks.flatMap(({ transactions }) => transactions.map((transaction) => transaction.id)),
    'together they are the whole chain',
  )
  await server.stop()
})

test('a reader that pauses and goes on is not closed', async (t) => {
  const { connect, server } = await startHarness({ limits: { ...LIMITS, slowReaderMs: 5_000 } }, await chain)
  const client = await connect()
  const { id } = (await client.call('sub_subscribe', { topic: 'transactions', from: 4 })).result
  client.socket.pause()
  await new Promise((resolve) => setTimeout(resolve, 200))
  client.socket.resume()
  await client.until((message) => message.params?.data?.receipt.height === BLOCKS && message.params.data.receipt.index === 23)
  t.equal(client.notifications(id).length, 24 * (BLOCKS - 3))
  await server.stop()
})

test('answers that are not read stop the server from reading, not from living', async (t) => {
  const { connect, call, node, server } = await startHarness({ limits: LIMITS }, await chain)
  const client = await connect()
  let reads = 0
  const { block } = node.api
  Object.assign(node.api, {
    block: (at: number) => {
      reads += 1
      return block(at)
    },
  })
  client.socket.pause()
  for (let id = 1; id <= 12; id++)
    client.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'chain_getBlock', params: { height: 1 } }))
  await new Promise((resolve) => setTimeout(resolve, 300))
  t.ok(reads < 9, `${reads} of 12 were answered while nobody read`)
  t.match(await call('chain_getHeight'), { result: BLOCKS }, 'others are served')
  client.socket.resume()
  await client.until((message) => message.id === 12)
  t.equal(client.received.filter(({ result }) => result !== undefined).length, 12)
  await server.stop()
})

test('what waits for a client is shared by its sockets: with many of them, less for each', async (t) => {
  const buffer = 8 * 1024 * 1024
  const rates = { loopbackCallsPerSecond: 1e9, loopbackCallsBurst: 1e9, loopbackProcessorMsPerSecond: 1e9 }
  let answers = 0
  const count = (name: string): void => {
    if (name === 'hanse_rpc_requests_total') answers += 1
  }
  const { connect, node, server } = await startHarness(
    {
      meter: { ...createPromMeter(), count },
      limits: { ...rates, subscriptionBufferBytesMax: buffer, subscriptionBufferBytesPerClientMax: buffer, slowReaderMs: 5_000 },
    },
    await chain,
  )
  const hash = node.blocks.flatMap(({ transactions }) => transactions)[0]?.id
  /** How many of its calls each of so many sockets that do not read has answered. */
  const answeredEach = async (sockets: number): Promise<number> => {
    answers = 0
    const clients = await Promise.all(Array.from({ length: sockets }, () => connect()))
    for (const { socket } of clients) {
      socket.pause()
      for (let id = 1; id <= 200; id++) socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'tx_get', params: { hash } }))
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    for (const { socket } of clients) socket.terminate()
    return answers / sockets
  }
  const [alone, many] = [await answeredEach(1), await answeredEach(8)]
  t.ok(alone < 200 && many < alone - 8, `${alone} alone, ${many} of each of eight`)
  await server.stop()
})
