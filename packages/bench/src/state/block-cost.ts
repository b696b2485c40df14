import { join } from 'node:path'
import { sha256Native, verifySignatureNative } from '@hanse/crypto-native'
import { MODULES } from '@hanse/modules'
import { readGenesis, readNodeConfig } from '@hanse/node'
import type { Store } from '@hanse/ports'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type Chain,
  type ProposalBody,
  type Transaction,
  useSha256,
  type Verified,
} from '@hanse/protocol'
import { ChainReader, finalWrites, recentIds, verifyTip } from '@hanse/replica'
import { createLedger, type Ledger } from '@hanse/state'
import { openLevelStore } from '@hanse/storage'
import { rawTransfers, unwrap, verified } from '../bench-chain.ts'
import { certificateOf } from '../filled-store.ts'

const BLOCK_MS = 500
/** Blocks before the first that counts. */
const WARM_BLOCKS = 4

/** Processor time of a transaction by what it goes to, in µs. */
export interface BlockCost {
  readonly executeUs: number
  readonly encodeUs: number
  readonly writeUs: number
  readonly totalUs: number
}

type Part = 'executeUs' | 'encodeUs' | 'writeUs'

interface Blocks {
  readonly count: number
  readonly transactionsPerBlock: number
}

/** Executes and stores blocks on a node's store, with the caches that its config gives it: each transaction makes a key. */
export async function measureBlocks(home: string, blocks: Blocks, onProgress: (done: number) => void): Promise<BlockCost> {
  useSha256(sha256Native)
  const chain = unwrap(await readGenesis(join(home, 'genesis.json')))
  const config = unwrap(await readNodeConfig(join(home, 'config.toml')))
  const store = await openLevelStore({ directory: join(home, 'data', 'store'), cacheBytes: config.store.cacheBytes })
  try {
    const settings = { undoHeights: config.state.undoHeights, cacheBytesMax: config.state.cacheBytes }
    const builder = new BlockBuilder(chain, store, settings)
    // Signed and verified beforehand: what LevelDB does behind a block then falls into the time of the next one.
    const prepared = builder.prepare(WARM_BLOCKS + blocks.count, blocks.transactionsPerBlock)
    const spentUs: Record<Part, number> = { executeUs: 0, encodeUs: 0, writeUs: 0 }
    for (const [block, transactions] of prepared.entries()) {
      const cost = await builder.add(transactions)
      if (block >= WARM_BLOCKS) for (const part of Object.keys(spentUs) as Part[]) spentUs[part] += cost[part]
      onProgress(block + 1 - WARM_BLOCKS)
    }
    const each = (us: number): number => us / blocks.count / blocks.transactionsPerBlock
    const { executeUs, encodeUs, writeUs } = spentUs
    const totalUs = each(executeUs + encodeUs + writeUs)
    return { executeUs: each(executeUs), encodeUs: each(encodeUs), writeUs: each(writeUs), totalUs }
  } finally {
    await store.close()
  }
}

class BlockBuilder {
  readonly #chain: Chain
  readonly #store: Store
  readonly #ledger: Ledger
  readonly #clock = new PartClock()

  constructor(chain: Chain, store: Store, settings: { readonly undoHeights: number; readonly cacheBytesMax: number }) {
    const reader = new ChainReader(store)
    const { header, hash } = unwrap(verifyTip(chain, reader, verifySignatureNative))
    const recent = recentIds(chain, reader, header)
    const head = { header, hash }
    this.#chain = chain
    this.#store = store
    this.#ledger = createLedger({ chain, modules: MODULES, source: reader.state, head, recent, hasher: sha256Native, ...settings })
  }

  prepare(blocks: number, transactionsPerBlock: number): readonly (readonly Verified<Transaction>[])[] {
    const { timeMs } = this.#ledger.head.header
    return Array.from({ length: blocks }, (_, block) =>
      rawTransfers(this.#chain, transactionsPerBlock, timeMs + block * BLOCK_MS, block * transactionsPerBlock).map(verified),
    )
  }

  async add(transactions: readonly Verified<Transaction>[]): Promise<Readonly<Record<Part, number>>> {
    const { header, hash: parent } = this.#ledger.head
    const height = asHeight(header.height + 1)
    const body: ProposalBody = {
      ...{ epoch: asEpoch(0), height, timeMs: header.timeMs + BLOCK_MS, proposer: asValidatorIndex(0) },
      ids: transactions.map(({ id }) => id),
    }
    const { hash } = this.#ledger.execute(parent, body, transactions)
    const executeUs = this.#clock.lapUs()
    const certificate = certificateOf(this.#chain, body, hash)
    this.#clock.lapUs()
    const writes = finalWrites({ ...this.#ledger.finalize(hash), transactions, certificate })
    const encodeUs = this.#clock.lapUs()
    await this.#store.write(writes, { sync: true })
    const writeUs = this.#clock.lapUs()
    this.#ledger.stored(height)
    return { executeUs, encodeUs, writeUs }
  }
}

/** Processor time since the last lap, with that of LevelDB's threads. */
class PartClock {
  #before = process.cpuUsage()

  lapUs(): number {
    const { user, system } = process.cpuUsage(this.#before)
    this.#before = process.cpuUsage()
    return user + system
  }
}
