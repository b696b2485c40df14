import type { Store, StoreWrite } from '@hanse/ports'
import { assert, type Hash, type Result, uint64ToBytes } from '@hanse/primitives'
import {
  asHeight,
  type CertifiedBlock,
  decodeTransaction,
  type Header,
  headerHash,
  type StoredBlockRecord,
  type StoredHead,
  storedBlockCodec,
  storedHeadCodec,
  type Transaction,
} from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { StoredBlock } from '@hanse/rpc'
import type { StateWrites } from '@hanse/state'
import { blockKey, HEAD_KEY, heightOfHashKey, heightOfTransactionKey, stateKey } from './keys-layout.ts'

/** Decoded blocks kept for readers, so that many requests for the newest ones cost one decoding. */
const RECENT_BLOCKS_MAX = 16

function readNumber(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = value * 256 + byte
  return value
}

/** Our own records, checksummed by the store: one that does not decode is a defect, not an input. */
function decoded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a stored record does not decode: ${result.error.message}`)
  return result.value
}

/** Blocks, receipts and the state's writes in the node's store: one atomic, synced batch a block. */
export class BlockStore {
  readonly #store: Store
  readonly #recent = new Map<number, StoredBlock>()

  constructor(store: Store) {
    this.#store = store
  }

  head(): StoredHead | undefined {
    const bytes = this.#store.get(HEAD_KEY)
    return bytes === undefined ? undefined : decoded(storedHeadCodec.decode(bytes))
  }

  async writeGenesis(header: Header, hash: Hash, writes: StateWrites): Promise<void> {
    const record: StoredBlockRecord = { header, receipts: [] }
    await this.#store.write([...stateWrites(writes), ...blockWrites(0, hash, record)], { sync: true })
  }

  /** Several blocks may share a batch; they are in order of height. */
  async append(finals: readonly FinalBlock[]): Promise<void> {
    const batch: StoreWrite[] = []
    for (const { block, transactions, certificate, writes } of finals) {
      const { header, hash, body, receipts, included } = block
      const record: StoredBlockRecord = {
        header,
        certified: { body, transactions: transactions.map((transaction) => transaction.bytes), certificate },
        receipts,
      }
      batch.push(...stateWrites(writes), ...blockWrites(header.height, hash, record))
      for (const { id } of included) batch.push({ key: heightOfTransactionKey(id), value: uint64ToBytes(header.height) })
    }
    await this.#store.write(batch, { sync: true })
    for (const final of finals) this.#remember(storedBlockOf(final))
  }

  record(height: number): StoredBlockRecord | undefined {
    const bytes = this.#store.get(blockKey(height))
    return bytes === undefined ? undefined : decoded(storedBlockCodec.decode(bytes))
  }

  /** What a peer that syncs needs of a height. */
  certified(height: number): CertifiedBlock | undefined {
    return this.record(height)?.certified
  }

  block(at: number | Hash): StoredBlock | undefined {
    const height = typeof at === 'number' ? at : this.#heightAt(heightOfHashKey(at))
    if (height === undefined) return undefined
    const recent = this.#recent.get(height)
    if (recent !== undefined) return recent
    const record = this.record(height)
    return record === undefined ? undefined : decodeBlock(record)
  }

  heightOfTransaction(id: Hash): number | undefined {
    return this.#heightAt(heightOfTransactionKey(id))
  }

  #heightAt(key: Uint8Array): number | undefined {
    const bytes = this.#store.get(key)
    return bytes === undefined ? undefined : readNumber(bytes)
  }

  #remember(block: StoredBlock): void {
    this.#recent.set(block.header.height, block)
    if (this.#recent.size > RECENT_BLOCKS_MAX) this.#recent.delete(this.#recent.keys().next().value as number)
  }
}

function stateWrites(writes: StateWrites): readonly StoreWrite[] {
  return [...writes.puts.map(({ key, value }) => ({ key: stateKey(key), value })), ...writes.deletes.map((key) => ({ key: stateKey(key) }))]
}

function blockWrites(height: number, hash: Hash, record: StoredBlockRecord): readonly StoreWrite[] {
  return [
    { key: blockKey(height), value: storedBlockCodec.encode(record) },
    { key: heightOfHashKey(hash), value: uint64ToBytes(height) },
    { key: HEAD_KEY, value: storedHeadCodec.encode({ height: asHeight(height), hash }) },
  ]
}

/** The form that readers get of a block that has just become final. */
export function storedBlockOf(final: FinalBlock): StoredBlock {
  const { block, certificate } = final
  let sizeBytes = 0
  for (const { bytes } of block.included) sizeBytes += bytes.length
  return { hash: block.hash, header: block.header, certificate, transactions: block.included, receipts: block.receipts, sizeBytes }
}

function decodeBlock(record: StoredBlockRecord): StoredBlock {
  const { header, certified, receipts } = record
  const byId = new Map<Hash, Transaction>()
  for (const bytes of certified?.transactions ?? []) {
    const transaction = decoded(decodeTransaction(bytes))
    byId.set(transaction.id, transaction)
  }
  const transactions = receipts.flatMap((receipt) => byId.get(receipt.txId) ?? [])
  assert(transactions.length >= receipts.length - 1, `block ${header.height} has receipts without transactions`)
  let sizeBytes = 0
  for (const { bytes } of transactions) sizeBytes += bytes.length
  return {
    hash: headerHash(header),
    header,
    ...(certified === undefined ? {} : { certificate: certified.certificate }),
    transactions,
    receipts,
    sizeBytes,
  }
}
