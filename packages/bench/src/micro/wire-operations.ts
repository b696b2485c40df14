import { createFrameDecoder, createSendQueue } from '@hanse/p2p/framing'
import { FRAME_BYTES_MAX } from '@hanse/ports'
import { transactionsFrameCodec } from '@hanse/protocol'
import { unwrap } from '../bench-chain.ts'
import type { Fixture } from './fixture.ts'
import { type Operation, operation } from './operation.ts'

/** Transactions that one frame carries under load. */
const FRAME_TRANSACTIONS = 100
const VOTE_BYTES = 220
/** Votes that leave, and come, together. */
const VOTES = 16
const QUEUE_BYTES_MAX = 4 * 1024 * 1024
/** What one write to a stream takes, and one read of it gives, at most. */
const CHUNK_BYTES = 64 * 1024
const PREFIX_BYTES = 4

/** What stands between a message and a stream: the codec of the frame, and the frame's own bytes. */
export function wireOperations({ raws }: Fixture): readonly Operation[] {
  const transactions = raws.slice(0, FRAME_TRANSACTIONS)
  const frame = transactionsFrameCodec.encode({ type: 'transactions', transactions })
  const votes = Array.from({ length: VOTES }, () => new Uint8Array(VOTE_BYTES).fill(1))
  return [
    operation(
      'frame: encode transactions',
      'a transaction',
      () => transactionsFrameCodec.encode({ type: 'transactions', transactions }),
      FRAME_TRANSACTIONS,
    ),
    operation('frame: decode transactions', 'a transaction', () => unwrap(transactionsFrameCodec.decode(frame)), FRAME_TRANSACTIONS),
    operation('p2p: write a large frame', 'a transaction', () => written([frame]), FRAME_TRANSACTIONS),
    readOperation('p2p: read a large frame', 'a transaction', [frame], FRAME_TRANSACTIONS),
    operation('p2p: write a small frame', 'a frame', () => written(votes), VOTES),
    readOperation('p2p: read a small frame', 'a frame', votes, VOTES),
  ]
}

const queue = createSendQueue(QUEUE_BYTES_MAX)

function written(frames: readonly Uint8Array[]): unknown {
  for (const frame of frames) queue.push(frame)
  let last: Uint8Array | undefined
  while (queue.wireBytes > 0) last = queue.takeChunk(CHUNK_BYTES).bytes
  return last
}

function readOperation(name: string, unit: string, frames: readonly Uint8Array[], unitsPerTime: number): Operation {
  const stream = Buffer.concat(
    frames.map((frame) => {
      const prefix = Buffer.alloc(PREFIX_BYTES)
      prefix.writeUInt32BE(frame.length)
      return Buffer.concat([prefix, frame])
    }),
  )
  const decoder = createFrameDecoder(FRAME_BYTES_MAX.transactions)
  const once = (): unknown => {
    let last: Uint8Array | undefined
    for (let offset = 0; offset < stream.length; ) {
      const taken = decoder.take(stream, offset)
      offset = taken.offset
      last = taken.frame
    }
    return last
  }
  return operation(name, unit, once, unitsPerTime)
}
