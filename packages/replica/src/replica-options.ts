import type { EngineDescription, EngineTimeouts } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import type { Hex, Prng } from '@hanse/primitives'
import type { Chain, CommitCertificate, Height } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

export interface ReplicaOptions {
  readonly chain: Chain
  /** The public one of the key that signs, if there is one: whoever has it in an epoch's set is a validator of that epoch, else an observer. */
  readonly consensusKey?: Hex
  readonly timeouts: EngineTimeouts
  /** `EngineOptions.proposedAheadMax`. */
  readonly proposedAheadMax?: number
  /** `MempoolOptions.capacity`. */
  readonly poolCapacity: number
  /** For choices that need not be agreed: whom to ask first. */
  readonly prng: Prng
  /** Default `LOG_SLACK_RECORDS_MAX`. */
  readonly logSlackRecordsMax?: number
}

export interface ReplicaComponents {
  readonly ledger: Ledger
  readonly pool: Mempool
  /** Of the ledger's head; absent at genesis. */
  readonly headCertificate?: CommitCertificate
  /** Of a stored block: who still speaks in an epoch that is over gets its last one. */
  readonly certificateAt?: (height: Height) => CommitCertificate | undefined
}

export interface ReplicaDescription extends EngineDescription {
  readonly syncing: boolean
  readonly syncTarget: number
  /** Where the blocks of the peers ahead begin, when none of them has kept the next one. */
  readonly prunedTo: Height | undefined
  readonly poolSize: number
  /** Bodies above head whose bytes are held whatever the pool does. */
  readonly bodiesHeld: number
  /** Records of the write-ahead log that are still needed. */
  readonly logRecords: number
}
