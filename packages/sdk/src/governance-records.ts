import type { Hash, Hex } from '@hanse/primitives'
import type { Json, SignedMessage } from '@hanse/protocol'

/** Two messages with one validator's signatures that cannot both be honest. */
export interface EvidenceRecord {
  readonly sequence: number
  readonly seenAtMs: number
  readonly culprit: number
  readonly organization: string
  readonly kind: 'conflicting-prepare' | 'conflicting-commit' | 'forgotten-commit'
  readonly height: number
  readonly first: SignedMessage
  readonly second: SignedMessage
}

/** Evidence that the chain has recorded. */
export interface RecordedEvidence {
  readonly evidenceId: string
  readonly kind: EvidenceRecord['kind']
  readonly organization: string
  /** Of the culprit, in that epoch. */
  readonly consensusKey: Hex
  readonly epoch: number
  readonly height: number
  /** Whose node has put it on the chain. */
  readonly reporter: string
  readonly recordedHeight: number
  /** A leaf of `evidenceRoot` of that block. */
  readonly hash: Hash
  readonly proposalId?: string
}

/** Where a node's consensus key stands on the chain. */
export interface NodeStanding {
  readonly standing: 'validator' | 'observer' | 'none'
  readonly consensusKey?: Hex
  readonly organization?: string
  readonly index?: number
  readonly sinceHeight?: number
  /** An observer's signature of the newest checkpoint. */
  readonly readiness?: { readonly height: number; readonly headerHash: Hash; readonly signature: Hex; readonly keptAtMs: number }
}

/** What the members vote on. */
export interface ProposalRecord {
  readonly proposalId: string
  readonly proposer: string
  /** `{type, …}` */
  readonly action: Json
  readonly deadlineMs: number
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly status: 'open' | 'scheduled' | 'done' | 'failed' | 'cancelled' | 'rejected' | 'expired'
  readonly scheduledHeight?: number
  readonly failure?: string
  readonly note?: string
  /** Opened by evidence against who would be removed. */
  readonly evidenceId?: string
}
