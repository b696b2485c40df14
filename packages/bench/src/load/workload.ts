import type { Chain } from '@hanse/protocol'
import type { SignedTransaction } from './sign-transaction.ts'

/** Transactions that follow each other: each is sent when the one before is final. */
export type Story = readonly [SignedTransaction, ...SignedTransaction[]]

/** The story of this number; undefined after the last. Stories do not depend on each other. */
export type TellStory = (index: number, expiresAtMs: number) => Story | undefined

/** What one client sends. */
export interface Workload {
  /** What has to be final before the first story. */
  readonly beforehand?: TellStory
  readonly story: TellStory
}

export interface WorkloadParts {
  readonly chain: Chain
  readonly client: number
  readonly clients: number
  readonly nowMs: number
  /** Of the chain's head, or below it: what is to come into force takes heights above. */
  readonly height: number
}

export interface WorkloadKind {
  /** Calls of a transaction; they are never counted as transactions. */
  readonly callsPerTransaction: number
  readonly open: (parts: WorkloadParts) => Workload
}

/** How long a transaction may wait after it was signed, in ms: less than chains allow, more than a run takes. */
export const TIME_TO_LIVE_MS = 9 * 60_000
