import type { Store } from '@hanse/ports'
import { assert, type Hash } from '@hanse/primitives'
import { decodeTransaction, type Header, headerHash, type StoredBlockRecord, type Transaction } from '@hanse/protocol'
import { ChainReader, type FinalBlock, finalWrites, pruneWrites } from '@hanse/replica'
import type { StoredBlock } from '@hanse/rpc'
import { KeptBlocks } from './kept-blocks.ts'
import { type Pruning, prunableUpTo } from './pruning.ts'

/** Decoded blocks kept for readers, so that many requests for the newest ones cost one decoding. */
const RECENT_BLOCKS_MAX = 16
/** … and their bytes, give or take the newest. */
const RECENT_BYTES_MAX = 4 * 1024 * 1024
/** Old blocks that a new one takes with it, while there are more than are kept. */
const PRUNED_PER_BLOCK_MAX = 4
/** Bytes of blocks in one sync answer, if they are several: well inside the channel's frame, and verified in a part of a second. */
const SYNC_ANSWER_BYTES = 1024 * 1024

export interface StoredTip {
  readonly header: Header
  readonly hash: Hash
}

/** The chain in the node's store: one atomic, synced batch a block. */
export class BlockStore {
  readonly #reader: ChainReader
  readonly #store: Store
  readonly #recent = new KeptBlocks(RECENT_BLOCKS_MAX, RECENT_BYTES_MAX)
  /** Older ones that were asked for: one call may need a block twice, and callers ask for what others ask for. */
  readonly #read = new KeptBlocks(RECENT_BLOCKS_MAX, RECENT_BYTES_MAX)
  #head: StoredTip
  #earliest: number
  readonly #pruning: Pruning | undefined
  #neededFrom: () => number = () => Number.POSITIVE_INFINITY

  /** `head` is the verified tip of what the store holds. Without `pruning` every block is kept. */
  constructor(store: Store, head: StoredTip, pruning?: Pruning) {
    this.#pruning = pruning
    this.#store = store
    this.#reader = new ChainReader(store)
    this.#head = head
    this.#earliest = this.#reader.earliest()
  }

  /** The last block that is durable. The ledger's head is ahead of it while a batch is being written; nobody is told of that. */
  get head(): StoredTip {
    return this.#head
  }

  /** The lowest height whose block is held: 0, or where pruning has come, or where a snapshot began. */
  get earliest(): number {
    return this.#earliest
  }

  /** Blocks from this height on are still being read: they are not pruned. */
  keepFrom(height: () => number): void {
    this.#neededFrom = height
  }

  /** Several blocks may share a batch; they are in order of height. */
  async append(finals: readonly FinalBlock[]): Promise<void> {
    const tip = finals.at(-1)?.block
    assert(tip !== undefined && finals[0]?.block.header.height === this.#head.header.height + 1, 'the batch does not continue the chain')
    const earliest = this.#prunedTo(tip.header, finals.length)
    const pruned = earliest === this.#earliest ? [] : pruneWrites(this.#reader, this.#earliest, earliest)
    await this.#store.write([...finals.flatMap(finalWrites), ...pruned], { sync: true })
    this.#earliest = earliest
    for (const final of finals) this.#recent.keep(storedBlockOf(final))
    this.#head = { header: tip.header, hash: tip.hash }
  }

  /** The lowest height that is held once a block of this header is the head. */
  #prunedTo(head: Header, blocks: number): number {
    if (this.#pruning === undefined) return this.#earliest
    const limit = Math.min(this.#neededFrom(), this.#earliest + PRUNED_PER_BLOCK_MAX * blocks)
    return prunableUpTo(this.#reader, head, this.#pruning, { from: this.#earliest, to: limit })
  }

  /** As they are stored: a peer decodes them. */
  certifiedFrom(height: number, limit: number): readonly Uint8Array[] {
    return this.#reader.certifiedFrom(height, limit, SYNC_ANSWER_BYTES)
  }

  block(at: number | Hash): StoredBlock | undefined {
    const height = typeof at === 'number' ? at : this.#reader.heightOfHash(at)
    if (height === undefined || height > this.#head.header.height || height < this.#earliest) return undefined
    const kept = this.#recent.get(height) ?? this.#read.get(height)
    if (kept !== undefined) return kept
    const record = this.#reader.record(height)
    return record === undefined ? undefined : this.#read.keep(decodeBlock(record))
  }

  /** As it is stored, without decoding its transactions. */
  record(height: number): StoredBlockRecord | undefined {
    return this.#reader.record(height)
  }

  /** Its bytes; undefined above the head. */
  recordBytes(height: number): Uint8Array | undefined {
    return height > this.#head.header.height ? undefined : this.#reader.recordBytes(height)
  }

  hashAt(height: number): Hash | undefined {
    const summary = height > this.#head.header.height ? undefined : this.#reader.summary(height)
    return summary === undefined ? undefined : headerHash(summary.header)
  }

  heightOfTransaction(id: Hash): number | undefined {
    return this.#reader.heightOfTransaction(id)
  }

  /** One that was stored a moment ago, as all readers share it. */
  recent(height: number): StoredBlock | undefined {
    return this.#recent.get(height)
  }
}

function sizeOf(transactions: readonly Transaction[]): number {
  return transactions.reduce((total, { bytes }) => total + bytes.length, 0)
}

/** The form that readers get of a block that has just become final. */
export function storedBlockOf({ block, certificate }: FinalBlock): StoredBlock {
  const { hash, header, included, receipts } = block
  return { hash, header, certificate, transactions: included, receipts, sizeBytes: sizeOf(included) }
}

function decodeBlock({ header, certified, receipts }: StoredBlockRecord): StoredBlock {
  const byId = new Map<Hash, Transaction>()
  for (const raw of certified?.transactions ?? []) {
    const transaction = decodeTransaction(raw)
    assert(transaction.ok, `a transaction of block ${header.height} does not decode`)
    byId.set(transaction.value.id, transaction.value)
  }
  const transactions = receipts.flatMap((receipt) => byId.get(receipt.txId) ?? [])
  assert(transactions.length >= receipts.length - 1, `block ${header.height} has receipts without transactions`)
  const certificate = certified === undefined ? {} : { certificate: certified.certificate }
  return { hash: headerHash(header), header, ...certificate, transactions, receipts, sizeBytes: sizeOf(transactions) }
}
