import type { Hash } from '@hanse/primitives'
import type {
  CommitCertificate,
  ConsensusMessage,
  EvidenceKind,
  Height,
  LogRecord,
  ProposalBody,
  SignedMessage,
  ValidatorIndex,
  Verified,
  View,
} from '@hanse/protocol'
import type { TimerId } from './input.ts'

/**
 * What the engine asks for. The host performs effects in order and MUST make a `persist` durable, with the guard, before anything
 * that comes after it, in this step or a later one, leaves the process. One sync may cover many steps.
 */
export type Effect =
  /** The host fills `transactions` of a `proposal` record with the bytes it checked. */
  | { readonly type: 'persist'; readonly record: LogRecord }
  /** Sign, send to every other validator, and feed back as an own `message`. */
  | { readonly type: 'broadcast'; readonly message: ConsensusMessage }
  /** Sign and send to one. */
  | { readonly type: 'send'; readonly to: ValidatorIndex; readonly message: ConsensusMessage }
  /** Pass on a message that somebody signed. */
  | { readonly type: 'relay'; readonly to: ValidatorIndex | 'all'; readonly signed: Verified<SignedMessage> }
  /** To one who votes at or below our head, or asks. */
  | { readonly type: 'send-certificate'; readonly to: ValidatorIndex | 'all'; readonly certificate: CommitCertificate }
  | { readonly type: 'send-body'; readonly to: ValidatorIndex; readonly body: ProposalBody }
  | { readonly type: 'fetch-body'; readonly from: readonly ValidatorIndex[]; readonly height: Height; readonly digest: Hash }
  | { readonly type: 'fetch-view-change'; readonly from: readonly ValidatorIndex[]; readonly hash: Hash }
  | { readonly type: 'fetch-new-view'; readonly from: readonly ValidatorIndex[]; readonly view: View }
  | { readonly type: 'start-timer'; readonly timer: TimerId; readonly durationMs: number }
  | { readonly type: 'stop-timer'; readonly timer: TimerId }
  /** Take a batch from the pool, without ids for which `isInFlight` holds; answer with `batch-ready`. */
  | { readonly type: 'request-batch'; readonly height: Height; readonly view: View }
  /**
   * Get all bytes (fetch what is missing, bounded, first from `holders`) and check the batch; answer with `batch-checked`.
   * `fresh`: also no id final and timeMs within `maxDriftMs` of the clock now. Otherwise (a height that a NewView fixed) the bytes are enough.
   * A later `check-batch` of the same height replaces this one.
   */
  | {
      readonly type: 'check-batch'
      readonly view: View
      readonly body: ProposalBody
      readonly digest: Hash
      readonly fresh: boolean
      readonly holders: readonly ValidatorIndex[]
    }
  /** Execute on the block whose header hash is `parentHash`; answer with `executed`. The bytes were checked before. */
  | { readonly type: 'execute'; readonly body: ProposalBody; readonly digest: Hash; readonly parentHash: Hash }
  /** Executed blocks at this height and above that are not final are void. */
  | { readonly type: 'discard-from'; readonly height: Height }
  /** Make final: store block, certificate, receipts and state in one synced batch; only then tell anyone. */
  | { readonly type: 'commit'; readonly body: ProposalBody; readonly certificate: CommitCertificate }
  /** Once the blocks below this height are stored, log records below it are not needed, but for the newest of each kind. */
  | { readonly type: 'release-log'; readonly belowHeight: Height }
  /** A certificate above what can be reached by voting is known: fetch blocks up to `target`. */
  | { readonly type: 'request-sync'; readonly target: Height; readonly from: readonly ValidatorIndex[] }
  | { readonly type: 'report'; readonly evidence: Evidence }
  /** For the log and the metrics; no duty. */
  | { readonly type: 'note'; readonly note: Note }

/** Two signed messages of one key that cannot both be honest. */
export interface Evidence {
  readonly culprit: ValidatorIndex
  readonly kind: EvidenceKind
  readonly first: Verified<SignedMessage>
  readonly second: Verified<SignedMessage>
}

export type Note =
  | { readonly type: 'view-entered'; readonly view: View }
  | { readonly type: 'view-left'; readonly view: View; readonly reason: ViewChangeReason }
  | { readonly type: 'phase'; readonly phase: 'proposed' | 'prepared' | 'committed'; readonly height: Height }
  /** f+1 validators have executed this height with another result, on the same parent: at least one of them is honest. */
  | { readonly type: 'other-header'; readonly height: Height; readonly own: Hash; readonly others: Hash }

export type ViewChangeReason = 'timeout' | 'primary-lost' | 'slow-primary' | 'starved' | 'joined'
