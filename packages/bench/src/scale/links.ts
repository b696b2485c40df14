import { createFrameDecoder, createSendQueue } from '@hanse/p2p/framing'
import { CHANNELS, type Channel, FRAME_BYTES_MAX } from '@hanse/ports'

/** More than waits in a round. */
const QUEUE_BYTES_MAX = 64 * 1024 * 1024
const CHUNK_BYTES_MAX = 64 * 1024

/** A piece of the stream of a channel, on its way. */
interface Piece {
  readonly channel: Channel
  readonly bytes: Uint8Array
}

/** One direction between two validators: framed, cut and put together again as p2p does it, without a socket. */
export class Link {
  readonly #queues = byChannel(() => createSendQueue(QUEUE_BYTES_MAX))
  readonly #decoders = byChannel((channel) => createFrameDecoder(FRAME_BYTES_MAX[channel]))
  #underway: Piece[] = []
  #pieces: Piece[] = []

  push(channel: Channel, frame: Uint8Array): void {
    if (!this.#queues[channel].push(frame)) throw new Error('more waits for a peer than a round makes')
  }

  /** Sends what waits. Returns how many bytes that is. */
  flush(): number {
    let sent = 0
    for (const channel of CHANNELS) {
      const queue = this.#queues[channel]
      while (queue.wireBytes > 0) {
        const { bytes } = queue.takeChunk(CHUNK_BYTES_MAX)
        sent += bytes.length
        this.#underway.push({ channel, bytes })
      }
    }
    return sent
  }

  /** What is under way has come. */
  deliver(): void {
    this.#pieces.push(...this.#underway)
    this.#underway = []
  }

  /** What has come, by frame. */
  *frames(): Generator<{ readonly channel: Channel; readonly frame: Uint8Array }> {
    const pieces = this.#pieces
    this.#pieces = []
    for (const { channel, bytes } of pieces) {
      for (let offset = 0; offset < bytes.length; ) {
        const taken = this.#decoders[channel].take(bytes, offset)
        offset = taken.offset
        if (taken.frame !== undefined) yield { channel, frame: taken.frame }
      }
    }
  }
}

function byChannel<T>(create: (channel: Channel) => T): Readonly<Record<Channel, T>> {
  return { consensus: create('consensus'), transactions: create('transactions'), sync: create('sync') }
}
