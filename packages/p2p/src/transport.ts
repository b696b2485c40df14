import { randomBytes } from 'node:crypto'
import type { Aead, Channel, Clock, Logger, Meter, PeerInfo, Transport, TransportEvents } from '@hanse/ports'
import { assert, err, ok, type Result, reject } from '@hanse/primitives'
import type { Connection, Libp2p, Stream } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { parseAddress, parsePeerAddress } from './address.ts'
import { INSTANCE_BYTES } from './control.ts'
import { peerIdFromSeed } from './identity.ts'
import { createLibp2pNode } from './libp2p-node.ts'
import { assertLimits, DEFAULT_LIMITS, type TransportLimits } from './limits.ts'
import type { Link } from './link.ts'
import { Peer } from './peer.ts'
import { type PeerAddress, readPeerRecords } from './peer-records.ts'
import { LANES, type Lane, type Protocols, protocolsOf } from './protocols.ts'
import { ConnectionEnded, toError } from './violation.ts'

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
  /** What connections are encrypted with. Default: what libp2p has, several times slower. */
  readonly aead?: Aead
}

export interface P2pTransport extends Transport {
  /** Multiaddrs with our peer id, port 0 resolved. Empty before `start`. */
  listenAddresses(): readonly string[]
  /** Names of the protocols that a peer must speak, one a stream. */
  readonly protocols: readonly string[]
  readonly limits: TransportLimits
  /**
   * Lifts a ban and dials now, at other `addresses` (`host:port` or multiaddrs) where they are given; until the next start or `setPeers`.
   * Codes `p2p/unknown-peer` for one that is not allowed, `p2p/address`.
   */
  connect(peerId: string, addresses?: readonly string[]): Result<undefined>
}

/** We cannot listen where we were told to. */
export class ListenFailure extends Error {
  override readonly name = 'ListenFailure'
  readonly code = 'p2p/listen'
  readonly hint = 'Stop what listens there, or mend p2p.listen: an address of this host and a free port.'
}

/**
 * The mesh over libp2p. `start` rejects with ListenFailure; nothing that a peer does ends in an exception. No event comes
 * once `stop` was called, and the transport cannot be started again.
 */
export function createTransport(options: TransportOptions, components: TransportComponents): P2pTransport {
  return new Mesh(options, components)
}

class Mesh implements P2pTransport {
  readonly peerId: string
  readonly limits: TransportLimits
  readonly #options: TransportOptions
  readonly #components: TransportComponents
  readonly #logger: Logger
  readonly #protocols: Protocols
  /** Drawn anew at every start of the process. */
  readonly #instance = randomBytes(INSTANCE_BYTES).toString('hex')
  readonly #peers = new Map<string, Peer>()
  readonly #links = new WeakMap<Connection, Link>()
  #wanted: ReadonlyMap<string, readonly Multiaddr[]>
  #node: Libp2p | undefined
  #events: TransportEvents | undefined
  #listening = false
  #starting: Promise<void> | undefined
  #stopping: Promise<void> | undefined

  constructor(options: TransportOptions, components: TransportComponents) {
    this.peerId = peerIdFromSeed(options.identitySeed)
    this.#options = options
    this.#components = components
    this.#logger = components.logger.child({ component: 'p2p' })
    this.limits = { ...DEFAULT_LIMITS, ...options.limits }
    assertLimits(this.limits)
    this.#protocols = protocolsOf(options.chainTag)
    this.#wanted = readPeerRecords(options.peers, this.peerId, this.#logger)
  }

  get protocols(): readonly string[] {
    return LANES.map((lane) => this.#protocols[lane])
  }

  start(events: TransportEvents): Promise<void> {
    assert(this.#starting === undefined && this.#stopping === undefined, 'a transport starts once')
    this.#events = events
    this.#starting = this.#startNode()
    return this.#starting
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopNode()
    return this.#stopping
  }

  send(peerId: string, channel: Channel, frame: Uint8Array): boolean {
    return this.#peers.get(peerId)?.send(channel, frame) ?? false
  }

  disconnect(peerId: string, reason: string, banMs = 0): void {
    this.#peers.get(peerId)?.disconnect(reason, banMs)
  }

  connect(peerId: string, addresses?: readonly string[]): Result<undefined> {
    const peer = this.#peers.get(peerId)
    if (peer === undefined) return err(reject('p2p/unknown-peer', `${peerId} is not one of the allowed peers`))
    const parsed: Multiaddr[] = []
    for (const text of addresses ?? []) {
      const address = parsePeerAddress(text, peerId)
      if (!address.ok) return address
      parsed.push(address.value)
    }
    peer.connect(addresses === undefined ? undefined : parsed)
    return ok(undefined)
  }

  setPeers(peers: readonly PeerAddress[]): void {
    this.#wanted = readPeerRecords(peers, this.peerId, this.#logger)
    this.#applyPeers()
  }

  peers(): readonly PeerInfo[] {
    return [...this.#peers.values()].map((peer) => peer.info())
  }

  listenAddresses(): readonly string[] {
    return this.#node?.getMultiaddrs().map(String) ?? []
  }

  async #startNode(): Promise<void> {
    const options = {
      identitySeed: this.#options.identitySeed,
      listen: this.#options.listen.map(readListenAddress),
      isAllowed: (peerId: string) => this.#isAllowed(peerId),
      knownHosts: [...this.#wanted.values()].flat(),
      limits: this.limits,
    }
    const node = await createLibp2pNode(options, this.#components)
    node.addEventListener('connection:open', (event) => this.#onConnection(event.detail))
    for (const lane of LANES) {
      const onStream = (stream: Stream, connection: Connection) => this.#onStream(lane, stream, connection)
      await node.handle(this.#protocols[lane], onStream, { maxInboundStreams: 1 })
    }
    this.#node = node
    this.#applyPeers()
    try {
      await node.start()
    } catch (thrown) {
      throw new ListenFailure(`cannot listen on ${this.#options.listen.join(', ')}: ${listenError(thrown)}`, { cause: thrown })
    }
    this.#listening = true
    this.#logger.info({ peerId: this.peerId, listen: this.listenAddresses() }, 'p2p listening')
    if (this.#stopping === undefined) for (const peer of this.#peers.values()) peer.seek()
  }

  async #stopNode(): Promise<void> {
    for (const peer of this.#peers.values()) peer.stop()
    try {
      await this.#starting?.catch(() => undefined)
      await this.#node?.stop()
    } catch (thrown) {
      this.#logger.warn({ error: toError(thrown).message }, 'libp2p did not stop in good order')
    }
  }

  #isAllowed(peerId: string): boolean {
    return this.#stopping === undefined && this.#peers.get(peerId)?.banned === false
  }

  #applyPeers(): void {
    if (this.#node === undefined || this.#stopping !== undefined) return
    for (const [peerId, peer] of this.#peers) {
      if (this.#wanted.has(peerId)) continue
      this.#peers.delete(peerId)
      peer.remove('no longer a peer')
    }
    for (const [peerId, addresses] of this.#wanted) {
      const known = this.#peers.get(peerId)
      if (known === undefined) this.#addPeer(peerId, addresses, this.#node)
      else known.setAddresses(addresses)
    }
  }

  #addPeer(peerId: string, addresses: readonly Multiaddr[], node: Libp2p): void {
    assert(this.#events !== undefined, 'peers are added after start')
    const dial = (targets: readonly Multiaddr[], signal: AbortSignal): Promise<unknown> =>
      node.dial([...targets], { signal: AbortSignal.any([signal, AbortSignal.timeout(this.limits.dialTimeoutMs)]), force: true })
    const options = {
      peerId,
      selfId: this.peerId,
      instance: this.#instance,
      protocols: this.#protocols,
      limits: this.limits,
      events: this.#events,
      addresses,
      dial,
    }
    const peer = new Peer(options, { ...this.#components, logger: this.#logger })
    this.#peers.set(peerId, peer)
    if (this.#listening) peer.seek()
  }

  #onConnection(connection: Connection): void {
    const peerId = connection.remotePeer.toString()
    const peer = this.#isAllowed(peerId) ? this.#peers.get(peerId) : undefined
    if (peer === undefined) connection.abort(new ConnectionEnded('not allowed'))
    else this.#links.set(connection, peer.adopt(connection))
  }

  #onStream(lane: Lane, stream: Stream, connection: Connection): void {
    const link = this.#links.get(connection)
    if (link === undefined) stream.abort(new ConnectionEnded('not allowed'))
    else link.acceptStream(lane, stream)
  }
}

function readListenAddress(text: string): Multiaddr {
  const parsed = parseAddress(text)
  if (parsed.ok) return parsed.value
  throw new ListenFailure(parsed.error.message)
}

/** libp2p puts the stack of every failed address into one message. */
function listenError(thrown: unknown): string {
  const { message } = toError(thrown)
  return /\b(E[A-Z]{3,}[^\n]*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? message
}
