import type { Effect as EngineEffect, Note, TimerId } from '@hanse/consensus'
import type { Hash, Rejection } from '@hanse/primitives'
import type {
  CommitCertificate,
  ConsensusMessage,
  Epoch,
  Guard,
  Height,
  LogRecord,
  PeerId,
  ProposalBody,
  SignedMessage,
  Transaction,
  ValidatorIndex,
  Verified,
  View,
} from '@hanse/protocol'
import type { ExecutedBlock, StateWrites } from '@hanse/state'
import type { SubmitOutcome } from './input.ts'

/** `install` runs out at once: what it starts has its turn after all that waits. */
export type ReplicaTimer = TimerId | 'sync' | 'install' | 'fetch-transactions' | 'forward'

/** For the log and the metrics; no duty. */
export type ReplicaNote =
  | Note
  /** The block below `firstHeight` was the last of the epoch before. */
  | { readonly type: 'epoch-entered'; readonly epoch: Epoch; readonly firstHeight: Height; readonly self?: ValidatorIndex }
  /** This replica's key has a place in the epoch's set, and must not use it. */
  | { readonly type: 'cannot-vote'; readonly epoch: Epoch; readonly rejection: Rejection }

/** A block that has become final, with all that the store keeps of it. */
export interface FinalBlock {
  readonly block: ExecutedBlock
  /** In the body's order, also those that were skipped. */
  readonly transactions: readonly Verified<Transaction>[]
  readonly certificate: CommitCertificate
  readonly writes: StateWrites
}

/**
 * What the replica asks for. The host performs effects in order. `log`, `guard` and `store` MUST be durable before any later effect of
 * this or a later step leaves the process; the host may bring them forward and make several durable with one sync. It MUST NOT write a
 * guard before the log is durable up to there: a guard that is ahead of its log says that votes were lost.
 */
export type ReplicaEffect =
  | { readonly type: 'log'; readonly record: LogRecord }
  | { readonly type: 'guard'; readonly guard: Guard }
  /** One atomic, synced batch: block, certificate, receipts, state. */
  | { readonly type: 'store'; readonly final: FinalBlock }
  /** Append these records again, in order, then drop everything before the first of them. */
  | { readonly type: 'compact-log'; readonly records: readonly LogRecord[] }
  /** Comes after its `store`: now it may be told. */
  | { readonly type: 'finalized'; readonly final: FinalBlock }
  /** Sign with the consensus key as `signer` of `epoch`, send, and feed back as a `message` what is a `broadcast`. */
  | {
      readonly type: 'sign'
      readonly epoch: Epoch
      readonly signer: ValidatorIndex
      readonly to: readonly PeerId[]
      readonly broadcast: boolean
      readonly message: ConsensusMessage
    }
  | { readonly type: 'relay'; readonly to: readonly PeerId[]; readonly signed: Verified<SignedMessage> }
  | { readonly type: 'send-certificate'; readonly to: readonly PeerId[]; readonly certificate: CommitCertificate }
  | { readonly type: 'send-body'; readonly to: PeerId; readonly body: ProposalBody }
  | { readonly type: 'fetch-body'; readonly from: readonly PeerId[]; readonly height: Height; readonly digest: Hash }
  | { readonly type: 'fetch-view-change'; readonly from: readonly PeerId[]; readonly hash: Hash }
  | { readonly type: 'fetch-new-view'; readonly from: readonly PeerId[]; readonly view: View }
  | Extract<EngineEffect, { type: 'report' }>
  | { readonly type: 'send-transactions'; readonly to: readonly PeerId[]; readonly transactions: readonly Verified<Transaction>[] }
  | { readonly type: 'fetch-transactions'; readonly from: PeerId; readonly ids: readonly Hash[] }
  | { readonly type: 'fetch-blocks'; readonly from: PeerId; readonly fromHeight: Height; readonly limit: number }
  | { readonly type: 'start-timer'; readonly timer: ReplicaTimer; readonly durationMs: number }
  | { readonly type: 'stop-timer'; readonly timer: ReplicaTimer }
  | { readonly type: 'admission'; readonly request: number; readonly id: Hash; readonly outcome: SubmitOutcome }
  /** The peer broke the protocol: end its connection. */
  | { readonly type: 'punish'; readonly peer: PeerId; readonly reason: string }
  /** The key must not vote, or the chain is another: the host ends the process with this. */
  | { readonly type: 'refuse-start'; readonly rejection: Rejection }
  | { readonly type: 'expired'; readonly ids: readonly Hash[] }
  | { readonly type: 'note'; readonly note: ReplicaNote }
