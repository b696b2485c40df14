import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openKeystore } from '@hanse/crypto-native'
import { type Devnet, killNodeProcess, type NodeEndpoints, runningPid, startNodeProcess } from '@hanse/devnet'
import { createLogger, systemClock } from '@hanse/node'
import { createTransport, type P2pTransport } from '@hanse/p2p'
import type { Channel } from '@hanse/ports'
import { bytesToHash, bytesToHex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type ConsensusFrame,
  consensusFrameCodec,
  transactionsFrameCodec,
} from '@hanse/protocol'
import { type Test, test } from 'tap'
import { clientOf, signedTransfer, ToldFinal } from './support/client.ts'
import { allReady, headOf, nodeOf, startTestNetwork, until } from './support/test-network.ts'

const ROGUE = 'supplier'
/** A ban, and the time to dial again, on a machine that may have other things to do. */
const CONNECTED_MS = 30_000
const CUT_OFF_MS = 30_000
/** A flood goes on, so many frames at a time, until the peer is cut off: nodes that are slow count a slow one. */
const FLOOD_FRAMES = 30_000
/** What a transaction may take during an attack, as a multiple of what it took before; and at least this. */
const SLOWER_MAX = 4
const FINAL_MS = 3_000

test('peers that are strangers, speak garbage or flood', { timeout: 180_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const chain = await clientOf(nodeOf(devnet, 'bank-a')).chain()
  const told = new ToldFinal()
  const honest = devnet.nodes.filter(({ name }) => name !== ROGUE)
  const pids = honest.map(({ name }) => runningPid(devnet, name))

  await t.test('a stranger gets no stream', async (t) => {
    const stranger = await Impostor.start(t, chain, devnet.nodes, new Uint8Array(randomBytes(32)))
    for (let round = 0; round < 5; round++) {
      for (const node of devnet.nodes) await told.transfer(node, chain)
      for (const peer of stranger.transport.peers()) t.match(peer, { connected: false, framesIn: 0 })
    }
    t.ok(stranger.dialled > 0, 'it reached them, and was turned away')
    for (const node of devnet.nodes) t.equal((await clientOf(node).call('node_status')).peers, 3)
  })

  await killNodeProcess(devnet, ROGUE)
  const seed = await identitySeed(devnet, ROGUE)
  let calmMs = 0
  for (const node of honest) calmMs = Math.max(calmMs, await told.transfer(node, chain))
  const finalMs = Math.max(FINAL_MS, SLOWER_MAX * calmMs)
  for (const [name, attacks] of Object.entries(await attacksOn(chain))) {
    await t.test(`${name}: the peer loses its connection, nobody else notices`, async (t) => {
      const impostor = await Impostor.start(t, chain, honest, seed)
      await Promise.all(honest.map((node, index) => impostor.attack(t, node, attacks[index % attacks.length] as Attack)))
      for (const node of honest) t.ok((await told.transfer(node, chain, finalMs)) < finalMs, `${node.name} goes on`)
      await impostor.transport.stop()
    })
  }

  await t.test('the real one comes back, and nobody has died', async (t) => {
    const before = await headOf(honest)
    await startNodeProcess(devnet, ROGUE)
    await allReady(devnet, before)
    t.strictSame(
      honest.map(({ name }) => runningPid(devnet, name)),
      pids,
    )
    for (const node of devnet.nodes) t.strictSame(await told.missingAt(node), [], node.name)
  })
})

interface Attack {
  readonly what: string
  readonly hello: boolean
  readonly channel: Channel
  readonly frame: Uint8Array
  readonly times?: number
}

/** Three of a kind, one for each honest node. */
async function attacksOn(chain: Chain): Promise<Readonly<Record<string, readonly Attack[]>>> {
  const garbage = new Uint8Array(randomBytes(300))
  const consensus = (what: string, frame: ConsensusFrame, more: Partial<Attack> = {}): Attack => {
    return { what, hello: true, channel: 'consensus', frame: consensusFrameCodec.encode(frame), ...more }
  }
  const digest = bytesToHash(garbage.subarray(0, 32))
  const signed: ConsensusFrame = {
    type: 'signed',
    signed: {
      epoch: asEpoch(0),
      signer: asValidatorIndex(0),
      signature: bytesToHex(new Uint8Array(64)),
      message: { type: 'status', head: asHeight(1_000_000), view: asView(7), wants: asView(7), slots: [] },
    },
  }
  const forged = Uint8Array.from(Buffer.from((await signedTransfer(chain)).raw.slice(2), 'hex'))
  forged[forged.length - 1] = (forged.at(-1) as number) ^ 1
  const transactions = transactionsFrameCodec.encode({ type: 'transactions', transactions: [forged] })
  const fetchBody: ConsensusFrame = { type: 'fetchBody', height: asHeight(1), digest }
  return {
    garbage: (['consensus', 'transactions', 'sync'] as const).map((channel) => ({ what: channel, hello: true, channel, frame: garbage })),
    'another chain, another signature, no hello': [
      consensus('another chain', { ...helloOf(chain), genesisHash: digest }, { hello: false }),
      { what: 'a transaction that its sender did not sign', hello: true, channel: 'transactions', frame: transactions },
      consensus('no hello', fetchBody, { hello: false }),
    ],
    'a flood': [
      consensus('requests', fetchBody, { times: FLOOD_FRAMES }),
      consensus('hellos', helloOf(chain), { times: FLOOD_FRAMES }),
      consensus('forged signatures', signed, { times: FLOOD_FRAMES }),
    ],
  }
}

function helloOf({ genesisHash, genesis }: Chain): Extract<ConsensusFrame, { type: 'hello' }> {
  return { type: 'hello', genesisHash, chainId: genesis.chainId, version: '0.0.0', head: asHeight(0) }
}

async function identitySeed(devnet: Devnet, name: string): Promise<Uint8Array> {
  const opened = await openKeystore({ path: join(devnet.directory, 'nodes', name, 'keys', 'identity.json'), purpose: 'node' })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value.seed
}

/** A transport with the manners of ours and nothing behind it. */
class Impostor {
  readonly transport: P2pTransport
  readonly #chain: Chain
  readonly #disconnected = new Map<string, string>()
  dialled = 0

  private constructor(chain: Chain, targets: readonly NodeEndpoints[], identitySeed: Uint8Array) {
    this.#chain = chain
    const peers = targets.map(({ name, p2pPort }) => ({ peerId: this.#peerId(name), addresses: [`127.0.0.1:${p2pPort}`] }))
    const logger = createLogger({ level: 'debug', node: 'impostor' }, { write: (line) => this.#count(line) })
    const chainTag = chain.genesisHash.slice(2, 18)
    this.transport = createTransport({ identitySeed, listen: ['127.0.0.1:0'], peers, chainTag }, { clock: systemClock, logger })
  }

  static async start(t: Test, chain: Chain, targets: readonly NodeEndpoints[], identitySeed: Uint8Array): Promise<Impostor> {
    const impostor = new Impostor(chain, targets, identitySeed)
    t.teardown(() => impostor.transport.stop())
    await impostor.transport.start({
      onPeerConnected: (peerId) => void impostor.#disconnected.delete(peerId),
      onPeerDisconnected: (peerId, reason) => void impostor.#disconnected.set(peerId, reason),
      onFrame: () => undefined,
    })
    return impostor
  }

  async attack(t: Test, node: NodeEndpoints, { what, hello, channel, frame, times = 1 }: Attack): Promise<void> {
    const peerId = this.#peerId(node.name)
    await until(`connected with ${node.name}`, CONNECTED_MS, async () => (this.#isConnected(peerId) ? true : undefined))
    if (hello) this.transport.send(peerId, 'consensus', consensusFrameCodec.encode(helloOf(this.#chain)))
    const send = (): void => {
      for (let sent = 0; sent < times; sent++) this.transport.send(peerId, channel, frame)
    }
    send()
    const { elapsedMs } = await until(`${what} at ${node.name}`, CUT_OFF_MS, async () => {
      if (times > 1) send()
      return this.#disconnected.get(peerId)
    })
    t.pass(`${node.name} cuts it off for ${what} after ${Math.round(elapsedMs)} ms`)
  }

  #isConnected(peerId: string): boolean {
    return this.transport.peers().some((peer) => peer.peerId === peerId && peer.connected)
  }

  #peerId(name: string): string {
    const record = this.#chain.genesis.validators.find(({ organization }) => organization === name)
    if (record === undefined) throw new Error(`no validator ${name}`)
    return record.peerId
  }

  /** Every attempt that came as far as an encrypted connection leaves a line. */
  #count(line: string): void {
    if (line.includes('connection not used') || line.includes('dial')) this.dialled += 1
  }
}
