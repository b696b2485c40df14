import { BlockMissing, type Store } from '@hanse/ports'
import { assert, type Hash } from '@hanse/primitives'
import { decodeTransaction, type Header, headerHash, type StoredBlockRecord, type StoredEpochEnd, type Transaction } from '@hanse/protocol'
import { ChainReader, type FinalBlock, finalWrites, isReplaceable, pruneWrites, recordWrites, storedBlockKeys } from '@hanse/replica'
import type { StoredBlock } from '@hanse/rpc'
import { KeptBlocks } from './kept-blocks.ts'
import { KeptEvidence } from './kept-evidence.ts'
import { type Pruning, prunableUpTo } from './pruning.ts'

/** Decoded blocks kept for readers, so that many requests for the same ones cost one decoding. */
const KEPT_BLOCKS_MAX = 16
/**
 * … and their bytes, give or take the newest, of those that were stored last. Decoded they take ten times as much, and each that is kept for a second is one that
 * the collector has to move and to mark: full blocks are kept for as long as it takes to tell of them.
 */
const RECENT_BYTES_MAX = 256 * 1024
/** … and of those that somebody asked for. */
const READ_BYTES_MAX = 4 * 1024 * 1024
/** Old blocks that a new one takes with it, while there are more than are kept. */
const PRUNED_PER_BLOCK_MAX = 4
/** Bytes of blocks in one sync answer, if they are several: well inside the channel's frame, and verified in a part of a second. */
const SYNC_ANSWER_BYTES = 1024 * 1024

export interface StoredTip {
  readonly header: Header
  readonly hash: Hash
}

/** The chain in the node's store: one atomic, synced batch a block. What is damaged of a block is told, and missing until it is put back. */
export class BlockStore {
  readonly #reader: ChainReader
  readonly #store: Store
  readonly #recent = new KeptBlocks(KEPT_BLOCKS_MAX, RECENT_BYTES_MAX)
  /** Older ones that were asked for: one call may need a block twice, and callers ask for what others ask for. */
  readonly #read = new KeptBlocks(KEPT_BLOCKS_MAX, READ_BYTES_MAX)
  #head: StoredTip
  #earliest: number
  readonly #pruning: Pruning | undefined
  #neededFrom: () => number = () => Number.POSITIVE_INFINITY
  /** Who signed what: written with the blocks. */
  readonly evidence: KeptEvidence
  /** Told of the heights whose blocks are missing, each time that one is met. */
  onMissing: (height: number) => void = () => undefined

  /** `head` is the verified tip of what the store holds. Without `pruning` every block is kept. */
  constructor(store: Store, head: StoredTip, pruning?: Pruning) {
    this.#pruning = pruning
    this.#store = store
    this.evidence = new KeptEvidence(store)
    this.#reader = new ChainReader({ get: (key) => wholeRecord(store, key) })
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
    const first = tip.header.height - finals.length + 1
    const kept = this.evidence.writesWith(first, tip.header.height)
    await this.#store.write([...finals.flatMap(finalWrites), ...kept, ...pruned], { sync: true })
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
    const found = this.#reader.certifiedFrom(height, limit, SYNC_ANSWER_BYTES)
    if (found.length === 0 && height > 0) this.#known(height, this.#reader.recordBytes(height))
    return found
  }

  /** @throws BlockMissing */
  block(at: number | Hash): StoredBlock | undefined {
    const height = typeof at === 'number' ? at : this.#reader.heightOfHash(at)
    if (height === undefined || height > this.#head.header.height || height < this.#earliest) return undefined
    const kept = this.#recent.get(height) ?? this.#read.get(height)
    if (kept !== undefined) return kept
    const record = this.#known(height, this.#reader.record(height))
    if (record === undefined) throw new BlockMissing(height)
    return this.#read.keep(decodeBlock(record))
  }

  /** As it is stored, without decoding its transactions. */
  record(height: number): StoredBlockRecord | undefined {
    return this.#known(height, this.#reader.record(height))
  }

  /** The last header of an epoch with its certificate: it is never pruned. */
  epochEnd(height: number): StoredEpochEnd | undefined {
    return height > this.#head.header.height ? undefined : this.#known(height, this.#reader.epochEnd(height))
  }

  /** Its bytes; undefined above the head, and while it is missing. */
  recordBytes(height: number): Uint8Array | undefined {
    return height > this.#head.header.height ? undefined : this.#known(height, this.#reader.recordBytes(height))
  }

  hashAt(height: number): Hash | undefined {
    if (height > this.#head.header.height) return undefined
    return this.#hashOf(this.#reader.summary(height) ?? this.#known(height, this.#reader.record(height)))
  }

  /** What the block above, the head, or its own summary says that its hash is; undefined where all of them are missing. */
  hashByLinks(height: number): Hash | undefined {
    const { header, hash } = this.#head
    if (height === header.height) return hash
    const above = this.#reader.record(height + 1) ?? this.#reader.summary(height + 1)
    return above?.header.parent ?? this.#hashOf(this.#reader.summary(height))
  }

  /** A block that was missing, whole and proven by what stands above it. Durable when the promise resolves. */
  async putBack(record: StoredBlockRecord): Promise<void> {
    assert(record.header.height <= this.#head.header.height, 'what is put back was there')
    await this.#store.write(recordWrites(record), { sync: true })
    // What was damaged still lies in a file, below what was written now: the next start would refuse that.
    const { height } = record.header
    const [from, to] = [storedBlockKeys(height), storedBlockKeys(height + 1)]
    await this.#store.compact({ from: from.block, to: to.block })
    await this.#store.compact({ from: from.summary, to: to.summary })
  }

  /** Whether block and summary are whole. One that is not is told of. */
  isWhole(height: number): boolean {
    return this.recordBytes(height) !== undefined && this.#known(height, this.#reader.summary(height)) !== undefined
  }

  #hashOf(block: { readonly header: Header } | undefined): Hash | undefined {
    return block === undefined ? undefined : headerHash(block.header)
  }

  #known<T>(height: number, found: T | undefined): T | undefined {
    if (found === undefined && height >= this.#earliest && height <= this.#head.header.height) this.onMissing(height)
    return found
  }

  heightOfTransaction(id: Hash): number | undefined {
    return this.#reader.heightOfTransaction(id)
  }

  /** One that was stored a moment ago, as all readers share it. */
  recent(height: number): StoredBlock | undefined {
    return this.#recent.get(height)
  }
}

/** Of a damaged block nothing is there; any other damaged record makes the store failed. */
function wholeRecord(store: Store, key: Uint8Array): Uint8Array | undefined {
  if (!isReplaceable(key)) return store.get(key)
  const bytes = store.examine(key)
  return bytes === 'damaged' ? undefined : bytes
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
