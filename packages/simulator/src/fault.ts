import type { ValidatorIndex } from '@hanse/protocol'
import type { MemoryFault } from '@hanse/storage'
import type { ByzantineStrategy } from './byzantine/strategies.ts'
import type { CrashPoint } from './crash-point.ts'
import type { StepMoment } from './trade/step-watch.ts'

/** What the network does to every frame of a run. */
export interface NetworkFaults {
  readonly lossPercent: number
  readonly duplicatePercent: number
  /** Frames of ten thousand that arrive with one bit changed. */
  readonly flipPerTenThousand: number
  /** Delays are drawn log-uniformly between these, in µs, frame by frame: wide bounds reorder. */
  readonly delayUsMin: number
  readonly delayUsMax: number
}

/**
 * Whom a fault meets: a validator, or whoever then is primary, becomes primary if this one fails, or has the lowest head of those that
 * run.
 */
export type Target = ValidatorIndex | 'primary' | 'next-primary' | 'behind'

/** The process ends at the `afterPoints`-th time that it comes to `point`, or to any point at all. */
export interface CrashSpot {
  readonly point?: CrashPoint
  readonly afterPoints: number
  readonly downMs: number
  /** It ends again when its next start has come to this many points. */
  readonly againAfterPoints?: number
  /** It ends again when its next start comes to this point. */
  readonly againAt?: CrashPoint
}

/** What a disk refuses and why, and how many such operations it still does before. */
export interface DiskFault {
  readonly part: NonNullable<MemoryFault['part']>
  readonly operation: 'write' | 'sync'
  readonly skip: number
  readonly error: 'EIO' | 'ENOSPC' | 'EROFS'
  /** It refuses again after each restart, until somebody has seen to it. */
  readonly isSticky: boolean
}

/** Which frames of a node: those to it, those from it, or both. */
export type Direction = 'both' | 'outgoing' | 'incoming'

/** What a clock does while it is wrong. */
export type ClockChange =
  | { readonly type: 'jump'; readonly byMs: number }
  /** It goes at `percent` of the true speed. */
  | { readonly type: 'drift'; readonly percent: number }
  | { readonly type: 'freeze' }

/** What a node runs, where the version of the protocol changes: software that knows the new one, or not. */
export type Software = 'old' | 'new'

export type Damage = 'bit-flip' | 'misdirected-write' | 'missing'

/** A fault that happens once, when the chain has reached `atHeight`. */
export type ScheduledFault = { readonly atHeight: number } & (
  | ({ readonly type: 'crash'; readonly target: Target } & CrashSpot)
  | ({ readonly type: 'crash-all' } & CrashSpot)
  /** The process ends at a block with a step of a payment or a delivery versus payment in it, the first that it comes to at that moment. */
  | { readonly type: 'step-crash'; readonly target: Target; readonly moment: StepMoment; readonly downMs: number }
  | { readonly type: 'pause'; readonly target: Target; readonly durationMs: number }
  /** No frame passes between the groups, or none from the first to the others. */
  | {
      readonly type: 'partition'
      readonly groups: readonly (readonly ValidatorIndex[])[]
      readonly oneWay: boolean
      readonly durationMs: number
    }
  /** These pairs do not hear each other; everybody else hears both. */
  | {
      readonly type: 'broken-links'
      readonly pairs: readonly (readonly [ValidatorIndex, ValidatorIndex])[]
      readonly durationMs: number
    }
  /** `target` reaches nobody and is heard by nobody; or only one of both. */
  | { readonly type: 'isolation'; readonly target: Target; readonly direction: Direction; readonly durationMs: number }
  /** Frames wait until it is over, and then come all at once. */
  | { readonly type: 'clog'; readonly target: Target; readonly direction: Direction; readonly durationMs: number }
  /** Some nodes are clogged one after the other, and freed in another order. */
  | {
      readonly type: 'swizzle'
      readonly clogs: readonly { readonly node: ValidatorIndex; readonly fromMs: number; readonly durationMs: number }[]
    }
  /** It takes one frame every `gapUs`; the others wait. */
  | { readonly type: 'slow-receiver'; readonly target: Target; readonly gapUs: number; readonly durationMs: number }
  /** A connection breaks: what is on its way on it is lost. */
  | { readonly type: 'reset'; readonly between: readonly [ValidatorIndex, ValidatorIndex] }
  /** The whole network is another for a while. */
  | { readonly type: 'weather'; readonly network: NetworkFaults; readonly durationMs: number }
  | { readonly type: 'clock'; readonly target: Target; readonly change: ClockChange; readonly durationMs: number }
  /** The disk refuses an operation, after so many that it does: the process ends, as a node's does at its first I/O error. */
  | { readonly type: 'disk-error'; readonly target: ValidatorIndex; readonly fault: DiskFault; readonly downMs: number }
  /** Every sync takes this long. */
  | { readonly type: 'slow-disk'; readonly target: Target; readonly syncMs: number; readonly durationMs: number }
  /**
   * The process ends, and its disk is damaged. What starts on it MUST refuse, or have the right state; where it refuses, its operator
   * empties the disk, but for the guard.
   */
  | {
      readonly type: 'disk-damage'
      readonly target: ValidatorIndex
      readonly part: 'log' | 'state'
      readonly damage: Damage
      readonly downMs: number
    }
  /** The node's disk is copied as it is. */
  | { readonly type: 'backup'; readonly target: ValidatorIndex }
  /** Its process ends, and begins again on the copy, as if on another machine: only the guard, which lies with the key, is of now. */
  | { readonly type: 'restore'; readonly target: ValidatorIndex; readonly downMs: number }
  /** Its process ends, and begins again on an empty disk with its guard. */
  | { readonly type: 'wipe'; readonly target: ValidatorIndex; readonly downMs: number }
  /** Its process ends, and begins again with this software. */
  | { readonly type: 'software'; readonly target: ValidatorIndex; readonly software: Software; readonly downMs: number }
)

/** What clients send beside ordinary transactions. */
export const ODDITIES = ['everywhere', 'exclusive', 'expired', 'oversized'] as const
/**
 * `everywhere`: one goes to all nodes at once. `exclusive`: two of which one can succeed go to two nodes. `expired`: one whose time is over,
 * or nearly. `oversized`: one that is larger than any may be.
 */
export type Oddity = (typeof ODDITIES)[number]

/** How clients send: a burst of transactions at once, then a wait. */
export interface Load {
  readonly burstMax: number
  readonly waitMsMax: number
  /** Absent: none. Some bursts are followed by so much silence at most, and then by one of many transactions. */
  readonly idleMsMax?: number
  /** Over the heights of a run they send about as many as it needs. Absent, as in schedules of old: as fast as they can. */
  readonly isPaced?: true
  readonly oddities: readonly Oddity[]
}

/**
 * A change of who validates, once the chain has this height. A node behind the validators of genesis, the newcomer, comes to observe. It or
 * `node` comes to validate or observes again. The newcomer takes the seat of `node`, with key and name of its own, or `node` has it back.
 */
export interface MemberStep {
  readonly atHeight: number
  readonly change: 'admit' | 'promote' | 'remove' | 'replace' | 'return'
  /** Absent: the newcomer. */
  readonly node?: ValidatorIndex
}

/** The newest version of the protocol comes into force on a chain that begins with the first. */
export interface UpgradePlan {
  /** When it is scheduled, and how many heights later it is in force. */
  readonly atHeight: number
  readonly notice: number
  /** Nodes that begin with software that does not know it. */
  readonly old: readonly ValidatorIndex[]
  /** They stay away until the others have gone on without them. */
  readonly isPatient: boolean
}

/** Everything that chance decides before a run, from its seed alone. */
export interface FaultPlan {
  readonly network: NetworkFaults
  readonly scheduled: readonly ScheduledFault[]
  readonly byzantine: ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]>
  readonly load: Load
  /** How long a node gathers inputs before it takes them in one round, in µs. Absent: it takes each at once. */
  readonly roundUs?: number
  /** Heights at which a node is compared with what its disk replays to. */
  readonly replayHeights: readonly number[]
  /** Offset of each node's clock, in ms. */
  readonly clockOffsetsMs: readonly number[]
  /** How the validator set changes. Absent: it does not. */
  readonly members?: readonly MemberStep[]
  /** How the version of the protocol changes. Absent: it does not. */
  readonly upgrade?: UpgradePlan
  /** Of the protocol, at the start. Absent: the first. */
  readonly version?: number
  /** Some clients trade, on a chain that has the modules for it. Absent: all of them send transfers. */
  readonly isTrading?: true
  readonly realSignatures: boolean
}
