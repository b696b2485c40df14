import type { Hash } from '@hanse/primitives'
import type { Intent } from '../load/history.ts'

/** A block's place and content as one node tells it. */
export interface BlockSummary {
  readonly height: number
  readonly hash: Hash
  readonly transactionIds: readonly Hash[]
}

/** A transaction as the chain has it. */
export interface ChainTransaction {
  readonly hash: Hash
  readonly height: number
  readonly intent: Intent
  readonly isSuccess: boolean
  readonly code?: string
}

/** A transaction of a node: evidence against somebody. */
export interface EvidenceReport {
  readonly hash: Hash
  readonly height: number
}

export interface ChainContent {
  readonly transactions: readonly ChainTransaction[]
  readonly reports: readonly EvidenceReport[]
}

/** Heights from one up, all of them. */
export type NodeChain = readonly BlockSummary[]
