import { type AddressInfo, createServer } from 'node:net'
import { type Test, test } from 'tap'
import { probePeers } from '../src/probe.ts'
import { realClock } from './clocks.ts'
import { CHAIN_TAG, idOf, seedOf, startNode, type TestNode } from './support.ts'

async function started(t: Test, name: string, knows: readonly string[]): Promise<TestNode> {
  const node = await startNode(name, { peers: knows.map((known) => ({ peerId: idOf(known), addresses: [] })) })
  t.teardown(() => node.stop())
  return node
}

const shortOf = (node: TestNode): string => node.address().replace(/^\/ip4\/([\d.]+)\/tcp\/(\d+).*$/, '$1:$2')

test('each address is told apart: the peer, another one, nobody, one who hangs up, none', async (t) => {
  const peer = await started(t, 'peer', ['prober'])
  const stranger = await started(t, 'stranger', ['prober'])
  const closing = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  t.teardown(() => closing.close())
  await new Promise((resolve) => closing.once('listening', resolve))
  const closes = `127.0.0.1:${(closing.address() as AddressInfo).port}`
  const addresses = [shortOf(peer), shortOf(stranger), '127.0.0.1:1', closes, 'nonsense']
  const options = { identitySeed: seedOf('prober'), peers: [{ peerId: peer.id, addresses }], chainTag: CHAIN_TAG }
  t.match(await probePeers(options, { clock: realClock }), [
    { peerId: peer.id, address: addresses[0], outcome: 'answers' },
    { outcome: 'other', reason: String },
    { outcome: 'silent', reason: /ECONNREFUSED/ },
    { address: closes, outcome: 'closes' },
    { address: 'nonsense', outcome: 'malformed' },
  ])
  t.strictSame(peer.log, [], 'the peer’s host hears nothing of it')
})

test('a node that does not know us ends the handshake', async (t) => {
  const peer = await started(t, 'peer', ['somebody else'])
  const options = { identitySeed: seedOf('prober'), peers: [{ peerId: peer.id, addresses: [shortOf(peer)] }], chainTag: CHAIN_TAG }
  t.match(await probePeers(options, { clock: realClock }), [{ outcome: 'closes', reason: /^[a-zA-Z]/ }])
})

test('a node of another chain is not the peer', async (t) => {
  const peer = await started(t, 'peer', ['prober'])
  const peers = [{ peerId: peer.id, addresses: [shortOf(peer)] }]
  const probes = await probePeers({ identitySeed: seedOf('prober'), peers, chainTag: 'fedcba9876543210' }, { clock: realClock })
  t.match(probes, [{ outcome: 'closes', reason: /protocol/i }])
})

test('without a key TCP alone is tried', async (t) => {
  const peer = await started(t, 'peer', [])
  const peers = [{ peerId: peer.id, addresses: [shortOf(peer), '127.0.0.1:1'] }]
  t.match(await probePeers({ peers, chainTag: CHAIN_TAG }, { clock: realClock }), [{ outcome: 'accepts' }, { outcome: 'silent' }])
})
