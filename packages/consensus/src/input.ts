import type { Hash } from '@hanse/primitives'
import type {
  CertifiedHeader,
  CommitCertificate,
  Guard,
  Height,
  LogRecord,
  ProposalBody,
  SignedMessage,
  ValidatorIndex,
  Verified,
  View,
} from '@hanse/protocol'

/** How a start is allowed to vote: see `recoverRole`. */
export type Role =
  | { readonly type: 'validator' }
  /** In the guard's epoch no vote and no ViewChange until head ≥ `until.height`; then only above it, in views ≥ the guard's. In none before it. */
  | { readonly type: 'recovering'; readonly until: Guard }
  /** Follows, never votes. */
  | { readonly type: 'observer' }

/** Why a batch was not accepted. None of them leaves a trace; each is reconsidered when its cause goes. */
export type BatchFault = 'time-drift' | 'already-final' | 'too-large' | 'invalid-transaction' | 'no-room'

/** Every way the outside touches the engine. Time comes in as fired timers only. */
export type Input =
  /** First and once. `log` is what was persisted, oldest first; `head` is the final head that the store holds. */
  | { readonly type: 'start'; readonly head: CertifiedHeader; readonly log: readonly LogRecord[]; readonly role: Role }
  /** Own messages come back this way too: one door, one store of votes. */
  | { readonly type: 'message'; readonly signed: Verified<SignedMessage> }
  /** A commit certificate by itself: an answer, or gossip. */
  | { readonly type: 'certificate'; readonly certificate: Verified<CommitCertificate> }
  /** A proposal body by itself: it proves itself by its digest. */
  | { readonly type: 'body'; readonly body: ProposalBody }
  | { readonly type: 'fetch-body'; readonly from: ValidatorIndex; readonly height: Height; readonly digest: Hash }
  | { readonly type: 'fetch-view-change'; readonly from: ValidatorIndex; readonly hash: Hash }
  | { readonly type: 'fetch-new-view'; readonly from: ValidatorIndex; readonly view: View }
  /**
   * The pool changed. `waiting`: transactions that are checked and admissible at the head. `pending`: those of them that no checked batch
   * in flight holds. `fullBlock`: they fill one. `starved`: one that no decided height holds was overtaken by `poolCapacity` younger ones,
   * or was still waiting after a timeout without a block.
   */
  | {
      readonly type: 'demand'
      readonly waiting: number
      readonly pending: number
      readonly fullBlock: boolean
      readonly starved: boolean
    }
  /** Answer to `request-batch`. No ids is an answer too: the engine proposes an empty block only as a heartbeat. */
  | { readonly type: 'batch-ready'; readonly height: Height; readonly view: View; readonly ids: readonly Hash[]; readonly timeMs: number }
  /** Answer to `check-batch`, at once or when the last missing bytes have come. */
  | {
      readonly type: 'batch-checked'
      readonly height: Height
      readonly view: View
      readonly digest: Hash
      readonly verdict: 'ok' | BatchFault
    }
  /** Answer to `execute`. Names its parent: results on another parent than the one wanted now are ignored. */
  | {
      readonly type: 'executed'
      readonly height: Height
      readonly digest: Hash
      readonly parentHash: Hash
      readonly headerHash: Hash
      /** Transactions of the batch that were executed: the others were final or had expired. */
      readonly included: number
      /** Its header names another next set: once it is final this engine is done, and the host makes the next epoch's. */
      readonly endsEpoch: boolean
    }
  | { readonly type: 'timer-fired'; readonly timer: TimerId }
  /**
   * Sync made heights final up to `head`, and executed `included` transactions in them. Their blocks and certificates MUST be durable
   * before any later effect leaves: the log has only the newest. Of one that ends the epoch the host tells nobody: it drops the engine.
   */
  | { readonly type: 'caught-up'; readonly head: CertifiedHeader; readonly included: number }
  /** Validators that are connected now, without this one. */
  | { readonly type: 'peers'; readonly connected: readonly ValidatorIndex[] }

/** Starting a running timer restarts it. A timer that was stopped or restarted MUST NOT fire for its old start. */
export type TimerId = 'view' | 'batch' | 'heartbeat' | 'status' | 'fetch' | 'rate'
