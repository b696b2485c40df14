import type { EngineDescription, EngineTimeouts } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import type { Prng } from '@hanse/primitives'
import type { Chain, CommitCertificate, ValidatorIndex } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

export interface ReplicaOptions {
  readonly chain: Chain
  /** Absent for an observer. */
  readonly self?: ValidatorIndex
  readonly timeouts: EngineTimeouts
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
}

export interface ReplicaDescription extends EngineDescription {
  readonly syncing: boolean
  readonly syncTarget: number
  readonly poolSize: number
  /** Bodies above head whose bytes are held whatever the pool does. */
  readonly bodiesHeld: number
  /** Records of the write-ahead log that are still needed. */
  readonly logRecords: number
}
