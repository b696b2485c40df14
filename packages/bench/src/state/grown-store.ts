import { join } from 'node:path'
import { sha256Native } from '@hanse/crypto-native'
import { MODULES } from '@hanse/modules'
import { readGenesis } from '@hanse/node'
import type { Store, StoreWrite } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import { hexToBytes } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type Chain,
  type Header,
  headerHash,
  type ProposalBody,
  type StoredBlockRecord,
  type Transaction,
  useSha256,
  type Verified,
} from '@hanse/protocol'
import { boundsWrites, ChainReader, genesisWrites, recordWrites, storedStateKey } from '@hanse/replica'
import {
  createGenesisState,
  createLedger,
  type ExecutedBlock,
  RestoredState,
  RootBuilder,
  STATE_TREE_RANGE,
  STATE_VALUES_RANGE,
  type StateRecord,
  stateEntries,
} from '@hanse/state'
import { openLevelStore } from '@hanse/storage'
import { unwrap, verified } from '../bench-chain.ts'
import { certificateOf } from '../filled-store.ts'
import { MemoryRecords } from '../memory-records.ts'
import { transferSigner } from '../transfers.ts'
import { KeyOrder } from './key-order.ts'
import { ReferenceKeys } from './reference-keys.ts'

const BATCH_BYTES = 4 * 1024 * 1024
/** Of a reference: enough for any number of keys. */
const DIGITS = 10
const HEIGHT = asHeight(1)
const BLOCK_MS = 500

/**
 * Gives a devnet node that never ran a store whose state has so many keys: what the genesis and one block make, and references of
 * transactions that never were. A quorum signed its head: a node that starts on it takes it for a chain of one block. Each key costs some
 * microseconds, where one that a transfer makes costs some hundred.
 */
export async function growStore(home: string, keys: number, onProgress: (done: number, what: string) => void): Promise<void> {
  useSha256(sha256Native)
  const chain = unwrap(await readGenesis(join(home, 'genesis.json')))
  const { genesis, block, transaction, records } = firstBlock(chain)
  const references = referencesLike(records, transaction.id)
  const made = keys - records.length
  if (made < 0) throw new Error(`the genesis and a block alone make ${records.length} keys, more than ${keys}`)
  // The first, zero, is the one that they are like.
  const keyOf = (index: number): Uint8Array => records[index - made]?.key ?? references.keyOf(index + 1)
  const order = new KeyOrder((index) => sha256Native(keyOf(index)), keys)
  const valueAt = (index: number): Uint8Array => records[index - made]?.value ?? references.valueOf(order.hash(index))
  const store = await openLevelStore({ directory: join(home, 'data', 'store') })
  try {
    const root = await writeState(store, { keys, order, keyOf, valueAt, onProgress })
    const header = { ...block.header, stateRoot: root }
    const certificate = certificateOf(chain, block.body, headerHash(header))
    const certified = { body: block.body, transactions: [transaction.bytes], certificate }
    const record: StoredBlockRecord = { header, certified, receipts: [...block.receipts] }
    const whole = [...recordWrites({ header: genesis, receipts: [] }), ...recordWrites(record), ...boundsWrites(record, 0)]
    await store.write(whole, { sync: true })
    onProgress(keys, 'tables merged')
    // As they lie in a store that is older than a minute.
    for (const { from, to } of [STATE_TREE_RANGE, STATE_VALUES_RANGE])
      await store.compact({ from: storedStateKey(from), to: storedStateKey(to) })
  } finally {
    await store.close()
  }
}

interface FirstBlock {
  readonly genesis: Header
  readonly block: ExecutedBlock
  readonly transaction: Verified<Transaction>
  /** The state after it. */
  readonly records: readonly StateRecord[]
}

/** A block of one transfer with a reference, executed on the genesis. */
function firstBlock(chain: Chain): FirstBlock {
  const { header, hash, writes } = createGenesisState(chain, MODULES, sha256Native)
  const stored = new MemoryRecords()
  stored.write(genesisWrites(header, hash, writes))
  const source = new ChainReader(stored).state
  const ledger = createLedger({ chain, modules: MODULES, source, head: { header, hash }, recent: [], hasher: sha256Native })
  const timeMs = header.timeMs + BLOCK_MS
  const sign = transferSigner(chain, () => ({ amount: '1', reference: 'bench', clientRef: `order-${'0'.repeat(DIGITS)}` }))
  const transaction = verified(hexToBytes(sign(0, timeMs)))
  const body: ProposalBody = { epoch: asEpoch(0), height: HEIGHT, ids: [transaction.id], timeMs, proposer: asValidatorIndex(0) }
  const final = ledger.finalize(ledger.execute(hash, body, [transaction]).hash)
  const values = new Map<string, StateRecord>()
  for (const { puts } of [writes, final.writes])
    for (const record of stateEntries(puts.filter(isValue))) values.set(Buffer.from(record.key).toString('latin1'), record)
  return { genesis: header, block: final.block, transaction, records: [...values.values()] }
}

function isValue({ key }: StateRecord): boolean {
  return Buffer.compare(key, STATE_VALUES_RANGE.from) >= 0 && Buffer.compare(key, STATE_VALUES_RANGE.to) < 0
}

function referencesLike(records: readonly StateRecord[], txId: Hash): ReferenceKeys {
  const template = records.find(({ key }) =>
    Buffer.from(key)
      .toString('latin1')
      .endsWith(`order-${'0'.repeat(DIGITS)}`),
  )
  if (template === undefined) throw new Error('a transfer with a reference leaves no record of it')
  return new ReferenceKeys(template, txId, DIGITS)
}

interface GrownState {
  readonly keys: number
  readonly order: KeyOrder
  readonly keyOf: (index: number) => Uint8Array
  readonly valueAt: (index: number) => Uint8Array
  readonly onProgress: (done: number, what: string) => void
}

/** Values and tree. Returns the root. */
async function writeState(store: Store, { keys, order, keyOf, valueAt, onProgress }: GrownState): Promise<Hash> {
  const state = new RestoredState(HEIGHT, sha256Native)
  let waiting: StoreWrite[] = []
  let sizeBytes = 0
  const flush = async (sync: boolean): Promise<void> => {
    await store.write(waiting, { sync })
    waiting = []
    sizeBytes = 0
  }
  const put = async ({ key, value }: StateRecord): Promise<void> => {
    waiting.push({ key: storedStateKey(key), value })
    sizeBytes += key.length + value.length
    if (sizeBytes >= BATCH_BYTES) await flush(false)
  }
  const root = new RootBuilder(sha256Native)
  let done = 0
  for (const index of order.sorted()) {
    const [key, value] = [keyOf(index), valueAt(index)]
    root.add(key, value)
    await put(state.add({ key, value, keyHash: order.hash(index) }))
    done += 1
    if (done % 10_000 === 0) onProgress(done, `of ${keys} keys stored`)
  }
  for (const record of state.finish()) await put(record)
  await flush(true)
  return root.root()
}
