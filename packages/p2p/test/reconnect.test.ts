import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'tap'
import { bytes, eventually, idOf, sleep, startNode, startPair, type TestNode, type TestNodeOptions } from './support.ts'

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

/** Ports that were free a moment ago: nodes that dial each other at the start must know them before. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Everybody knows everybody's address. */
function meshOptions(names: readonly string[], ports: readonly number[]): readonly TestNodeOptions[] {
  const peers = names.map((name, index) => ({ peerId: idOf(name), addresses: [`127.0.0.1:${ports[index]}`] }))
  return names.map((_, index) => ({ listen: [`127.0.0.1:${ports[index]}`], peers }))
}

test('four nodes that all dial at once become a full mesh', async (t) => {
  const names = ['a', 'b', 'c', 'd']
  const limits = { dialDeferralMs: 0, pendingInboundMax: 1, inboundPerHostPerSecondMax: 1 }
  const options = meshOptions(names, await freePorts(4))
  const started = Date.now()
  const nodes = await Promise.all(names.map((name, index) => startNode(name, { ...options[index], limits })))
  stopAtEnd(t, nodes)
  t.equal(await eventually(() => isMesh(nodes)), true)
  t.comment(`a mesh after ${Date.now() - started} ms`)
  await sleep(500)
  t.ok(isMesh(nodes), 'it stays one')
  for (const node of nodes) {
    for (const peer of nodes) if (peer !== node) t.equal(node.transport.send(peer.id, 'consensus', Buffer.from(node.name)), true)
  }
  t.equal(await eventually(() => nodes.every((node) => node.frames.length === 3)), true)
})

test('two nodes that dial each other at the same moment keep one connection, and lose no frame', async (t) => {
  const ports = await freePorts(2)
  const options = meshOptions(['a', 'b'], ports)
  let extraConnections = 0
  for (let round = 0; round < 8; round++) {
    const nodes = await Promise.all(['a', 'b'].map((name, index) => startNode(name, { ...options[index], limits: { dialDeferralMs: 0 } })))
    const [a, b] = nodes as [TestNode, TestNode]
    let sent = 0
    const sending = setInterval(() => {
      if (a.transport.send(b.id, 'consensus', bytes(4))) sent += 1
    }, 1)
    await eventually(() => isMesh(nodes))
    await sleep(60)
    clearInterval(sending)
    extraConnections += a.log.length - 1 + b.log.length - 1
    if (extraConnections === 0) t.equal(await eventually(() => b.frames.length === sent, 1_000), true, `all ${sent} frames came`)
    await Promise.all(nodes.map((node) => node.stop()))
  }
  t.ok(extraConnections <= 3, `${extraConnections} changes of connection were told in 8 rounds`)
})

test('a peer that is not there yet is found when it comes', async (t) => {
  const [portA = 0, portB = 0] = await freePorts(2)
  const a = await startNode('a', { listen: [`127.0.0.1:${portA}`], peers: [{ peerId: idOf('b'), addresses: [`127.0.0.1:${portB}`] }] })
  await sleep(600)
  const b = await startNode('b', { listen: [`127.0.0.1:${portB}`], peers: [{ peerId: a.id, addresses: [] }] })
  stopAtEnd(t, [a, b])
  t.equal(await eventually(() => isMesh([a, b]), 3_500), true, 'though it does not dial itself')
})

test('a node that was killed is back within two seconds of its start, whoever has the lower id', async (t) => {
  for (const [name, other] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const [port = 0, childPort = 0] = await freePorts(2)
    const node = await startNode(name, {
      listen: [`127.0.0.1:${port}`],
      peers: [{ peerId: idOf(other), addresses: [`127.0.0.1:${childPort}`] }],
    })
    stopAtEnd(t, [node])
    const run = async (): Promise<ChildProcess> => {
      const script = new URL('./lone-node.ts', import.meta.url).pathname
      const child = spawn(process.execPath, [script, other, String(childPort), node.id, `127.0.0.1:${port}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout ?? child, 'data')
      return child
    }
    const first = await run()
    t.equal(await eventually(() => node.connected().length === 1), true)
    first.kill('SIGKILL')
    t.equal(await eventually(() => node.connected().length === 0, 500), true, 'a closed socket is noticed at once')
    const second = await run()
    const listeningAt = Date.now()
    t.equal(await eventually(() => node.connected().length === 1, 2_000), true)
    t.comment(`back after ${Date.now() - listeningAt} ms`)
    second.kill('SIGKILL')
    await node.stop()
  }
})

test('nothing of all this escaped', async (t) => {
  await sleep(100)
  t.same(escaped, [])
})

test('a ban by hand holds until it is over or lifted; then the peer is dialled at once, at another address too', async (t) => {
  const [a, b] = await startPair(t)
  const infoOfB = () => a.transport.peers().find(({ peerId }) => peerId === b.id)
  a.transport.disconnect(b.id, 'by the operator', 60_000)
  t.equal(await eventually(() => b.connected().length === 0), true)
  t.match(infoOfB(), { connected: false, lastDisconnectReason: 'by the operator', bannedUntilMs: Number })
  await sleep(500)
  t.same([a.connected(), b.connected()], [[], []], 'neither side gets through')
  t.match(a.transport.connect(idOf('stranger')), { ok: false, error: { code: 'p2p/unknown-peer' } })
  t.match(a.transport.connect(b.id, ['nowhere']), { ok: false, error: { code: 'p2p/address' } })
  t.ok((infoOfB()?.bannedUntilMs ?? 0) > 0, 'a call that is refused lifts nothing')
  t.match(a.transport.connect(b.id, [b.address()]), { ok: true })
  t.equal(infoOfB()?.bannedUntilMs, undefined)
  t.equal(await eventually(() => a.connected().length === 1 && b.connected().length === 1), true)
  t.same(infoOfB()?.addresses, [b.address()])
})
