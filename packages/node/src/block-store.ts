import type { Store } from '@hanse/ports'
import { assert, type Hash } from '@hanse/primitives'
import { type CertifiedBlock, decodeTransaction, type Header, headerHash, type StoredBlockRecord, type Transaction } from '@hanse/protocol'
import { ChainReader, type FinalBlock, finalWrites, genesisWrites } from '@hanse/replica'
import type { StoredBlock } from '@hanse/rpc'
import type { StateWrites } from '@hanse/state'

/** Decoded blocks kept for readers, so that many requests for the newest ones cost one decoding. */
const RECENT_BLOCKS_MAX = 16
/** Bytes of blocks in one sync answer: well inside the channel's frame. */
const SYNC_ANSWER_BYTES = 2 * 1024 * 1024

/** The chain in the node's store: one atomic, synced batch a block. */
export class BlockStore {
  readonly reader: ChainReader
  readonly #store: Store
  readonly #recent = new Map<number, StoredBlock>()

  constructor(store: Store) {
    this.#store = store
    this.reader = new ChainReader(store)
  }

  async writeGenesis(header: Header, hash: Hash, writes: StateWrites): Promise<void> {
    await this.#store.write(genesisWrites(header, hash, writes), { sync: true })
  }

  /** Several blocks may share a batch; they are in order of height. */
  async append(finals: readonly FinalBlock[]): Promise<void> {
    await this.#store.write(finals.flatMap(finalWrites), { sync: true })
    for (const final of finals) this.#remember(storedBlockOf(final))
  }

  certifiedFrom(height: number, limit: number): readonly CertifiedBlock[] {
    return this.reader.certifiedFrom(height, limit, SYNC_ANSWER_BYTES)
  }

  block(at: number | Hash): StoredBlock | undefined {
    const height = typeof at === 'number' ? at : this.reader.heightOfHash(at)
    if (height === undefined) return undefined
    const recent = this.#recent.get(height)
    if (recent !== undefined) return recent
    const record = this.reader.record(height)
    return record === undefined ? undefined : decodeBlock(record)
  }

  heightOfTransaction(id: Hash): number | undefined {
    return this.reader.heightOfTransaction(id)
  }

  #remember(block: StoredBlock): void {
    this.#recent.set(block.header.height, block)
    if (this.#recent.size > RECENT_BLOCKS_MAX) this.#recent.delete(this.#recent.keys().next().value as number)
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
