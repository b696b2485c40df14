import type { Channel, Clock, Logger, Meter, PeerInfo, Timer, TransportEvents } from '@hanse/ports'
import type { Connection } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { CANDIDATES_PER_PEER_MAX, type TransportLimits } from './limits.ts'
import { Link, type LinkEvents } from './link.ts'
import type { Protocols } from './protocols.ts'
import { Redialer } from './redialer.ts'
import { toError } from './violation.ts'

export interface PeerOptions {
  readonly peerId: string
  readonly selfId: string
  readonly instance: string
  readonly protocols: Protocols
  readonly limits: TransportLimits
  readonly events: TransportEvents
  readonly addresses: readonly Multiaddr[]
  /** Resolves when a connection was made: it arrives through `adopt`. Rejects when none could be. */
  readonly dial: (addresses: readonly Multiaddr[], signal: AbortSignal) => Promise<unknown>
}

export interface PeerComponents {
  readonly clock: Clock
  readonly logger: Logger
  readonly meter?: Meter
}

/**
 * One allowed peer: keeps exactly one connection with it in use, dials while there is none.
 *
 * Both sides dial, so two connections can come up at the same moment. The side with the lower peer id decides: it uses
 * the first that is complete, tells the peer, and ends the others. A later one replaces the one in use if the peer was
 * restarted meanwhile or has evidently lost it.
 */
export class Peer {
  readonly #options: PeerOptions
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #meter: Meter | undefined
  readonly #decides: boolean
  readonly #redialer: Redialer
  /** Connections that came up and are not in use, oldest first. */
  readonly #candidates = new Set<Link>()
  readonly #counters = { bytesIn: 0, bytesOut: 0, framesIn: 0, framesOut: 0 }
  #addresses: readonly Multiaddr[]
  #current: Link | undefined
  #usedSinceMs = 0
  /** The host knows of the current connection. */
  #announced = false
  #connections = 0
  #lastDisconnectReason: string | undefined
  #ban: Timer | undefined
  #bannedUntilMs = 0
  #stopped = false

  constructor(options: PeerOptions, components: PeerComponents) {
    const { peerId, selfId, limits } = options
    this.#options = options
    this.#clock = components.clock
    this.#logger = components.logger.child({ peer: peerId })
    this.#meter = components.meter
    this.#decides = selfId < peerId
    this.#addresses = options.addresses
    const dial = (signal: AbortSignal) => options.dial(this.#addresses, signal)
    const redialerOptions = { limits, first: this.#decides, isMissing: () => this.#isMissing(), dial }
    this.#redialer = new Redialer(redialerOptions, { clock: this.#clock, logger: this.#logger })
  }

  get banned(): boolean {
    return this.#ban !== undefined
  }

  /** Begins to dial. Connections that the peer dialled are taken before, too. */
  seek(): void {
    this.#redialer.start()
  }

  setAddresses(addresses: readonly Multiaddr[]): void {
    if (addresses.join() === this.#addresses.join()) return
    this.#addresses = addresses
    if (this.#isMissing()) this.#redialer.start()
  }

  /** Lifts a ban, and dials now if the peer is missing. */
  connect(addresses: readonly Multiaddr[] | undefined): void {
    this.#ban?.stop()
    this.#ban = undefined
    if (addresses !== undefined) this.#addresses = addresses
    if (this.#isMissing()) this.#redialer.start()
  }

  /** An encrypted connection with this peer, dialled by either side. */
  adopt(connection: Connection): Link {
    if (connection.direction === 'outbound') this.#redialer.settle()
    const { protocols, limits, instance } = this.#options
    const link = new Link({ connection, protocols, limits, instance, decides: this.#decides }, { clock: this.#clock }, this.#linkEvents())
    this.#candidates.add(link)
    const [oldest] = this.#candidates
    if (this.#candidates.size > CANDIDATES_PER_PEER_MAX) oldest?.close('too many connections')
    return link
  }

  send(channel: Channel, frame: Uint8Array): boolean {
    return this.#current?.send(channel, frame) ?? false
  }

  /** Ends all connections; none is made for `banMs`. */
  disconnect(reason: string, banMs: number): void {
    if (banMs > 0) this.#startBan(banMs, reason)
    else this.#closeAll(reason)
  }

  info(): PeerInfo {
    return {
      peerId: this.#options.peerId,
      connected: this.#current !== undefined,
      addresses: this.#addresses.map(String),
      ...(this.#current === undefined ? {} : { connectedSinceMs: this.#usedSinceMs }),
      ...this.#counters,
      reconnects: Math.max(0, this.#connections - 1),
      ...(this.#lastDisconnectReason === undefined ? {} : { lastDisconnectReason: this.#lastDisconnectReason }),
      ...(this.#ban === undefined ? {} : { bannedUntilMs: this.#bannedUntilMs }),
    }
  }

  /** It is allowed no more: ends its connections, and tells the host. */
  remove(reason: string): void {
    this.#stopped = true
    this.#redialer.abort()
    this.#ban?.stop()
    this.#closeAll(reason)
  }

  /** For the end of the whole transport: no event follows, libp2p closes the connections. */
  stop(): void {
    this.#stopped = true
    this.#redialer.abort()
    this.#ban?.stop()
    for (const candidate of this.#candidates) candidate.release()
    this.#current?.release()
  }

  #isMissing(): boolean {
    const idle = this.#current === undefined && this.#candidates.size === 0
    return idle && !this.#stopped && this.#ban === undefined && this.#addresses.length > 0
  }

  #linkEvents(): LinkEvents {
    const { peerId, events } = this.#options
    return {
      onComplete: (link) => this.#onComplete(link),
      onChosen: (link) => this.#use(link),
      onClosed: (link, reason, violation) => this.#onClosed(link, reason, violation),
      onFrame: (channel, frame) => {
        this.#counters.framesIn += 1
        return events.onFrame(peerId, channel, frame)
      },
      onReceived: (channel, bytes) => {
        this.#counters.bytesIn += bytes
        this.#meter?.count('hanse_p2p_bytes_total', { direction: 'in', type: channel }, bytes)
      },
      onSent: (channel, bytes, frames) => {
        this.#counters.bytesOut += bytes
        this.#counters.framesOut += frames
        this.#meter?.count('hanse_p2p_bytes_total', { direction: 'out', type: channel }, bytes)
      },
    }
  }

  #onComplete(link: Link): void {
    if (!this.#decides) return
    const sameProcess = this.#current?.remoteInstance === link.remoteInstance
    const young = this.#clock.nowMs() - this.#usedSinceMs < this.#options.limits.simultaneousDialMs
    if (sameProcess && young) link.close('dialled at the same moment as another')
    else this.#use(link)
  }

  #use(link: Link): void {
    this.#candidates.delete(link)
    this.#closeAll('replaced by another connection')
    this.#redialer.abort()
    this.#current = link
    this.#usedSinceMs = this.#clock.nowMs()
    this.#connections += 1
    link.use()
    if (this.#current !== link) return
    this.#announced = true
    this.#logger.info({ direction: link.direction }, 'peer connected')
    this.#notify(() => this.#options.events.onPeerConnected(this.#options.peerId))
    if (this.#current === link) link.startReading()
  }

  #onClosed(link: Link, reason: string, violation: boolean): void {
    if (this.#candidates.delete(link)) this.#logger.debug({ reason, direction: link.direction }, 'connection not used')
    if (this.#current === link) this.#onLost(reason)
    if (this.#stopped) return
    if (violation) this.#startBan(this.#options.limits.violationBanMs, reason)
    this.#redialer.retry()
  }

  #onLost(reason: string): void {
    this.#current = undefined
    this.#lastDisconnectReason = reason
    if (this.#clock.nowMs() - this.#usedSinceMs >= this.#options.limits.stableAfterMs) this.#redialer.forgive()
    if (!this.#announced) return
    this.#announced = false
    this.#logger.info({ reason }, 'peer disconnected')
    this.#notify(() => this.#options.events.onPeerDisconnected(this.#options.peerId, reason))
  }

  #startBan(banMs: number, reason: string): void {
    this.#logger.warn({ reason, banMs }, 'peer banned')
    this.#redialer.abort()
    this.#ban?.stop()
    this.#bannedUntilMs = this.#clock.nowMs() + banMs
    this.#ban = this.#clock.startTimer(banMs, () => {
      this.#ban = undefined
      this.#redialer.retry()
    })
    this.#closeAll(reason)
  }

  #closeAll(reason: string): void {
    for (const candidate of [...this.#candidates]) candidate.close(reason)
    this.#current?.close(reason)
  }

  #notify(call: () => void): void {
    try {
      call()
    } catch (thrown) {
      this.#logger.error({ error: toError(thrown).message }, 'the host failed on a peer event')
    }
  }
}
