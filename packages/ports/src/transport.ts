/** Streams in order of precedence: a consensus frame never waits for a transaction frame, that never for a sync frame. */
export type Channel = 'consensus' | 'transactions' | 'sync'

export const CHANNELS: readonly Channel[] = ['consensus', 'transactions', 'sync']

/** Bytes of one frame, without its length prefix. A longer one costs the peer its connection. */
export const FRAME_BYTES_MAX: Readonly<Record<Channel, number>> = {
  consensus: 1024 * 1024,
  transactions: 1024 * 1024,
  sync: 4 * 1024 * 1024,
}

export interface TransportEvents {
  /** All of the peer's streams are open in both directions. */
  onPeerConnected(peerId: string): void
  onPeerDisconnected(peerId: string, reason: string): void
  /**
   * One whole frame. A rejected promise or a throw costs the peer its connection. The returned promise is back-pressure:
   * no further frame of this peer on this channel is delivered until it settles.
   */
  onFrame(peerId: string, channel: Channel, frame: Uint8Array): void | Promise<void>
}

export interface PeerInfo {
  readonly peerId: string
  readonly connected: boolean
  /** Multiaddrs that are dialled. */
  readonly addresses: readonly string[]
  readonly connectedSinceMs?: number
  readonly bytesIn: number
  readonly bytesOut: number
  readonly framesIn: number
  readonly framesOut: number
  readonly reconnects: number
  readonly lastDisconnectReason?: string
  /** Until then no connection is made or taken. */
  readonly bannedUntilMs?: number
}

/** A full mesh of allowed peers. Keeps dialling those that are missing, with back-off; never gives up. */
export interface Transport {
  readonly peerId: string
  start(events: TransportEvents): Promise<void>
  /** Idempotent. */
  stop(): Promise<void>
  /**
   * Queues a frame. False when the peer is not connected or its queue is full: the frame is dropped, and the caller's
   * protocol must cope (all of ours do).
   */
  send(peerId: string, channel: Channel, frame: Uint8Array): boolean
  /** Ends the connection and does not redial before the ban is over. */
  disconnect(peerId: string, reason: string, banMs?: number): void
  /** Who may connect, and where to dial them. Connections to others are ended. */
  setPeers(peers: readonly { readonly peerId: string; readonly addresses: readonly string[] }[]): void
  peers(): readonly PeerInfo[]
}
