import { sha256Native } from '@hanse/crypto-native'
import { MODULES } from '@hanse/modules'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type Chain,
  type CommitCertificate,
  type ProposalBody,
  type Transaction,
  useSha256,
  type Verified,
} from '@hanse/protocol'
import { ChainReader, type FinalBlock, genesisWrites } from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import { createBenchChain, GENESIS_TIME_MS, rawTransfers, verified } from '../bench-chain.ts'
import { certificateOf } from '../filled-store.ts'
import { MemoryRecords } from '../memory-records.ts'

export const VALIDATORS = 4
/** Transactions of a full block, as the larger ones of a network under load are. */
export const BLOCK_TRANSACTIONS = 500
const BLOCK_MS = 500

/** What operations work on: a devnet's chain, signed transfers, and its first block. */
export interface Fixture {
  readonly chain: Chain
  readonly raws: readonly Uint8Array[]
  readonly transactions: readonly Verified<Transaction>[]
  /** At genesis. */
  readonly ledger: Ledger
  readonly body: ProposalBody
  /** Of the body above. */
  readonly final: FinalBlock
  readonly certificate: CommitCertificate
}

/** With the native SHA-256, as a node has it. */
export function createFixture(): Fixture {
  useSha256(sha256Native)
  const chain = createBenchChain(VALIDATORS)
  const raws = rawTransfers(chain, BLOCK_TRANSACTIONS, GENESIS_TIME_MS)
  const transactions = raws.map(verified)
  const body: ProposalBody = {
    epoch: asEpoch(0),
    height: asHeight(1),
    ids: transactions.map(({ id }) => id),
    timeMs: GENESIS_TIME_MS + BLOCK_MS,
    proposer: asValidatorIndex(0),
  }
  const other = genesisLedger(chain)
  const { hash } = other.execute(other.head.hash, body, transactions)
  const certificate = certificateOf(chain, body, hash)
  return {
    ...{ chain, raws, transactions, ledger: genesisLedger(chain), body, certificate },
    final: { ...other.finalize(hash), transactions, certificate },
  }
}

function genesisLedger(chain: Chain): Ledger {
  const { header, hash, writes } = createGenesisState(chain, MODULES, sha256Native)
  const records = new MemoryRecords()
  records.write(genesisWrites(header, hash, writes))
  const source = new ChainReader(records).state
  return createLedger({ chain, modules: MODULES, source, head: { header, hash }, recent: [], hasher: sha256Native })
}
