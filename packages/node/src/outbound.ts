import type { Transport } from '@hanse/ports'
import {
  type ConsensusFrame,
  consensusFrameCodec,
  encodeBlocksFrame,
  type Height,
  type SyncFrame,
  syncFrameCodec,
  type Transaction,
  type TransactionsFrame,
  transactionsFrameCodec,
  type ValidatorIndex,
} from '@hanse/protocol'
import type { Roster } from './roster.ts'

/** Bytes of transactions in one frame: well below the channel's frame limit. */
const TRANSACTIONS_FRAME_BYTES = 256 * 1024

/** Frames to peers. What a full queue refuses is lost; every protocol above copes with that. */
export class Outbound {
  readonly #transport: Transport
  readonly #roster: Roster
  #relay: Transaction[] = []

  constructor(transport: Transport, roster: Roster) {
    this.#transport = transport
    this.#roster = roster
  }

  consensus(to: ValidatorIndex | 'all', frame: ConsensusFrame): void {
    const bytes = consensusFrameCodec.encode(frame)
    for (const peerId of this.#roster.targets(to)) this.#transport.send(peerId, 'consensus', bytes)
  }

  consensusTo(peerId: string, frame: ConsensusFrame): void {
    this.#transport.send(peerId, 'consensus', consensusFrameCodec.encode(frame))
  }

  fetchBlocks(peerId: string, frame: Extract<SyncFrame, { type: 'fetch' }>): void {
    this.#transport.send(peerId, 'sync', syncFrameCodec.encode(frame))
  }

  /** `blocks` as `certifiedBlockCodec` wrote them. */
  blocks(peerId: string, from: Height, blocks: readonly Uint8Array[]): void {
    this.#transport.send(peerId, 'sync', encodeBlocksFrame(from, blocks))
  }

  fetchTransactions(to: ValidatorIndex, frame: Extract<TransactionsFrame, { type: 'fetch' }>): void {
    const bytes = transactionsFrameCodec.encode(frame)
    for (const peerId of this.#roster.targets(to)) this.#transport.send(peerId, 'transactions', bytes)
  }

  /** Those for all are gathered until `flush`, many to a frame. */
  transactions(to: ValidatorIndex | 'all', transactions: readonly Transaction[]): void {
    if (to !== 'all') return this.#sendTransactions(this.#roster.targets(to), transactions)
    // One by one: a whole pool as arguments of one call would be more than the stack holds.
    for (const transaction of transactions) this.#relay.push(transaction)
  }

  flush(): void {
    if (this.#relay.length === 0) return
    const relay = this.#relay
    this.#relay = []
    this.#sendTransactions(this.#roster.targets('all'), relay)
  }

  #sendTransactions(peerIds: readonly string[], transactions: readonly Transaction[]): void {
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
