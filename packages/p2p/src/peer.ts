import { randomInt } from 'node:crypto'
import type { Channel, Clock, Logger, Meter, PeerInfo, Timer, TransportEvents } from '@hanse/ports'
import type { Connection } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import { CANDIDATES_PER_PEER_MAX, type TransportLimits } from './limits.ts'
import { createLink, type Link } from './link.ts'
import type { Protocols } from './protocols.ts'
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
export interface Peer {
  readonly banned: boolean
  setAddresses(addresses: readonly Multiaddr[]): void
  /** Begins to dial. Connections that the peer dialled are taken before, too. */
  seek(): void
  /** An encrypted connection with this peer, dialled by either side. */
  adopt(connection: Connection): Link
  send(channel: Channel, frame: Uint8Array): boolean
  /** Ends all connections; none is made for `banMs`. */
  disconnect(reason: string, banMs: number): void
  info(): PeerInfo
  /** For a peer that is allowed no more: ends its connections. */
  remove(reason: string): void
  /** For the end of the whole transport: no event follows, libp2p closes the connections. */
  stop(): void
}

/** The back-off doubles so often at most. */
const RETRY_DOUBLINGS_MAX = 16

export function createPeer(options: PeerOptions, components: PeerComponents): Peer {
  const { peerId, selfId, limits, events } = options
  const { clock, meter } = components
  const logger = components.logger.child({ peer: peerId })
  const decides = selfId < peerId
  const candidates = new Set<Link>()
  const counters = { bytesIn: 0, bytesOut: 0, framesIn: 0, framesOut: 0 }
  let addresses = options.addresses
  let current: Link | undefined
  let usedSinceMs = 0
  let announced = false
  let connections = 0
  let lastDisconnectReason: string | undefined
  let dialling: AbortController | undefined
  let failures = 0
  let retry: Timer | undefined
  let ban: Timer | undefined
  let stopped = false

  function scheduleDial(delayMs: number): void {
    retry?.stop()
    retry = clock.startTimer(delayMs, () => {
      retry = undefined
      dialIfMissing()
    })
  }

  function isMissing(): boolean {
    return !stopped && ban === undefined && current === undefined && candidates.size === 0 && dialling === undefined
  }

  function dialIfMissing(): void {
    if (isMissing() && addresses.length > 0) void dial()
  }

  /** Never rejects. */
  async function dial(): Promise<void> {
    const abort = new AbortController()
    dialling = abort
    try {
      await options.dial(addresses, abort.signal)
    } catch (thrown) {
      logger.debug({ error: toError(thrown).message, failures }, 'dial failed')
    }
    if (dialling === abort) dialling = undefined
    if (!abort.signal.aborted) retryIfMissing()
  }

  /** Half of the delay is random: peers that lost each other together do not meet again and again. */
  function retryIfMissing(): void {
    if (!isMissing() || retry !== undefined) return
    const delayMs = Math.min(limits.retryDelayMaxMs, limits.retryDelayMinMs * 2 ** failures)
    const deferralMs = failures === 0 ? deferralOfFirstDialMs() : 0
    failures = Math.min(failures + 1, RETRY_DOUBLINGS_MAX)
    scheduleDial(deferralMs + Math.ceil(delayMs / 2) + randomInt(Math.ceil(delayMs / 2) + 1))
  }

  function deferralOfFirstDialMs(): number {
    return decides ? 0 : limits.dialDeferralMs
  }

  function abortDial(): void {
    retry?.stop()
    retry = undefined
    dialling?.abort()
    dialling = undefined
  }

  function adopt(connection: Connection): Link {
    const link: Link = createLink({ ...options, connection, decides }, components, {
      onComplete: () => onComplete(link),
      onChosen: () => use(link),
      onFrame: (channel, frame) => {
        counters.framesIn += 1
        return events.onFrame(peerId, channel, frame)
      },
      onReceived: (channel, bytes) => {
        counters.bytesIn += bytes
        meter?.count('hanse_p2p_bytes_total', { direction: 'in', type: channel }, bytes)
      },
      onSent: (channel, bytes, frames) => {
        counters.bytesOut += bytes
        counters.framesOut += frames
        meter?.count('hanse_p2p_bytes_total', { direction: 'out', type: channel }, bytes)
      },
      onClosed: (reason, violation) => onClosed(link, reason, violation),
    })
    // The dial has done its part; to abort it now could take the connection along.
    if (connection.direction === 'outbound') dialling = undefined
    candidates.add(link)
    const [oldest] = candidates
    if (candidates.size > CANDIDATES_PER_PEER_MAX) oldest?.close('too many connections')
    return link
  }

  function onComplete(link: Link): void {
    if (!decides) return
    const sameProcess = current !== undefined && current.remoteInstance === link.remoteInstance
    if (sameProcess && clock.nowMs() - usedSinceMs < limits.simultaneousDialMs) link.close('dialled at the same moment as another')
    else use(link)
  }

  function use(link: Link): void {
    candidates.delete(link)
    current?.close('replaced by a newer connection')
    for (const other of [...candidates]) other.close('another connection is in use')
    abortDial()
    current = link
    usedSinceMs = clock.nowMs()
    connections += 1
    link.use()
    if (current !== link) return
    announced = true
    logger.info({ direction: link.direction }, 'peer connected')
    notify(() => events.onPeerConnected(peerId))
    if (current === link) link.startReading()
  }

  function onClosed(link: Link, reason: string, violation: boolean): void {
    const wasCandidate = candidates.delete(link)
    if (current === link) loseCurrent(reason)
    if (stopped) return
    if (wasCandidate) logger.debug({ reason, direction: link.direction }, 'connection not used')
    if (violation) startBan(limits.violationBanMs, reason)
    retryIfMissing()
  }

  function loseCurrent(reason: string): void {
    current = undefined
    lastDisconnectReason = reason
    if (clock.nowMs() - usedSinceMs >= limits.stableAfterMs) failures = 0
    if (!announced) return
    announced = false
    logger.info({ reason }, 'peer disconnected')
    notify(() => events.onPeerDisconnected(peerId, reason))
  }

  function startBan(banMs: number, reason: string): void {
    abortDial()
    ban?.stop()
    logger.warn({ reason, banMs }, 'peer banned')
    ban = clock.startTimer(banMs, () => {
      ban = undefined
      dialIfMissing()
    })
    closeAll(reason)
  }

  function closeAll(reason: string): void {
    for (const candidate of [...candidates]) candidate.close(reason)
    current?.close(reason)
  }

  function notify(call: () => void): void {
    try {
      call()
    } catch (thrown) {
      logger.error({ error: toError(thrown).message }, 'the host failed on a peer event')
    }
  }

  function stop(): void {
    stopped = true
    abortDial()
    ban?.stop()
    ban = undefined
    for (const candidate of candidates) candidate.release()
    current?.release()
  }

  return {
    get banned() {
      return ban !== undefined
    },
    setAddresses(next) {
      addresses = next
      if (retry === undefined) dialIfMissing()
    },
    seek: () => scheduleDial(deferralOfFirstDialMs()),
    adopt,
    send: (channel, frame) => current?.send(channel, frame) ?? false,
    disconnect(reason, banMs) {
      if (banMs > 0) startBan(banMs, reason)
      else closeAll(reason)
    },
    info: () => ({
      peerId,
      connected: current !== undefined,
      addresses: addresses.map((address) => address.toString()),
      ...(current === undefined ? {} : { connectedSinceMs: usedSinceMs }),
      ...counters,
      reconnects: Math.max(0, connections - 1),
      ...(lastDisconnectReason === undefined ? {} : { lastDisconnectReason }),
    }),
    remove(reason) {
      abortDial()
      stopped = true
      ban?.stop()
      closeAll(reason)
    },
    stop,
  }
}
