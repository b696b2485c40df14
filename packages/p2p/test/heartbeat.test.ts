import { test } from 'tap'
import { createFaultyWire } from './faulty-wire.ts'
import { eventually, idOf, sleep, startNode, type TestNode } from './support.ts'

const escaped: unknown[] = []
process.on('uncaughtException', (error) => escaped.push(error))
process.on('unhandledRejection', (reason) => escaped.push(reason))

interface Teardown {
  teardown(end: () => unknown): void
}

function stopAtEnd(t: Teardown, nodes: readonly TestNode[]): void {
  t.teardown(() => Promise.all(nodes.map((node) => node.stop())))
}

function isMesh(nodes: readonly TestNode[]): boolean {
  return nodes.every((node) => node.connected().length === nodes.length - 1)
}

/** Ten times as fast as in life. */
const FAST_HEARTBEAT = { heartbeatIntervalMs: 100, silentHeartbeatsMax: 5, retryDelayMaxMs: 300 }

async function startWired(t: Teardown): Promise<{ a: TestNode; b: TestNode; wire: Awaited<ReturnType<typeof createFaultyWire>> }> {
  const b = await startNode('b', { peers: [{ peerId: idOf('a'), addresses: [] }], limits: FAST_HEARTBEAT })
  const wire = await createFaultyWire(Number(b.address().split('/')[4]))
  const a = await startNode('a', { peers: [{ peerId: b.id, addresses: [wire.address] }], limits: FAST_HEARTBEAT })
  t.teardown(() => wire.close())
  stopAtEnd(t, [a, b])
  await eventually(() => isMesh([a, b]))
  return { a, b, wire }
}

test('a wire that is cut silently is noticed within six heartbeats, and used again when it is mended', async (t) => {
  const { a, b, wire } = await startWired(t)
  const cutAt = Date.now()
  wire.cut()
  t.equal(await eventually(() => a.connected().length + b.connected().length === 0, 2_000), true)
  const noticedMs = Date.now() - cutAt
  t.ok(noticedMs > 380 && noticedMs < 900, `noticed after ${noticedMs} ms`)
  t.match(a.log.at(-1), /silent for 5 heartbeats/)
  wire.mend()
  t.equal(await eventually(() => isMesh([a, b]), 4_000), true)
})

test('a peer that says nothing for a few heartbeats is kept', async (t) => {
  const { a, b, wire } = await startWired(t)
  wire.cut()
  await sleep(300)
  wire.mend()
  await sleep(400)
  t.equal(a.log.length + b.log.length, 2, 'nobody noticed')
})

test('while our own loop is blocked nobody else is silent', async (t) => {
  const { a, b } = await startWired(t)
  const until = Date.now() + 800
  while (Date.now() < until);
  await sleep(200)
  t.equal(a.log.length + b.log.length, 2)
})

test('nothing of all this escaped', async (t) => {
  await sleep(100)
  t.same(escaped, [])
})
