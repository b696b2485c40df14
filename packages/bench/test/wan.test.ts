import { type AddressInfo, connect, createServer } from 'node:net'
import { openProxies } from '@hanse/bench'
import { test } from 'tap'
import { type WanReport, wanFaults, wanLines } from '../src/scenarios/wan-report.ts'

const latencyMs = { count: 1_000, p50: 350, p95: 400, p99: 420, max: 500 }

function report(more: Partial<WanReport> = {}): WanReport {
  return {
    ...{ scenario: 'wan', validators: 4, delayMs: 80, jitterMs: 0, seed: 1, offeredPerSecond: 200, committedPerSecond: 200 },
    ...{ blocksPerSecond: 12, transactionsPerBlock: 16, primaryMs: { ...latencyMs, p50: 270 }, othersMs: latencyMs },
    rows: [{ name: 'bank-a', role: 'primary', latencyMs, preparedMs: 160, committedMs: 80 }],
    ...{ lateness: { pieces: 1_000, meanMs: 0.5, maxMs: 9 }, view: 0, failures: {}, ...more },
  }
}

test('four delays and 130 ms for half of the transactions of clients that are not on the primary', (t) => {
  t.same(wanFaults(report({ othersMs: { ...latencyMs, p50: 450 } })), [])
  t.match(wanFaults(report({ othersMs: { ...latencyMs, p50: 451 } })), [/^p50 is 451 ms, to be reached are 450 ms/])
  t.match(wanFaults(report({ delayMs: 40, othersMs: { ...latencyMs, p50: 300 } })), [/to be reached are 290 ms/])
  t.match(wanFaults(report({ othersMs: { ...latencyMs, count: 0, p50: 0 } })), [/^p50 is 0 ms/])
  t.match(wanFaults(report({ failures: { 'pool/full': 1 } })), ['there were failures'])
  t.match(wanLines(report()).join('\n'), /beyond +30 ms over 4 delays/)
  t.end()
})

test('a proxy passes everything on, in its order, and not before its time', async (t) => {
  const server = createServer((socket) => socket.pipe(socket))
  t.teardown(() => server.close())
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  // The second node is only dialled from.
  const proxies = await openProxies({ ports: [port, 1], seed: 7 })
  t.teardown(() => proxies.close())
  await proxies.setDelays([
    { from: 1, to: 0, delayMs: 60, jitterMs: 20, lossPercent: 0 },
    { from: 0, to: 1, delayMs: 30, jitterMs: 0, lossPercent: 0 },
  ])
  const socket = connect(Number(proxies.addresses(1).get(0)?.split(':')[1]), '127.0.0.1')
  const sent = Buffer.alloc(300_000, 'all of it, in order ')
  const startMs = performance.now()
  socket.write(sent)
  const received: Buffer[] = []
  let firstMs = 0
  await new Promise<void>((resolve) => {
    socket.on('data', (bytes) => {
      if (received.length === 0) firstMs = performance.now() - startMs
      received.push(bytes)
      if (Buffer.concat(received).length === sent.length) resolve()
    })
  })
  t.ok(Buffer.concat(received).equals(sent))
  // Half a millisecond early counts as in time, on each way.
  t.ok(firstMs >= 89, `${firstMs} ms`)
  const { pieces, meanMs, maxMs } = await proxies.lateness()
  t.ok(pieces >= 2 && meanMs >= 0 && maxMs >= meanMs)
  t.equal((await proxies.lateness()).pieces, 0, 'it is told once')
  socket.destroy()
})
