import { createHash } from 'node:crypto'
import { CHANNELS, FRAME_BYTES_MAX } from '@hanse/ports'
import { test } from 'tap'
import { bytes, eventually, idOf, sleep, startNode, startPair, type TestNode, text } from './support.ts'

const MIB = 1024 * 1024

test('frames of all channels arrive in order, both ways, up to the longest', async (t) => {
  const [a, b] = await startPair(t)
  const lengths = [0, 1, 250, 65_500, 65_508, 300_000, 1, 0, MIB]
  const ends = [
    [a, b],
    [b, a],
  ] as const
  for (const [from] of ends) {
    const to = from === a ? b : a
    for (const channel of CHANNELS) {
      for (const [index, length] of lengths.entries()) t.equal(from.transport.send(to.id, channel, bytes(length, index)), true)
    }
    t.equal(from.transport.send(to.id, 'sync', bytes(FRAME_BYTES_MAX.sync, 99)), true)
  }
  const expected = CHANNELS.length * lengths.length + 1
  t.equal(await eventually(() => a.frames.length === expected && b.frames.length === expected), true)
  for (const [from, to] of ends) {
    for (const channel of CHANNELS) {
      const frames = to.frames.filter((received) => received.channel === channel)
      t.same(
        frames.map(({ frame }) => frame.length),
        channel === 'sync' ? [...lengths, FRAME_BYTES_MAX.sync] : lengths,
      )
      t.ok(frames.every((received) => received.from === from.id))
      t.ok(frames.every(({ frame }, index) => frame.every((byte) => byte === (index < lengths.length ? index : 99))))
    }
  }
  t.same(a.log, [`connected ${b.id}`])
  t.same(b.log, [`connected ${a.id}`])
})

test('peers() and the meter count what was sent and received', async (t) => {
  const counts = new Map<string, number>()
  const meter = {
    count: (name: string, labels = {}, by = 1) => {
      const key = `${name} ${JSON.stringify(labels)}`
      counts.set(key, (counts.get(key) ?? 0) + by)
    },
    gauge: () => undefined,
    observe: () => undefined,
  }
  const [a, b] = await startPair(t, { meter })
  for (let index = 0; index < 10; index++) a.transport.send(b.id, 'transactions', bytes(96))
  b.transport.send(a.id, 'consensus', bytes(96))
  await eventually(() => b.frames.length === 10 && a.frames.length === 1)
  const [info] = a.transport.peers()
  t.match(info, { peerId: b.id, connected: true, framesOut: 10, bytesOut: 1_000, framesIn: 1, bytesIn: 100, reconnects: 0 })
  t.ok(Math.abs((info?.connectedSinceMs ?? 0) - Date.now()) < 10_000)
  t.equal(counts.get('hanse_p2p_bytes_total {"direction":"out","type":"transactions"}'), 1_000)
  t.equal(counts.get('hanse_p2p_bytes_total {"direction":"in","type":"consensus"}'), 100)
})

test('a consensus frame overtakes transactions, they overtake sync', async (t) => {
  const [a, b] = await startPair(t)
  for (const channel of ['sync', 'transactions', 'consensus', 'sync', 'consensus'] as const) a.transport.send(b.id, channel, bytes(1))
  await eventually(() => b.frames.length === 5)
  t.same(
    b.frames.splice(0).map(({ channel }) => channel),
    ['consensus', 'consensus', 'transactions', 'sync', 'sync'],
    'within one turn of the host',
  )
  const syncFrames = 2
  for (let index = 0; index < syncFrames; index++) a.transport.send(b.id, 'sync', bytes(FRAME_BYTES_MAX.sync))
  // Sync data is under way: what follows was not in the same write.
  await eventually(() => (b.transport.peers()[0]?.bytesIn ?? 0) > 100)
  for (let index = 0; index < 3; index++) a.transport.send(b.id, 'transactions', bytes(MIB))
  a.transport.send(b.id, 'consensus', bytes(200))
  await eventually(() => b.frames.length === syncFrames + 4)
  t.same(
    b.frames.map(({ channel }) => channel),
    ['consensus', 'transactions', 'transactions', 'transactions', 'sync', 'sync'],
    'and what waits for the wire',
  )
})

test('send is false without a connection and when the queue is full, and other channels are not touched', async (t) => {
  const gate = Promise.withResolvers<void>()
  const [a, b] = await startPair(t, { onFrame: (received) => (received.channel === 'sync' ? gate.promise : undefined) })
  t.equal(a.transport.send(idOf('nobody'), 'consensus', bytes(1)), false)
  let accepted = 0
  while (accepted < 1_000 && a.transport.send(b.id, 'sync', bytes(MIB))) accepted += 1
  t.ok(accepted >= 8 && accepted <= 10, `${accepted} MiB fit`)
  await sleep(100)
  t.equal(a.transport.send(b.id, 'consensus', bytes(1)), true)
  gate.resolve()
  t.equal(await eventually(() => a.transport.send(b.id, 'sync', bytes(MIB))), true, 'room comes back')
})

test('a host that works on a frame gets no other of that channel, and the peer is held back', async (t) => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  let delivered = 0
  const [a, b] = await startPair(t, {
    onFrame(received) {
      if (received.channel === 'consensus') return undefined
      delivered += 1
      return gates[delivered - 1]?.promise
    },
  })
  const flood = async (): Promise<void> => {
    for (let round = 0; round < 20; round++) {
      for (let index = 0; index < 32; index++) a.transport.send(b.id, 'transactions', bytes(64 * 1024, index))
      await sleep(10)
    }
  }
  const readAhead = () => b.transport.peers()[0]?.bytesIn ?? 0
  a.transport.send(b.id, 'transactions', bytes(1))
  t.equal(await eventually(() => delivered === 1), true)
  await flood()
  t.equal(delivered, 1)
  t.ok(readAhead() < 256 * 1024, `${readAhead()} bytes were read ahead`)
  gates[0].resolve()
  t.equal(await eventually(() => delivered === 2), true)
  await flood()
  t.equal(delivered, 2)
  t.ok(readAhead() < 2 * 256 * 1024 + 1_000, `${readAhead()} bytes were read ahead`)
  t.same(b.connected(), [a.id], 'the heartbeat goes on')
  gates[1].resolve()
  t.equal(await eventually(() => delivered > 64), true, 'it all comes afterwards')
  t.same(b.log, [`connected ${a.id}`])
})

test('order holds when the host takes frames one by one', async (t) => {
  const seen: number[] = []
  const [a, b] = await startPair(t, {
    async onFrame({ frame }) {
      const index = Buffer.from(frame).readUInt32BE()
      await (index % 3 === 0 ? sleep(1) : Promise.resolve())
      seen.push(index)
    },
  })
  const frames = 500
  for (let index = 0; index < frames; index++) {
    const frame = Buffer.alloc(4 + ((index * 7919) % 3_000))
    frame.writeUInt32BE(index)
    t.equal(a.transport.send(b.id, 'transactions', frame), true)
  }
  t.equal(await eventually(() => seen.length === frames), true)
  t.same(seen, [...seen.keys()])
})

test('large frames arrive whole under load on all channels', async (t) => {
  const digests = new Set<string>()
  const digest = (frame: Uint8Array) => createHash('sha256').update(frame).digest('hex')
  const [a, b] = await startPair(t, { onFrame: ({ channel, frame }) => void digests.delete(`${channel} ${digest(frame)}`) })
  for (let round = 0; round < 6; round++) {
    for (const channel of CHANNELS) {
      const frame = Buffer.alloc(FRAME_BYTES_MAX[channel] - round * 1_001).map((_, index) => (index * 31 + round) & 0xff)
      digests.add(`${channel} ${digest(frame)}`)
      t.equal(await eventually(() => a.transport.send(b.id, channel, frame)), true)
    }
  }
  t.equal(await eventually(() => digests.size === 0), true, 'every frame came unharmed')
})

test('a disconnected peer comes back, a banned one after the ban', async (t) => {
  const [a, b] = await startPair(t)
  a.transport.disconnect(b.id, 'just so')
  t.same(a.log, [`connected ${b.id}`, `disconnected ${b.id} just so`])
  t.equal(await eventually(() => a.connected().length === 1 && b.connected().length === 1, 2_000), true)
  t.match(a.transport.peers()[0], { reconnects: 1, lastDisconnectReason: 'just so' })

  const bannedAt = Date.now()
  a.transport.disconnect(b.id, 'misbehaved', 1_000)
  t.equal(a.transport.send(b.id, 'consensus', bytes(1)), false)
  await sleep(800)
  t.same([...a.connected(), ...b.connected()], [], 'neither side dials through')
  t.equal(await eventually(() => a.connected().length === 1 && b.connected().length === 1), true)
  t.ok(Date.now() - bannedAt >= 1_000)
})

test('setPeers admits and removes at run time', async (t) => {
  const nodes: TestNode[] = []
  t.teardown(() => Promise.all(nodes.map((node) => node.stop())))
  const a = await startNode('a')
  const b = await startNode('b', { peers: [{ peerId: a.id, addresses: [a.address()] }] })
  nodes.push(a, b)
  await sleep(300)
  t.same(b.connected(), [], 'b is a stranger to a')
  a.transport.setPeers([{ peerId: b.id, addresses: [b.address()] }])
  t.equal(await eventually(() => a.connected().length === 1 && b.connected().length === 1, 3_000), true)
  a.transport.setPeers([])
  t.same(a.transport.peers(), [])
  t.equal(a.log.at(-1), `disconnected ${b.id} no longer a peer`)
  t.equal(await eventually(() => b.connected().length === 0), true)
  await sleep(600)
  t.same(b.connected(), [], 'and stays out')
})

test('malformed records are left out, and our own', async (t) => {
  const a = await startNode('a', {
    peers: [
      { peerId: idOf('a'), addresses: ['127.0.0.1:1'] },
      { peerId: 'nonsense', addresses: [] },
      { peerId: idOf('b'), addresses: ['nonsense', `/ip4/127.0.0.1/tcp/1/p2p/${idOf('c')}`, '127.0.0.1:2'] },
    ],
  })
  t.teardown(() => a.stop())
  t.match(a.transport.peers(), [{ peerId: idOf('b'), addresses: [`/ip4/127.0.0.1/tcp/2/p2p/${idOf('b')}`] }])
  t.equal(a.transport.peers().length, 1)
})

test('a taken port is told, and stop works all the same', async (t) => {
  const a = await startNode('a')
  t.teardown(() => a.stop())
  const port = a.address().split('/')[4]
  await t.rejects(startNode('b', { listen: [`127.0.0.1:${port}`] }), { name: 'ListenFailure', message: /EADDRINUSE/, hint: /p2p.listen/ })
  await t.rejects(startNode('b', { listen: ['nonsense'] }), { name: 'ListenFailure' })
})

test('stop is idempotent, and no event follows it', async (t) => {
  const [a, b] = await startPair(t)
  b.transport.send(a.id, 'consensus', Buffer.from('late'))
  const stops = [a.stop(), a.stop()]
  const logged = [...a.log]
  await Promise.all(stops)
  await a.stop()
  t.same(a.log, logged)
  t.same(
    a.frames.map(({ frame }) => text(frame)),
    [],
  )
  t.equal(a.transport.send(b.id, 'consensus', bytes(1)), false)
  t.equal(await eventually(() => b.connected().length === 0), true)
})
