import type { Hash, Rejection } from '@hanse/primitives'
import type {
  CommitCertificate,
  Epoch,
  Guard,
  Height,
  LogRecord,
  PeerId,
  ProposalBody,
  SignedMessage,
  Transaction,
  Verified,
  View,
} from '@hanse/protocol'
import type { ReplicaTimer } from './effect.ts'

/** A record of the write-ahead log as it was read at start. */
export interface LoggedEntry {
  readonly position: number
  readonly record: LogRecord
  /** Of a `proposal` record, in the body's order. */
  readonly transactions: readonly Verified<Transaction>[]
}

/** A block from a peer whose certificate and transaction signatures the host has verified; that they fit each other the replica checks. */
export interface VerifiedBlock {
  readonly body: ProposalBody
  /** In the body's order. */
  readonly transactions: readonly Verified<Transaction>[]
  readonly certificate: Verified<CommitCertificate>
}

/** An answer to `fetch-blocks`: heights without gaps, from the one that was asked for upwards. */
export interface BlocksAnswer {
  readonly fromHeight: Height
  /** How many at the beginning the host left out, because they are not wanted any more. */
  readonly skipped: number
  /** The others. The peer has none if nothing was left out either. */
  readonly blocks: readonly VerifiedBlock[]
  /** More came, of an epoch later than this one, which is what the host could verify. It was left out. */
  readonly knownEpoch?: Epoch
  /** Where the peer has none because it keeps no older ones: the lowest height that it keeps. */
  readonly earliest?: Height
}

/** What happened. `nowMs` of a step is the host's clock. */
export type ReplicaInput =
  /** First and once. `guard` is what the guard file says. */
  | { readonly type: 'start'; readonly log: readonly LoggedEntry[]; readonly guard: 'absent' | 'damaged' | Guard }
  /** From a validator, or from ourselves after signing. */
  | { readonly type: 'message'; readonly signed: Verified<SignedMessage> }
  | { readonly type: 'certificate'; readonly from: PeerId; readonly certificate: Verified<CommitCertificate> }
  /** A later epoch than ours began by recovery at a height that is final here: this epoch's validators have signed so. */
  | { readonly type: 'recovery'; readonly certificate: Verified<CommitCertificate> }
  /**
   * A peer speaks in another epoch; nothing of it was verified. In an earlier one it gets the certificate of its end, in a later one there
   * are blocks to fetch: up to `height`, as it says.
   */
  | { readonly type: 'other-epoch'; readonly from: PeerId; readonly epoch: Epoch; readonly height: Height }
  | { readonly type: 'body'; readonly from: PeerId; readonly body: ProposalBody }
  | { readonly type: 'fetch-body'; readonly from: PeerId; readonly height: Height; readonly digest: Hash }
  | { readonly type: 'fetch-view-change'; readonly from: PeerId; readonly hash: Hash }
  | { readonly type: 'fetch-new-view'; readonly from: PeerId; readonly view: View }
  /** A client's. The answer is an `admission` effect with the same `request`. */
  | { readonly type: 'submit'; readonly request: number; readonly transaction: Verified<Transaction> }
  /** A peer's: relayed, or the answer to a fetch. */
  | { readonly type: 'transactions'; readonly from: PeerId; readonly transactions: readonly Verified<Transaction>[] }
  | { readonly type: 'fetch-transactions'; readonly from: PeerId; readonly ids: readonly Hash[] }
  | ({ readonly type: 'blocks'; readonly from: PeerId } & BlocksAnswer)
  /** A peer sent what does not verify: it is not asked again for a while. */
  | { readonly type: 'peer-lied'; readonly from: PeerId }
  | { readonly type: 'peer-connected'; readonly peer: PeerId; readonly head: Height }
  | { readonly type: 'peer-disconnected'; readonly peer: PeerId }
  | { readonly type: 'timer-fired'; readonly timer: ReplicaTimer }

/** What became of a submitted transaction. */
export type SubmitOutcome =
  | { readonly type: 'admitted' }
  /** Waiting already, or final already. */
  | { readonly type: 'known' }
  | { readonly type: 'refused'; readonly rejection: Rejection }
