import { CHANNELS, type Channel, FRAME_BYTES_MAX } from '@hanse/ports'
import { assert } from '@hanse/primitives'

const KIB = 1024
const MIB = 1024 * KIB

/** Each frame is preceded by its length, big-endian. */
export const LENGTH_PREFIX_BYTES = 4

/**
 * One write to a stream: frames are joined, or cut, to this. With yamux's 12-byte header it fills exactly one Noise
 * message (65,535 bytes less the 16-byte tag).
 */
export const WRITE_BYTES_MAX = 65_535 - 16 - 12

/**
 * What one side may send on a stream before the other has read it. It is what yamux starts with and stays so: growing
 * windows would put megabytes of sync data on the wire in front of a vote, and would overrun the read buffer of a
 * paused stream, which costs the stream.
 */
export const STREAM_WINDOW_BYTES = 256 * KIB

/** Window that is given back at once: less waits until more has been read. */
export const WINDOW_UPDATE_BYTES_MIN = STREAM_WINDOW_BYTES / 4

/** A stream that buffers more than this unread is reset by libp2p. A paused one never holds more than a window. */
export const STREAM_READ_BUFFER_BYTES_MAX = 4 * STREAM_WINDOW_BYTES

/** Of one connection: encrypted output that the socket has not taken. Past it the peer does not read, and is dropped. */
export const CONNECTION_WRITE_BUFFER_BYTES_MAX = 8 * MIB

/** Counted for every queued frame besides its bytes, so that a queue of empty frames is bounded too. */
export const QUEUED_FRAME_OVERHEAD_BYTES = 64

/** Of one control message, without its prefix. */
export const CONTROL_FRAME_BYTES_MAX = 16

/** yamux frames that carry no data and ask for work: pings. Ours sends none. */
export const MUXER_PINGS_PER_SECOND_MAX = 10

/** Streams that the peer may hold open on one connection: the channels, control, and a few that are being refused. */
export const INBOUND_STREAMS_MAX = 8

/** Of one connection: streams whose window updates are held back. Who opens and resets more has them at once, one for each piece. */
export const HELD_UPDATE_STREAMS_MAX = 4 * INBOUND_STREAMS_MAX

/** Connections of one allowed peer that are not yet in use. The oldest goes when there are more. */
export const CANDIDATES_PER_PEER_MAX = 4

export const ADDRESSES_PER_PEER_MAX = 8

/** Bytes in a second, and at once after a silence. */
export interface ByteRate {
  readonly bytesPerSecond: number
  readonly burstBytes: number
}

/** Times in milliseconds. Every field has a default that fits a validator mesh of up to a hundred nodes. */
export interface TransportLimits {
  /** Of one peer and channel: frames that wait for their turn. A frame that does not fit is refused. */
  readonly sendQueueBytesMax: Readonly<Record<Channel, number>>
  /** What we send on one channel to one peer. Below `receiveRate`, or honest nodes would be taken for attackers. */
  readonly sendRate: ByteRate
  /** What one peer may send on one channel. More costs the connection. */
  readonly receiveRate: ByteRate
  /** yamux frames of one connection: each costs a decryption, however small. More costs the connection. */
  readonly muxerFramesPerSecondMax: number
  /** From connecting to the first answer, one address. */
  readonly addressDialTimeoutMs: number
  /** From connecting to an encrypted connection, all addresses. */
  readonly dialTimeoutMs: number
  /** An inbound connection must be encrypted and multiplexed by then. */
  readonly upgradeTimeoutMs: number
  /** From an encrypted connection to frames on all channels. */
  readonly establishTimeoutMs: number
  /** The peer with the higher id lets the other dial first, for so long. */
  readonly dialDeferralMs: number
  /** The first dial after a lost connection. */
  readonly retryDelayMinMs: number
  /** Doubles up to this. Low, because it is what a healed network waits for. */
  readonly retryDelayMaxMs: number
  /** A connection that lived so long starts the back-off anew. */
  readonly stableAfterMs: number
  /** A second connection of the same two processes within this time was dialled at the same moment, and is refused. */
  readonly simultaneousDialMs: number
  readonly heartbeatIntervalMs: number
  /**
   * Heartbeats in a row without a byte from the peer before it counts as dead. They are counted, not timed: while our
   * own loop was blocked nobody else was silent.
   */
  readonly silentHeartbeatsMax: number
  /** Heartbeats that a peer may leave unanswered although it sends: it does not read. */
  readonly unansweredHeartbeatsMax: number
  /** After garbage, an oversize frame or a flood: no connection with that peer. */
  readonly violationBanMs: number
  /** Inbound connections in their handshake, all hosts. */
  readonly pendingInboundMax: number
  /** New inbound connections a second from one host. All validators of a devnet share 127.0.0.1. */
  readonly inboundPerHostPerSecondMax: number
}

export const DEFAULT_LIMITS: TransportLimits = {
  sendQueueBytesMax: { consensus: 4 * MIB, transactions: 4 * MIB, sync: 10 * MIB },
  sendRate: { bytesPerSecond: 24 * MIB, burstBytes: 8 * MIB },
  receiveRate: { bytesPerSecond: 32 * MIB, burstBytes: 32 * MIB },
  muxerFramesPerSecondMax: 20_000,
  addressDialTimeoutMs: 3_000,
  dialTimeoutMs: 8_000,
  upgradeTimeoutMs: 5_000,
  establishTimeoutMs: 5_000,
  dialDeferralMs: 300,
  retryDelayMinMs: 200,
  retryDelayMaxMs: 3_000,
  stableAfterMs: 5_000,
  simultaneousDialMs: 2_000,
  heartbeatIntervalMs: 500,
  silentHeartbeatsMax: 10,
  unansweredHeartbeatsMax: 30,
  violationBanMs: 5_000,
  pendingInboundMax: 128,
  inboundPerHostPerSecondMax: 100,
}

/** A burst of the muxer's frames: what piles up while our loop is busy for seconds. */
export const MUXER_FRAMES_BURST_SECONDS = 3

/** Control messages are a few bytes a second. */
export const CONTROL_RATE: ByteRate = { bytesPerSecond: 4 * KIB, burstBytes: 16 * KIB }

/** Limits that contradict each other would cut off honest peers. */
export function assertLimits(limits: TransportLimits): void {
  const { sendRate, receiveRate, sendQueueBytesMax } = limits
  assert(sendRate.bytesPerSecond < receiveRate.bytesPerSecond, 'an honest sender stays below the rate that is punished')
  assert(
    sendRate.burstBytes + 2 * STREAM_WINDOW_BYTES <= receiveRate.burstBytes,
    'an honest burst, and what was on its way, stays below the burst that is punished',
  )
  assert(sendRate.burstBytes >= WRITE_BYTES_MAX, 'one write fits into a burst')
  for (const channel of CHANNELS) {
    assert(
      sendQueueBytesMax[channel] >= FRAME_BYTES_MAX[channel] + QUEUED_FRAME_OVERHEAD_BYTES,
      `the longest frame fits into an empty queue of ${channel}`,
    )
  }
}
