import { randomBytes } from 'node:crypto'
import type { Clock, Logger, Meter, Transport, TransportEvents } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import type { Connection, Libp2p, Stream } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { parseAddress, parsePeerAddress } from './address.ts'
import { INSTANCE_BYTES } from './control.ts'
import { isPeerId, peerIdFromSeed } from './identity.ts'
import { createLibp2pNode } from './libp2p-node.ts'
import { ADDRESSES_PER_PEER_MAX, DEFAULT_LIMITS, type TransportLimits } from './limits.ts'
import type { Link } from './link.ts'
import { createPeer, type Peer } from './peer.ts'
import { LANES, type Lane, protocolsOf } from './protocols.ts'
import { ConnectionEnded, toError } from './violation.ts'

export interface PeerAddress {
  readonly peerId: string
  /** `host:port` or multiaddrs; none for a peer that only dials us. */
  readonly addresses: readonly string[]
}

export interface TransportOptions {
  /** 32 bytes, secret: the Ed25519 seed of the node's peer id. */
  readonly identitySeed: Uint8Array
  /** Where to listen: `host:port` or multiaddrs, port 0 for any. */
  readonly listen: readonly string[]
  readonly peers: readonly PeerAddress[]
  /** The first 16 hexadecimal digits of the genesis hash. */
  readonly chainTag: string
  readonly limits?: Partial<TransportLimits>
}

export interface TransportComponents {
  readonly clock: Clock
  readonly logger: Logger
  readonly meter?: Meter
}

export interface P2pTransport extends Transport {
  /** Multiaddrs with our peer id, port 0 resolved. Empty before `start`. */
  listenAddresses(): readonly string[]
}

/** We cannot listen where we were told to. */
export class ListenFailure extends Error {
  override readonly name = 'ListenFailure'
  readonly code = 'p2p/listen'
}

const CHAIN_TAG = /^[0-9a-f]{16}$/

/**
 * The mesh over libp2p. `start` rejects with ListenFailure; nothing that a peer does ends in an exception. After `stop`
 * no event comes any more, and the transport cannot be started again.
 */
export function createTransport(options: TransportOptions, components: TransportComponents): P2pTransport {
  assert(CHAIN_TAG.test(options.chainTag), 'the chain tag is the first 16 hexadecimal digits of the genesis hash')
  const limits: TransportLimits = { ...DEFAULT_LIMITS, ...options.limits }
  assert(limits.sendRate.bytesPerSecond < limits.receiveRate.bytesPerSecond, 'an honest sender stays below the rate that is punished')
  assert(limits.sendRate.burstBytes < limits.receiveRate.burstBytes, 'an honest burst stays below the one that is punished')
  const selfId = peerIdFromSeed(options.identitySeed)
  const instance = randomBytes(INSTANCE_BYTES).toString('hex')
  const protocols = protocolsOf(options.chainTag)
  const logger = components.logger.child({ component: 'p2p' })
  const peers = new Map<string, Peer>()
  const links = new WeakMap<Connection, Link>()
  let wanted = readPeers(options.peers)
  let node: Libp2p | undefined
  let events: TransportEvents | undefined
  let listening = false
  let starting: Promise<void> | undefined
  let stopping: Promise<void> | undefined

  /** Peer records come from the chain, written by others: a bad one is left out, not fatal. */
  function readPeers(records: readonly PeerAddress[]): Map<string, readonly Multiaddr[]> {
    const read = new Map<string, readonly Multiaddr[]>()
    for (const { peerId, addresses } of records) {
      if (peerId === selfId) continue
      if (!isPeerId(peerId)) {
        logger.warn({ peer: peerId.slice(0, 80) }, 'not a peer id, left out')
        continue
      }
      read.set(peerId, readAddresses(peerId, addresses))
    }
    return read
  }

  function readAddresses(peerId: string, addresses: readonly string[]): readonly Multiaddr[] {
    const read: Multiaddr[] = []
    for (const text of addresses.slice(0, ADDRESSES_PER_PEER_MAX)) {
      const parsed = parsePeerAddress(text, peerId)
      if (parsed.ok) read.push(parsed.value)
      else logger.warn({ peer: peerId, reason: parsed.error.message }, 'address left out')
    }
    return read
  }

  function isAllowed(peerId: string): boolean {
    return stopping === undefined && peers.get(peerId)?.banned === false
  }

  function applyPeers(): void {
    if (node === undefined || events === undefined || stopping !== undefined) return
    for (const [peerId, peer] of peers) {
      if (wanted.has(peerId)) continue
      peers.delete(peerId)
      peer.remove('no longer a peer')
    }
    for (const [peerId, addresses] of wanted) {
      const known = peers.get(peerId)
      if (known !== undefined) known.setAddresses(addresses)
      else addPeer(peerId, addresses, node, events)
    }
  }

  function addPeer(peerId: string, addresses: readonly Multiaddr[], libp2p: Libp2p, hostEvents: TransportEvents): void {
    const dial = (targets: readonly Multiaddr[], signal: AbortSignal): Promise<unknown> =>
      libp2p.dial([...targets], { signal: AbortSignal.any([signal, AbortSignal.timeout(limits.dialTimeoutMs)]), force: true })
    const peer = createPeer({ peerId, selfId, instance, protocols, limits, addresses, events: hostEvents, dial }, { ...components, logger })
    peers.set(peerId, peer)
    if (listening) peer.seek()
  }

  function onConnection(connection: Connection): void {
    const peerId = connection.remotePeer.toString()
    const peer = isAllowed(peerId) ? peers.get(peerId) : undefined
    if (peer === undefined) connection.abort(new ConnectionEnded('not allowed'))
    else links.set(connection, peer.adopt(connection))
  }

  function onStream(lane: Lane, stream: Stream, connection: Connection): void {
    const link = links.get(connection)
    if (link === undefined) stream.abort(new ConnectionEnded('not allowed'))
    else link.acceptStream(lane, stream)
  }

  async function startNode(): Promise<void> {
    const listen = options.listen.map((text) => {
      const parsed = parseAddress(text)
      if (!parsed.ok) throw new ListenFailure(parsed.error.message)
      return parsed.value
    })
    const knownHosts = [...wanted.values()].flat()
    const libp2p = await createLibp2pNode({ identitySeed: options.identitySeed, listen, isAllowed, knownHosts, limits }, components)
    libp2p.addEventListener('connection:open', (event) => onConnection(event.detail))
    for (const lane of LANES) {
      await libp2p.handle(protocols[lane], (stream, connection) => onStream(lane, stream, connection), { maxInboundStreams: 1 })
    }
    node = libp2p
    applyPeers()
    try {
      await libp2p.start()
    } catch (thrown) {
      throw new ListenFailure(`cannot listen on ${options.listen.join(', ')}: ${listenError(thrown)}`, { cause: thrown })
    }
    listening = true
    logger.info({ peerId: selfId, listen: listenAddresses() }, 'p2p listening')
    if (stopping === undefined) for (const peer of peers.values()) peer.seek()
  }

  async function stopNode(): Promise<void> {
    for (const peer of peers.values()) peer.stop()
    await starting?.catch(() => undefined)
    try {
      await node?.stop()
    } catch (thrown) {
      logger.warn({ error: toError(thrown).message }, 'libp2p did not stop in good order')
    }
  }

  function listenAddresses(): readonly string[] {
    return node?.getMultiaddrs().map(String) ?? []
  }

  return {
    peerId: selfId,
    listenAddresses,
    start(hostEvents) {
      assert(starting === undefined && stopping === undefined, 'a transport starts once')
      events = hostEvents
      starting = startNode()
      return starting
    },
    stop() {
      stopping ??= stopNode()
      return stopping
    },
    send: (peerId, channel, frame) => peers.get(peerId)?.send(channel, frame) ?? false,
    disconnect: (peerId, reason, banMs = 0) => peers.get(peerId)?.disconnect(reason, banMs),
    setPeers(records) {
      wanted = readPeers(records)
      applyPeers()
    },
    peers: () => [...peers.values()].map((peer) => peer.info()),
  }
}

/** libp2p puts the stack of every failed address into one message. */
function listenError(thrown: unknown): string {
  const { message } = toError(thrown)
  return /\b(E[A-Z]{3,}[^\n]*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? message
}
