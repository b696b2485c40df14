import { connect, type Socket } from 'node:net'
import { multiaddr } from '@multiformats/multiaddr'
import { test } from 'tap'
import { framed, type HostilePeer, startHostilePeer } from './hostile-peer.ts'
import { bytes, eventually, idOf, sleep, startNode, startPair, type TestNode, type TestNodeOptions } from './support.ts'

const MIB = 1024 * 1024
const escaped: unknown[] = []
process.on('uncaughtException', (error) => escaped.push(error))
process.on('unhandledRejection', (reason) => escaped.push(reason))

/** The side with the lower id chooses the connection: a hostile peer that need not be asked has the higher one. */
function namesInOrder(): readonly [string, string] {
  const names = ['m', 'n', 'o', 'p'].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1))
  return [names[0] ?? '', names.at(-1) ?? '']
}
const [victimName, hostileName] = namesInOrder()

interface Teardown {
  teardown(end: () => unknown): void
}

async function startVictim(t: Teardown, options: TestNodeOptions = {}): Promise<TestNode> {
  const victim = await startNode(victimName, { peers: [{ peerId: idOf(hostileName), addresses: [] }], ...options })
  t.teardown(() => victim.stop())
  return victim
}

async function startHostile(t: Teardown, name = hostileName): Promise<HostilePeer> {
  const hostile = await startHostilePeer(name)
  t.teardown(() => hostile.stop())
  return hostile
}

test('a stranger gets no stream', async (t) => {
  const victim = await startVictim(t)
  const stranger = await startHostile(t, 'stranger')
  const entering = stranger.enter(victim.address())
  await t.rejects(entering)
  t.equal(await eventually(() => stranger.libp2p.getConnections().length === 0), true)
  t.same(victim.log, [])
})

test('a stranger at the address of a peer is refused, and so is a dial to a stranger', async (t) => {
  const stranger = await startNode('stranger')
  t.teardown(() => stranger.stop())
  const victim = await startVictim(t, { peers: [{ peerId: idOf(hostileName), addresses: [stranger.address().replace(/\/p2p\/.*/, '')] }] })
  await sleep(500)
  t.same(victim.connected(), [])
  t.same(stranger.connected(), [])
})

test('a node of another chain gets no stream', async (t) => {
  const other = await startNode('other', { chainTag: 'ffffffffffffffff', peers: [{ peerId: idOf(victimName), addresses: [] }] })
  t.teardown(() => other.stop())
  const victim = await startVictim(t, { peers: [{ peerId: other.id, addresses: [other.address()] }] })
  await sleep(500)
  t.same([...victim.connected(), ...other.connected()], [])
  t.same([...victim.log, ...other.log], [])
})

interface Attack {
  readonly name: string
  readonly reason: RegExp
  readonly run: (peer: Awaited<ReturnType<HostilePeer['enter']>>, hostile: HostilePeer) => unknown
}

const attacks: readonly Attack[] = [
  { name: 'an oversize frame', reason: /1048577 bytes/, run: ({ streams }) => streams.consensus.send(Buffer.from([0, 0x10, 0, 1, 9])) },
  { name: 'garbage on a channel', reason: /a frame of/, run: ({ streams }) => streams.sync.send(Buffer.alloc(5_000, 0xee)) },
  { name: 'garbage on control', reason: /a frame of/, run: ({ streams }) => streams.control.send(Buffer.alloc(5_000, 0xee)) },
  { name: 'an unknown control message', reason: /malformed/, run: ({ streams }) => streams.control.send(framed(Buffer.from([9]))) },
  { name: 'an empty control message', reason: /malformed/, run: ({ streams }) => streams.control.send(framed(Buffer.alloc(0))) },
  {
    name: 'a second hello',
    reason: /second hello/,
    run: ({ streams }) => streams.control.send(framed(Buffer.from('010011223344556677', 'hex'))),
  },
  {
    name: 'a choice that is not its to make',
    reason: /not its to make/,
    run: ({ streams }) => streams.control.send(framed(Buffer.from([2]))),
  },
  {
    name: 'an answer that nobody asked for',
    reason: /not sent/,
    run: ({ streams }) => streams.control.send(framed(Buffer.from('0400000fff', 'hex'))),
  },
  {
    name: 'a frame that the host refuses',
    reason: /frame refused: bad/,
    run: ({ streams }) => streams.consensus.send(framed(Buffer.from('bad'))),
  },
  {
    name: 'a frame that the host refuses later',
    reason: /frame refused: worse/,
    run: ({ streams }) => streams.consensus.send(framed(Buffer.from('worse'))),
  },
  { name: 'a stream reset', reason: /reset/, run: ({ streams }) => streams.transactions.abort(new Error('reset')) },
  { name: 'a half-closed stream', reason: /closed by the peer/, run: ({ streams }) => streams.transactions.close() },
  { name: 'a closed connection', reason: /closed by the peer/, run: ({ connection }) => connection.close() },
  {
    name: 'a muxer frame that announces 4 GiB',
    reason: /more than a window/,
    run: (_, hostile) => underMuxer(hostile, '000000000000000bfffffff0'),
  },
  { name: 'a muxer frame of another version', reason: /version/, run: (_, hostile) => underMuxer(hostile, '090000000000000b00000000') },
  { name: 'a muxer frame of an unknown type', reason: /frame type/, run: (_, hostile) => underMuxer(hostile, '000700000000000b00000000') },
  { name: 'a muxer answer to no ping', reason: /ping not requested/, run: (_, hostile) => underMuxer(hostile, '000200020000000000000001') },
  {
    name: 'a stream with the ids of our side',
    reason: /clients/,
    run: (_, hostile) => underMuxer(hostile, '000100010000000400000000'),
  },
  { name: 'a muxer that says goodbye', reason: /closed by the peer/, run: (_, hostile) => underMuxer(hostile, '000300000000000000000000') },
  { name: 'a muxer that says it failed', reason: /GoAway/, run: (_, hostile) => underMuxer(hostile, '000300000000000000000002') },
  {
    name: 'a flood of muxer pings',
    reason: /pings/,
    run: (_, hostile) => underMuxer(hostile, Array.from({ length: 30 }, (__, index) => `0002000100000000000000${index + 10}`).join('')),
  },
]

function underMuxer(hostile: HostilePeer, hex: string): void {
  hostile.underMuxer.at(-1)?.send(Buffer.from(hex, 'hex'))
}

test('what breaks the protocol costs the connection, and the process lives', async (t) => {
  for (const { name, reason, run } of attacks) {
    await t.test(name, async (t) => {
      const hostile = await startHostile(t)
      const victim = await startVictim(t, {
        onFrame({ frame }) {
          const said = Buffer.from(frame).toString()
          if (said === 'bad') throw new Error('bad')
          return said === 'worse' ? sleep(5).then(() => Promise.reject(new Error('worse'))) : undefined
        },
      })
      const peer = await hostile.enter(victim.address())
      t.equal(await eventually(() => victim.connected().length === 1), true)
      await run(peer, hostile)
      t.equal(await eventually(() => victim.connected().length === 0, 2_000), true)
      t.match(victim.log.at(-1), reason)
      t.equal(await eventually(() => hostile.libp2p.getConnections().length === 0, 2_000), true, 'on both sides')
    })
  }
})

test('a violation bans for a while', async (t) => {
  const victim = await startVictim(t, { limits: { violationBanMs: 400 } })
  const hostile = await startHostile(t)
  const { streams } = await hostile.enter(victim.address())
  await eventually(() => victim.connected().length === 1)
  streams.sync.send(Buffer.alloc(100, 0xff))
  await eventually(() => victim.connected().length === 0)
  await t.rejects(hostile.enter(victim.address()))
  await sleep(400)
  await t.resolves(hostile.enter(victim.address()))
})

test('a flood costs the connection', async (t) => {
  const limits = {
    sendRate: { bytesPerSecond: 1 * MIB, burstBytes: 1 * MIB },
    receiveRate: { bytesPerSecond: 2 * MIB, burstBytes: 4 * MIB },
  }
  const victim = await startVictim(t, { limits })
  const hostile = await startHostile(t)
  const { streams } = await hostile.enter(victim.address())
  await eventually(() => victim.connected().length === 1)
  for (let index = 0; index < 8; index++) streams.transactions.send(framed(bytes(MIB - 100)))
  t.equal(await eventually(() => victim.connected().length === 0), true)
  t.match(victim.log.at(-1), /flood/)
})

test('an honest sender is slowed down, not cut off', async (t) => {
  const limits = {
    sendRate: { bytesPerSecond: 2 * MIB, burstBytes: 1 * MIB },
    receiveRate: { bytesPerSecond: 3 * MIB, burstBytes: 2 * MIB },
  }
  const [a, b] = await startPair(t, { limits })
  const started = Date.now()
  for (let index = 0; index < 3; index++) b.transport.send(a.id, 'transactions', bytes(MIB))
  t.equal(await eventually(() => a.frames.length === 3), true)
  t.ok(Date.now() - started >= 950, `2 MiB beyond the burst took ${Date.now() - started} ms`)
})

test('a flood of the smallest muxer frames costs the connection', async (t) => {
  const victim = await startVictim(t, { limits: { muxerFramesPerSecondMax: 500 } })
  const hostile = await startHostile(t)
  const { streams } = await hostile.enter(victim.address())
  await eventually(() => victim.connected().length === 1)
  for (let round = 0; round < 300 && streams.sync.status === 'open'; round++) {
    for (let index = 0; index < 20; index++) streams.sync.send(Buffer.from([0]))
    await sleep(1)
  }
  t.equal(await eventually(() => victim.connected().length === 0), true)
  t.match(victim.log.at(-1), /small muxer frames/)
})

test('a peer that sends and never reads is dropped', async (t) => {
  const victim = await startVictim(t, { limits: { heartbeatIntervalMs: 30, unansweredHeartbeatsMax: 5 } })
  const hostile = await startHostile(t)
  const { streams } = await hostile.enter(victim.address())
  await eventually(() => victim.connected().length === 1)
  const chatter = setInterval(() => streams.sync.status === 'open' && streams.sync.send(framed(bytes(1))), 10)
  t.teardown(() => clearInterval(chatter))
  t.equal(await eventually(() => victim.connected().length === 0), true)
  t.match(victim.log.at(-1), /does not read/)
})

test('more streams, more connections, half-open ones: the honest peer is served', async (t) => {
  const honest = await startNode('honest', { peers: [{ peerId: idOf(victimName), addresses: [] }] })
  t.teardown(() => honest.stop())
  const victim = await startVictim(t, {
    peers: [
      { peerId: idOf(hostileName), addresses: [] },
      { peerId: honest.id, addresses: [honest.address()] },
    ],
    limits: { establishTimeoutMs: 500, upgradeTimeoutMs: 500 },
  })
  const hostile = await startHostile(t)
  const idle = await Promise.all(Array.from({ length: 20 }, () => hostile.dial(victim.address())))
  t.ok(await eventually(() => idle.filter(({ status }) => status === 'open').length <= 4))
  t.ok(await eventually(() => idle.every(({ status }) => status !== 'open')), 'not one is kept that opens no streams')
  const { connection } = await hostile.enter(victim.address())
  const extra = Array.from({ length: 30 }, () => connection.newStream(`/hanse/0123456789abcdef/sync/1`).catch(() => undefined))
  const sockets = Array.from({ length: 50 }, () => connect(Number(multiaddr(victim.address()).getComponents()[1]?.value), '127.0.0.1'))
  for (const socket of sockets) socket.on('error', () => undefined)
  t.ok(await eventually(() => honest.transport.send(victim.id, 'consensus', bytes(10)) && victim.frames.length > 0))
  await Promise.all(extra)
  t.ok(await eventually(() => sockets.every((socket) => socket.destroyed || socket.readableEnded)), 'half-open connections are closed')
})

test('garbage at every stage of a raw connection', async (t) => {
  const victim = await startVictim(t)
  const port = Number(multiaddr(victim.address()).getComponents()[1]?.value)
  const stages = [
    Buffer.alloc(0),
    Buffer.from('\x13/multistream/1.0.0\n', 'latin1'),
    Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n', 'latin1'),
    Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n\x00\x20', 'latin1'),
  ]
  const tails = [Buffer.alloc(70_000, 0xff), Buffer.alloc(70_000, 0), Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.from([0x80])]
  const sockets: Socket[] = []
  for (const stage of stages) {
    for (const tail of tails) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(Buffer.concat([stage, tail]))
      sockets.push(socket)
    }
  }
  await sleep(200)
  for (const socket of sockets) socket.destroy()
  const hostile = await startHostile(t)
  await t.resolves(hostile.enter(victim.address()), 'and it still answers')
})

test('nothing of all this escaped', async (t) => {
  await sleep(100)
  t.same(escaped, [])
})
