import type { Socket } from 'node:net'
import { test } from 'tap'
import { MESSAGE_FRAGMENTS_MAX } from '../../src/limits.ts'
import { FakeNode, signedTransaction } from '../fake-node.ts'
import { startHarness } from '../harness.ts'
import { type Conversation, converse, frame, HEIGHT, pause, realClock, UPGRADE } from './raw.ts'

const MIB = 1024 * 1024
const [TEXT, BINARY, CONTINUATION, CLOSE, PING] = [0x1, 0x2, 0x0, 0x8, 0x9] as const
const FINAL = 0x80
/** Reserved bit 1: a compressed message (RFC 7692). */
const COMPRESSED = 0x40

/** A WebSocket that says `messages` as soon as it is open. */
function webSocket(port: number, messages: (socket: Socket) => void, maxMs?: number, localAddress?: string): Promise<Conversation> {
  return converse(port, {
    ...(maxMs === undefined ? {} : { maxMs }),
    ...(localAddress === undefined ? {} : { localAddress }),
    onOpen: (socket) => {
      socket.write(UPGRADE)
      socket.once('data', () => messages(socket))
    },
  })
}

test('frames against the protocol, compressed ones too, end the connection', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock })
  t.teardown(() => server.stop())
  const rows: readonly (readonly [about: string, frames: readonly Buffer[]])[] = [
    ['a compressed message', [frame(FINAL | COMPRESSED | TEXT, HEIGHT)]],
    ['a reserved bit', [frame(FINAL | 0x20 | TEXT, HEIGHT)]],
    ['a reserved opcode', [frame(FINAL | 0x3, HEIGHT)]],
    ['no mask', [frame(FINAL | TEXT, HEIGHT, false)]],
    ['a continuation of nothing', [frame(FINAL | CONTINUATION, HEIGHT)]],
    ['a message inside another', [frame(TEXT, '{'), frame(FINAL | TEXT, HEIGHT)]],
    ['a ping in pieces', [frame(PING, 'a')]],
    ['a ping of 126 bytes', [frame(FINAL | PING, 'a'.repeat(126))]],
    ['a close with half a code', [frame(FINAL | CLOSE, Buffer.from([3]))]],
    ['bytes that are not UTF-8', [frame(FINAL | TEXT, Buffer.from([0xc3, 0x28]))]],
    ['a message of more than 5 MB', [frame(FINAL | TEXT, Buffer.alloc(5 * MIB + 1, 0x20))]],
    ['a length beyond 2^53', [Buffer.from([FINAL | TEXT, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]],
  ]
  for (const [about, frames] of rows) {
    const { closed, text } = await webSocket(rpcPort, (socket) => socket.write(Buffer.concat(frames)))
    t.ok(closed, about)
    t.notMatch(text, /"result"/, about)
  }
  const accepted = await converse(rpcPort, {
    maxMs: 500,
    onOpen: (socket) => socket.write(UPGRADE.replace('\r\n\r\n', '\r\nsec-websocket-extensions: permessage-deflate\r\n\r\n')),
  })
  t.match(accepted.text, /^HTTP\/1\.1 101 /)
  t.notMatch(accepted.text, /permessage-deflate/i, 'compression is not offered: there are no bombs to unpack')
  const binary = await webSocket(rpcPort, (socket) => socket.write(frame(FINAL | BINARY, HEIGHT)), 2_000)
  t.match(binary.text, /"result":0/, 'a binary message is bytes of JSON too')
})

test('fragments without end, and large messages that do not end, end the connection', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock })
  t.teardown(() => server.stop())
  const fragments = Buffer.concat([frame(TEXT, '{'), ...Array.from({ length: MESSAGE_FRAGMENTS_MAX }, () => frame(CONTINUATION, ' '))])
  t.ok((await webSocket(rpcPort, (socket) => socket.write(fragments))).closed)
  const large = Array.from({ length: 6 }, () =>
    webSocket(
      rpcPort,
      (socket) => socket.write(Buffer.concat([frame(TEXT, '{'), frame(CONTINUATION, Buffer.alloc(4 * MIB, 0x20))])),
      3_000,
    ),
  )
  const ended = (await Promise.all(large)).filter(({ closed }) => closed).length
  t.ok(ended >= 1 && ended <= 2, `${ended} of six that hold 4 MB were ended: a client may hold 20`)
  const padded = HEIGHT.padEnd(4 * MIB)
  const countOf = (text: string): number => [...text.matchAll(/"result":0/g)].length
  const several = await converse(rpcPort, {
    maxMs: 30_000,
    enough: (text) => countOf(text) === 8,
    onOpen: (socket) =>
      socket.write(Buffer.concat([Buffer.from(UPGRADE), ...Array.from({ length: 8 }, () => frame(FINAL | TEXT, padded))])),
  })
  t.equal(countOf(several.text), 8, 'whole ones are answered, one after the other')
})

test('a flood of pings, of fragments, of messages is read no faster than it is paid for; another client is served', async (t) => {
  const limits = { loopbackCallsPerSecond: 200, loopbackCallsBurst: 50, loopbackProcessorMsPerSecond: 20 }
  const { rpcPort, server, logged } = await startHarness({ clock: realClock, limits })
  t.teardown(() => server.stop())
  const pour =
    (bytes: Buffer, sent: { bytes: number }) =>
    (socket: Socket): void => {
      const more = (): void => {
        while (!socket.destroyed && !socket.writableNeedDrain) {
          socket.write(bytes)
          sent.bytes += bytes.length
        }
      }
      socket.on('drain', more)
      more()
    }
  const pings = Buffer.concat(Array.from({ length: 1_000 }, () => frame(FINAL | PING, 'x')))
  const messages = Buffer.concat(Array.from({ length: 200 }, () => frame(FINAL | TEXT, HEIGHT)))
  const [pinged, asked] = [{ bytes: 0 }, { bytes: 0 }]
  const floods = [webSocket(rpcPort, pour(pings, pinged), 3_000), webSocket(rpcPort, pour(messages, asked), 3_000)]
  await pause(500)
  const before = process.cpuUsage()
  const honest = await webSocket(rpcPort, (socket) => socket.write(frame(FINAL | TEXT, HEIGHT)), 1_500, '127.0.0.3')
  t.match(honest.text, /"result":0/)
  const { user, system } = process.cpuUsage(before)
  t.ok((user + system) / 1000 < 1_000, `${((user + system) / 1000).toFixed(0)} ms of processor in 1,500 for the server and its attackers`)
  const [, answers] = await Promise.all(floods)
  t.match(answers?.text, /rpc\/rate-limited/)
  t.ok((answers?.text.match(/"result":0/g) ?? []).length < 700, 'the rate, and the burst')
  t.same(logged, [])
})

test('upgrades to another path, from another page, without a key of the protocol, or too many', async (t) => {
  const { rpcPort, server } = await startHarness({ clock: realClock, limits: { socketsMax: 3 } })
  t.teardown(() => server.stop())
  const rows: readonly (readonly [about: string, request: string, status: number])[] = [
    ['another path', UPGRADE.replace('/ws', '/other'), 404],
    ['another host', UPGRADE.replace('localhost', 'evil.example'), 403],
    ['another origin', UPGRADE.replace('\r\n\r\n', '\r\norigin: http://evil.example\r\n\r\n'), 403],
    ['an old version', UPGRADE.replace('version: 13', 'version: 7'), 400],
    ['a key that is none', UPGRADE.replace('MDEyMzQ1Njc4OWFiY2RlZg==', 'short'), 400],
    ['another protocol', UPGRADE.replace('upgrade: websocket', 'upgrade: h2c'), 400],
    ['a POST', UPGRADE.replace('GET', 'POST'), 405],
  ]
  for (const [about, request, status] of rows) {
    const { text, closed } = await converse(rpcPort, { onOpen: (socket) => socket.write(request) })
    t.match(text, `HTTP/1.1 ${status} `, about)
    t.ok(closed, about)
  }
  const open = Array.from({ length: 3 }, () => webSocket(rpcPort, () => undefined, 1_500))
  await pause(300)
  const { text } = await converse(rpcPort, { onOpen: (socket) => socket.write(UPGRADE) })
  t.match(text, /^HTTP\/1\.1 503 [\s\S]*rpc\/too-many-calls/)
  await Promise.all(open)
})

/** Long enough that, in debt for having subscribed on a busy machine, it is told of something all the same. */
const GREEDY_MS = 6_000

test('subscriptions from the beginning are read back no faster than they are paid for; another client is served', async (t) => {
  const node = new FakeNode()
  for (let height = 1; height <= 60; height++) {
    for (let index = 0; index < 20; index++)
      await node.api.submit(signedTransaction([{ key: `k${index}`, value: 'v'.repeat(400) }], { unique: height * 100 + index }))
    node.seal()
  }
  const limits = { loopbackCallsPerSecond: 1_000, loopbackCallsBurst: 100, loopbackProcessorMsPerSecond: 20 }
  const { rpcPort, server, logged } = await startHarness({ clock: realClock, limits }, node)
  t.teardown(() => server.stop())
  const subscribe = frame(
    FINAL | TEXT,
    '{"jsonrpc":"2.0","id":1,"method":"sub_subscribe","params":{"topic":"transactions","filter":{"module":"notes"},"from":"earliest"}}',
  )
  const greedy = webSocket(rpcPort, (socket) => socket.write(Buffer.concat(Array.from({ length: 30 }, () => subscribe))), GREEDY_MS)
  await pause(300)
  const honest = await webSocket(rpcPort, (socket) => socket.write(frame(FINAL | TEXT, HEIGHT)), 1_500, '127.0.0.3')
  t.match(honest.text, /"result":60/)
  const told = [...(await greedy).text.matchAll(/sub_notification/g)].length
  t.ok(told > 0 && told < 30 * 60 * 20, `${told} of 36,000 in ${GREEDY_MS} ms`)
  t.same(logged, [])
})
