import type { Socket } from 'node:net'
import { test } from 'tap'
import { PIPELINED_REQUESTS_MAX } from '../../src/limits.ts'
import { FakeNode, signedTransaction } from '../fake-node.ts'
import { startHarness } from '../harness.ts'
import { TEST_CERTIFICATE } from '../support/certificate.ts'
import { type Conversation, converse, HEIGHT, pause, post, realClock, UPGRADE } from './raw.ts'

const MIB = 1024 * 1024
/** Another client, as the server sees it. */
const HONEST = '127.0.0.3'

/** Says the beginning at once and the rest byte by byte, for as long as it is listened to. */
function slowly(port: number, beginning: string, rest: string): Promise<Conversation> {
  return converse(port, {
    onOpen: (socket) => {
      socket.write(beginning)
      let at = 0
      const timer = setInterval(() => socket.write(rest.charAt(at++ % rest.length)), 50)
      socket.once('close', () => clearInterval(timer))
    },
  })
}

function answered(port: number, localAddress = HONEST): Promise<Conversation> {
  return converse(port, { localAddress, onOpen: (socket) => socket.write(post(HEIGHT, 'connection: close\r\n')) })
}

test('who sends headers, a body, an upgrade or nothing at all slowly loses the connection', async (t) => {
  const limits = { headersTimeoutMs: 300, requestTimeoutMs: 600 }
  const { rpcPort, server } = await startHarness({ limits, clock: realClock })
  t.teardown(() => server.stop())
  const slow = await Promise.all([
    slowly(rpcPort, 'POST / HTTP/1.1\r\nhost: localhost\r\nx: ', 'a'),
    slowly(rpcPort, 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n', ' '),
    slowly(
      rpcPort,
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\n \r\n',
    ),
    slowly(rpcPort, UPGRADE.slice(0, 60), 'a'),
    converse(rpcPort, { onOpen: () => undefined }),
  ])
  for (const { closed, elapsedMs } of slow) t.ok(closed && elapsedMs < 5_000, `ended after ${elapsedMs.toFixed(0)} ms`)
  t.match((await answered(rpcPort)).text, /"result":0/)
})

test('a TLS handshake that does not end loses the connection', async (t) => {
  const limits = { headersTimeoutMs: 300 }
  const { rpcPort, server } = await startHarness({ limits, clock: realClock, tls: TEST_CERTIFICATE })
  t.teardown(() => server.stop())
  const hello = Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])
  const begun = converse(rpcPort, { onOpen: (socket) => socket.write(hello) })
  const silent = converse(rpcPort, { onOpen: () => undefined })
  const plain = converse(rpcPort, { onOpen: (socket) => socket.write(post(HEIGHT)) })
  for (const { closed, text, elapsedMs } of await Promise.all([begun, silent, plain])) {
    t.ok(closed && elapsedMs < 5_000, `ended after ${elapsedMs.toFixed(0)} ms`)
    t.notMatch(text, /"result"/)
  }
})

test('1,000 idle connections, and then more than there may be: others are served, and memory stays', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock, limits: { connectionsMax: 1_000, headersTimeoutMs: 60_000 } })
  t.teardown(() => server.stop())
  const before = process.memoryUsage().rss
  const sockets: Socket[] = []
  const idle: Promise<Conversation>[] = []
  // Not more at once than the system keeps for a listener that is busy.
  for (let wave = 1; wave <= 12; wave++) {
    for (let count = 0; count < 100; count++) idle.push(converse(rpcPort, { maxMs: 30_000, onOpen: (socket) => sockets.push(socket) }))
    for (let waitedMs = 0; sockets.length < wave * 100 && waitedMs < 10_000; waitedMs += 20) await pause(20)
  }
  t.equal(sockets.length, 1_200)
  // Who has just come may be about to ask.
  await pause(600)
  for (let count = 0; count < 20; count++) t.match((await answered(rpcPort)).text, /"result":0/, 'served beside them')
  const ended = (): number => sockets.filter((socket) => socket.destroyed).length
  for (let waitedMs = 0; ended() < 200 && waitedMs < 5_000; waitedMs += 50) await pause(50)
  t.ok(ended() >= 200, `${ended()} were ended`)
  const grownMib = (process.memoryUsage().rss - before) / MIB
  t.ok(grownMib < 200, `${grownMib.toFixed(0)} MiB for both ends`)
  for (const socket of sockets) socket.destroy()
  await Promise.all(idle)
})

test('10,000 requests of one client at once: each is answered or refused, and another client is served meanwhile', async (t) => {
  const limits = { loopbackCallsPerSecond: 100, loopbackCallsBurst: 500 }
  const { rpcPort, server, logged } = await startHarness({ clock: realClock, limits })
  t.teardown(() => server.stop())
  const requests = post(HEIGHT)
  const tally = { answered: 0, refused: 0 }
  const floods = Array.from({ length: 200 }, () =>
    converse(rpcPort, {
      maxMs: 60_000,
      onOpen: (socket) => {
        let [sent, text] = [0, '']
        const next = (): void => {
          if (sent++ === 50) socket.destroy()
          else socket.write(requests)
        }
        socket.on('data', (chunk) => {
          text += chunk.toString()
          if (!/\}\s*$/.test(text)) return
          if (text.includes('"result":0')) tally.answered += 1
          if (text.includes('rpc/rate-limited')) tally.refused += 1
          text = ''
          next()
        })
        next()
      },
    }),
  )
  await pause(300)
  const others = await Promise.all(Array.from({ length: 10 }, () => answered(rpcPort)))
  for (const { text } of others) t.match(text, /"result":0/)
  const slowestMs = Math.max(...others.map(({ elapsedMs }) => elapsedMs))
  t.ok(tally.answered + tally.refused < 10_000, `the slowest of the others waited ${slowestMs.toFixed(0)} ms, and the flood goes on`)
  await Promise.all(floods)
  t.equal(tally.answered + tally.refused, 10_000, JSON.stringify(tally))
  t.ok(tally.refused > 1_000)
  t.same(logged, [])
})

test('pages are paid for like calls: who asks for nothing but pages is refused, and another client is served', async (t) => {
  const limits = { loopbackCallsPerSecond: 1_000, loopbackCallsBurst: 500, loopbackProcessorMsPerSecond: 20 }
  const { rpcPort, metricsPort, server } = await startHarness({ clock: realClock, limits })
  t.teardown(() => server.stop())
  const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`
  const isRefused = (text: string): boolean => /^HTTP\/1\.1 429 /m.test(text) && text.includes('rpc/rate-limited')
  for (const [port, path] of [
    [rpcPort, '/openrpc.json'],
    [rpcPort, '/nothing'],
    [metricsPort, '/metrics'],
  ] as const) {
    const flood = Array.from({ length: 20 }, () =>
      converse(port, {
        localAddress: '127.0.0.2',
        maxMs: 2_000,
        enough: isRefused,
        onOpen: (socket) => socket.write(get(path).repeat(PIPELINED_REQUESTS_MAX)),
      }),
    )
    t.ok(
      (await Promise.all(flood)).some(({ text }) => isRefused(text)),
      path,
    )
    const page = await converse(port, {
      localAddress: HONEST,
      onOpen: (socket) => socket.write(get('/livez').replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n')),
    })
    t.match(page.text, /^HTTP\/1\.1 200 [\s\S]*"live":true/, 'another client')
  }
})

test('who is cut off makes no new connections for a while; others do', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock, limits: { loopbackConnectionsPerSecond: 10, connectionsMax: 3 } })
  t.teardown(() => server.stop())
  const many = post(HEIGHT).repeat(2 * PIPELINED_REQUESTS_MAX)
  const mine = '127.0.0.2'
  t.ok((await converse(rpcPort, { localAddress: mine, onOpen: (socket) => socket.write(many) })).closed)
  const [again, other] = await Promise.all([answered(rpcPort, mine), answered(rpcPort)])
  t.equal(again.text, '', 'it is not heard')
  t.ok(again.elapsedMs < 500, 'and need not wait to know')
  t.match(other.text, /"result":0/)
  let back: Conversation | undefined
  for (let tries = 0; tries < 40 && back?.text !== other.text; tries++) {
    await pause(100)
    back = await answered(rpcPort, mine)
  }
  t.match(back?.text, /"result":0/, 'later it is')
})

test('of a client that owes no large body is read', async (t) => {
  const limits = { loopbackCallsPerSecond: 100, loopbackCallsBurst: 100, loopbackProcessorMsPerSecond: 5 }
  const { rpcPort, server } = await startHarness({ clock: realClock, limits })
  t.teardown(() => server.stop())
  const costly = post(`{"id":1,"method":"x","params":{${Array.from({ length: 20_000 }, (_, index) => `"m${index}":[]`).join()}}}`)
  const mine = '127.0.0.2'
  await converse(rpcPort, { localAddress: mine, enough: (text) => text.includes('\r\n\r\n'), onOpen: (socket) => socket.write(costly) })
  const head = `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${MIB}\r\n\r\n`
  const unread = await converse(rpcPort, { localAddress: mine, maxMs: 5_000, onOpen: (socket) => socket.write(head) })
  t.match(unread.text, /^HTTP\/1\.1 200 [\s\S]*\r\nconnection: close\r\n[\s\S]*"code":"rpc\/rate-limited"/i, 'refused by its head alone')
  t.ok(unread.closed)
  t.match((await answered(rpcPort)).text, /"result":0/, 'another client')
})

test('who pipelines without reading is cut off, and costs no memory', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock })
  t.teardown(() => server.stop())
  const wait = post(`{"jsonrpc":"2.0","id":1,"method":"tx_waitForReceipt","params":{"hash":"0x${'11'.repeat(32)}"}}`)
  const few = converse(rpcPort, { maxMs: 500, onOpen: (socket) => socket.write(wait.repeat(PIPELINED_REQUESTS_MAX)) })
  const many = converse(rpcPort, { onOpen: (socket) => socket.write(wait.repeat(PIPELINED_REQUESTS_MAX + 1)) })
  t.notOk((await few).closed, 'as many as it may')
  t.ok((await many).closed)
  const before = process.memoryUsage().rss
  const flood = await converse(rpcPort, { onOpen: (socket) => socket.write(wait.repeat(20_000)) })
  t.ok(flood.closed)
  t.ok(process.memoryUsage().rss - before < 100 * MIB)
  t.match((await answered(rpcPort)).text, /"result":0/)
})

test('large bodies that do not end: a client has few of them, and small ones of others pass', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock, limits: { requestTimeoutMs: 3_000 } })
  t.teardown(() => server.stop())
  const half = `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${5 * MIB}\r\n\r\n${' '.repeat(MIB)}`
  const chunked = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n '
  const begun = [half, half, chunked, chunked, half, chunked].map((request) =>
    converse(rpcPort, { onOpen: (socket) => socket.write(request) }),
  )
  await pause(300)
  t.match((await answered(rpcPort, '127.0.0.1')).text, /"result":0/, 'a small one of the same client')
  const ended = await Promise.all(begun)
  t.equal(ended.filter(({ text }) => text.includes('rpc/too-many-calls')).length, 2, 'four of 5 MB are under way, two are refused')
  t.match((await answered(rpcPort)).text, /"result":0/)
  const whole = await converse(rpcPort, { onOpen: (socket) => socket.write(post(HEIGHT.padEnd(MIB), 'connection: close\r\n')) })
  t.match(whole.text, /"result":0/, 'room comes back')
})

test('an answer that nobody takes ends its connection, and others get theirs meanwhile', async (t) => {
  const node = new FakeNode()
  for (let index = 0; index < 40; index++) {
    const calls = Array.from({ length: 40 }, (_, call) => ({ key: `k${call}`, value: 'v'.repeat(1_000) }))
    await node.api.submit(signedTransaction(calls, { unique: index }))
  }
  node.seal()
  const { rpcPort, server } = await startHarness({ clock: realClock, limits: { slowReaderMs: 300 } }, node)
  t.teardown(() => server.stop())
  const block = '{"jsonrpc":"2.0","id":1,"method":"chain_getBlock","params":[1]}'
  const taken = await converse(rpcPort, { onOpen: (socket) => socket.write(post(block, 'connection: close\r\n')) })
  const held = Array.from({ length: 4 }, () =>
    converse(rpcPort, {
      onOpen: (socket) => {
        socket.pause()
        socket.write(post(block))
        setTimeout(() => socket.resume(), 3_000)
      },
    }),
  )
  await pause(500)
  t.match((await answered(rpcPort)).text, /"result":1/)
  for (const { text, closed } of await Promise.all(held)) {
    t.ok(closed)
    t.ok(text.length < taken.text.length, `${text.length} of ${taken.text.length} bytes were taken`)
  }
})
