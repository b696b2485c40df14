import type { Transport } from '@hanse/ports'
import {
  BLOCK_RECORD_BYTES_MAX,
  type ConsensusFrame,
  consensusFrameCodec,
  encodeBlocksFrame,
  type Height,
  type PeerId,
  type SyncFrame,
  syncFrameCodec,
  type Transaction,
  type TransactionsFrame,
  transactionsFrameCodec,
} from '@hanse/protocol'

/** Bytes of transactions in one frame: well below the channel's frame limit. */
const TRANSACTIONS_FRAME_BYTES = 256 * 1024

/** Frames to peers. What a full queue refuses is lost; every protocol above copes with that. */
export class Outbound {
  readonly #transport: Transport
  /** What waits for `flush`, by the list that it goes to. */
  readonly #gathered = new Map<readonly PeerId[], Transaction[]>()

  constructor(transport: Transport) {
    this.#transport = transport
  }

  consensus(to: readonly PeerId[], frame: ConsensusFrame): void {
    const bytes = consensusFrameCodec.encode(frame)
    for (const peerId of to) this.#transport.send(peerId, 'consensus', bytes)
  }

  fetchBlocks(peerId: PeerId, frame: Extract<SyncFrame, { type: 'fetch' }>): void {
    this.#transport.send(peerId, 'sync', syncFrameCodec.encode(frame))
  }

  /** `blocks` as `certifiedBlockCodec` wrote them. Where there are none because older ones are not kept, it says from where on they are. */
  blocks(peerId: PeerId, from: Height, blocks: readonly Uint8Array[], earliest: Height): void {
    const isPruned = blocks.length === 0 && earliest > from
    const frame = isPruned ? syncFrameCodec.encode({ type: 'blocks', from, blocks: [], earliest }) : encodeBlocksFrame(from, blocks)
    this.#transport.send(peerId, 'sync', frame)
  }

  fetchRecord(peerId: PeerId, height: Height): void {
    this.#transport.send(peerId, 'sync', syncFrameCodec.encode({ type: 'fetchRecord', height }))
  }

  /** As it is stored. Without it where it is not whole here either, or too large for a frame. */
  record(peerId: PeerId, height: Height, stored: Uint8Array | undefined): void {
    const record = stored === undefined || stored.length > BLOCK_RECORD_BYTES_MAX ? {} : { record: stored }
    this.#transport.send(peerId, 'sync', syncFrameCodec.encode({ type: 'record', height, ...record }))
  }

  fetchTransactions(peerId: PeerId, frame: Extract<TransactionsFrame, { type: 'fetch' }>): void {
    this.#transport.send(peerId, 'transactions', transactionsFrameCodec.encode(frame))
  }

  /** Gathered until `flush`, many to a frame: what goes to one and the same list goes together. */
  transactions(to: readonly PeerId[], transactions: readonly Transaction[]): void {
    const gathered = this.#gathered.get(to)
    if (gathered === undefined) this.#gathered.set(to, [...transactions])
    // One by one: a whole pool as arguments of one call would be more than the stack holds.
    else for (const transaction of transactions) gathered.push(transaction)
  }

  flush(): void {
    for (const [to, transactions] of this.#gathered) this.#sendTransactions(to, transactions)
    this.#gathered.clear()
  }

  #sendTransactions(peerIds: readonly PeerId[], transactions: readonly Transaction[]): void {
    let frame: Uint8Array[] = []
    let bytes = 0
    const send = (): void => {
      const encoded = transactionsFrameCodec.encode({ type: 'transactions', transactions: frame })
      for (const peerId of peerIds) this.#transport.send(peerId, 'transactions', encoded)
      frame = []
      bytes = 0
    }
    for (const transaction of transactions) {
      if (bytes > 0 && bytes + transaction.bytes.length > TRANSACTIONS_FRAME_BYTES) send()
      frame.push(transaction.bytes)
      bytes += transaction.bytes.length
    }
    if (frame.length > 0) send()
  }
}
