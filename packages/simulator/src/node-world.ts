import type { LogRecord, SignedMessage, ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock, ReplicaEffect, ReplicaTimer } from '@hanse/replica'
import type { CrashPoint } from './crash-point.ts'
import type { WireFrame } from './frame.ts'

/** Learns what a node does, outside of the node's memory. */
export interface NodeWitness {
  onSigned(node: ValidatorIndex, signed: SignedMessage): void
  onLogged(node: ValidatorIndex, record: LogRecord): void
  /** It has its certificate and is about to be written: a write that fails may be there all the same when the node comes back. */
  onStored(node: ValidatorIndex, final: FinalBlock): void
  onFinalized(node: ValidatorIndex, final: FinalBlock): void
  /** What came from a peer costs it its connection. */
  onRefused(node: ValidatorIndex, from: ValidatorIndex, what: string): void
  onReport(node: ValidatorIndex, effect: Extract<ReplicaEffect, { type: 'report' }>): void
  onNote(node: ValidatorIndex, effect: Extract<ReplicaEffect, { type: 'note' }>): void
}

/** What a node does to the world around it. */
export interface NodeWorld {
  readonly witness: NodeWitness
  nowMs(node: ValidatorIndex): number
  send(from: ValidatorIndex, to: ValidatorIndex, wire: WireFrame): void
  startTimer(node: ValidatorIndex, timer: ReplicaTimer, durationMs: number): void
  stopTimer(node: ValidatorIndex, timer: ReplicaTimer): void
  /** Calls `round` after this long. */
  comeRound(node: ValidatorIndex, delayUs: number): void
  /** The process comes to a point where the world may end it, by throwing `Crash`. */
  reach(node: ValidatorIndex, point: CrashPoint): void
}
