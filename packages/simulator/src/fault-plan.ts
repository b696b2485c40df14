import type { Prng } from '@hanse/primitives'
import { asValidatorIndex, faultsMax, type ValidatorIndex } from '@hanse/protocol'
import type { MemoryFault } from '@hanse/storage'
import { BYZANTINE_STRATEGIES, type ByzantineStrategy } from './byzantine/strategies.ts'
import { AIMED_CRASH_POINTS, type CrashPoint } from './crash-point.ts'

/** What the network does to every frame of a run. */
export interface NetworkFaults {
  readonly lossPercent: number
  readonly duplicatePercent: number
  /** Delays are drawn log-uniformly between these, in µs, frame by frame: wide bounds reorder. */
  readonly delayUsMin: number
  readonly delayUsMax: number
}

/** Whom a fault meets: a validator, or whoever is primary then. */
export type Target = ValidatorIndex | 'primary'

/** The process ends at the `afterPoints`-th time that it comes to `point`, or to any point at all. */
export interface CrashSpot {
  readonly point?: CrashPoint
  readonly afterPoints: number
  readonly downMs: number
  /** It ends again when its next start has come to this many points. */
  readonly againAfterPoints?: number
}

/** What a disk refuses, and how many such operations it still does before. */
export type DiskFault = Pick<MemoryFault, 'part' | 'operation'> & { readonly skip: number }

/** A fault that happens once, when the chain has reached `atHeight`. */
export type ScheduledFault = { readonly atHeight: number } & (
  | ({ readonly type: 'crash'; readonly target: Target } & CrashSpot)
  | ({ readonly type: 'crash-all' } & CrashSpot)
  | { readonly type: 'pause'; readonly target: Target; readonly durationMs: number }
  /** No frame passes between the groups. */
  | { readonly type: 'partition'; readonly groups: readonly (readonly ValidatorIndex[])[]; readonly durationMs: number }
  /** The disk refuses an operation, after so many that it does: the process ends, as a node's does at its first I/O error. */
  | { readonly type: 'disk-error'; readonly target: ValidatorIndex; readonly fault: DiskFault; readonly downMs: number }
  /** The node's disk is copied as it is. */
  | { readonly type: 'backup'; readonly target: ValidatorIndex }
  /** Its process ends, and begins again on the copy: only the guard, which lies with the key, is of now. */
  | { readonly type: 'restore'; readonly target: ValidatorIndex; readonly downMs: number }
  /** `target` reaches nobody and is heard by nobody; or only one of both. */
  | {
      readonly type: 'isolation'
      readonly target: Target
      readonly direction: 'both' | 'outgoing' | 'incoming'
      readonly durationMs: number
    }
)

/** How clients send: a burst of transactions at once, then a wait. */
export interface Load {
  readonly burstMax: number
  readonly waitMsMax: number
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
  readonly realSignatures: boolean
}

/** Heights over which faults are spread: the last ones are left to recover in. */
const FAULT_HEIGHTS = 48
/** Points that a process passes before it ends, at most: several steps' worth. */
const POINTS_BEFORE_CRASH_MAX = 60
/** A crash that aims at one point waits for it at most this often. */
const AIMED_PASSES_MAX = 4
const POINTS_OF_A_START = 12
const STORM_HEIGHTS = 3
const ROUND_US_MAX = 4_000
const DISK_ERRORS_MAX = 3
const DISK_OPERATIONS_BEFORE_ERROR_MAX = 20
/** How many heights a backup is old when it is needed. */
const BACKUP_HEIGHTS_MAX = 12
/** Beyond what the simulated chain lets a proposal drift. */
const WRONG_CLOCK_MS_MIN = 3_000
const WRONG_CLOCK_MS_MAX = 3_600_000
const REPLAYS = 2

/** Each class of faults is on or off by chance, so that rare combinations come up (swarm testing). */
export function planFaults(prng: Prng, validators: number, byzantineCount: number | undefined): FaultPlan {
  const nodes = Array.from({ length: validators }, (_, index) => asValidatorIndex(index))
  const byzantine = planByzantine(prng.fork(1), nodes, byzantineCount)
  const weak = planWeakNode(prng.fork(6), nodes, byzantine.size)
  const storms = gathered(prng.fork(4), [
    ...planCrashes(prng.fork(2), nodes),
    ...planSilence(prng.fork(3), nodes),
    ...planDiskErrors(prng.fork(7), nodes),
  ])
  return {
    network: planNetwork(prng.fork(5)),
    scheduled: [...storms, ...weak.scheduled].sort((left, right) => left.atHeight - right.atHeight),
    byzantine,
    load: prng.chance(1, 8) ? { burstMax: 1, waitMsMax: 60 } : { burstMax: 4 + prng.below(12), waitMsMax: 60 + prng.below(200) },
    replayHeights: Array.from({ length: REPLAYS }, () => heightOfFault(prng)).sort((left, right) => left - right),
    clockOffsetsMs: nodes.map((node) => (node === weak.node ? weak.clockOffsetMs : prng.below(400) - 200)),
    ...(prng.chance(1, 2) ? { roundUs: 1 + prng.below(ROUND_US_MAX) } : {}),
    realSignatures: prng.chance(1, 50),
  }
}

/** In half of the runs most faults come at once: what one of them leaves behind meets the next. */
function gathered(prng: Prng, faults: readonly ScheduledFault[]): ScheduledFault[] {
  if (prng.chance(1, 2)) return [...faults]
  const stormHeight = heightOfFault(prng)
  return faults.map((fault) => (prng.chance(2, 3) ? { ...fault, atHeight: stormHeight + prng.below(STORM_HEIGHTS) } : fault))
}

function heightOfFault(prng: Prng): number {
  return 2 + prng.below(FAULT_HEIGHTS)
}

function planTarget(prng: Prng, nodes: readonly ValidatorIndex[]): Target {
  return prng.chance(1, 3) ? 'primary' : prng.pick(nodes)
}

/** Where fewer than f lie, an honest node may be as good as none for a while: it has lost its log, or its clock is wrong. */
function planWeakNode(
  prng: Prng,
  nodes: readonly ValidatorIndex[],
  liars: number,
): { readonly scheduled: readonly ScheduledFault[]; readonly node?: ValidatorIndex; readonly clockOffsetMs: number } {
  const node = prng.pick(nodes)
  const hasRoom = liars < faultsMax(nodes.length)
  if (hasRoom && prng.chance(1, 3)) {
    const atHeight = heightOfFault(prng)
    const age = 1 + prng.below(BACKUP_HEIGHTS_MAX)
    const restore: ScheduledFault = { type: 'restore', atHeight: atHeight + age, target: node, downMs: 1 + prng.below(2_000) }
    return { scheduled: [{ type: 'backup', atHeight, target: node }, restore], clockOffsetMs: 0 }
  }
  if (!hasRoom || prng.chance(2, 3)) return { scheduled: [], clockOffsetMs: 0 }
  const offMs = WRONG_CLOCK_MS_MIN + prng.below(WRONG_CLOCK_MS_MAX)
  return { scheduled: [], node, clockOffsetMs: prng.chance(1, 2) ? offMs : -offMs }
}

function planNetwork(prng: Prng): NetworkFaults {
  const harsh = prng.chance(1, 4)
  return {
    lossPercent: prng.chance(1, 2) ? 1 + prng.below(harsh ? 30 : 8) : 0,
    duplicatePercent: prng.chance(1, 2) ? 1 + prng.below(harsh ? 50 : 15) : 0,
    delayUsMin: 100,
    delayUsMax: prng.chance(1, 2) ? 1_000 + prng.below(harsh ? 300_000 : 60_000) : 1_000,
  }
}

function planByzantine(
  prng: Prng,
  nodes: readonly ValidatorIndex[],
  wanted: number | undefined,
): ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]> {
  const most = faultsMax(nodes.length)
  const chosen = prng.shuffle(nodes).slice(0, wanted ?? (prng.chance(2, 3) ? most : prng.below(most + 1)))
  return new Map(chosen.map((node) => [node, planLies(prng)] as const))
}

/** Who lies about what it has prepared has that to lie about only now and then, and does something else beside. */
function planLies(prng: Prng): readonly ByzantineStrategy[] {
  const [first, ...others] = prng.shuffle(BYZANTINE_STRATEGIES)
  const more = prng.below(3)
  return [...(first === undefined ? [] : [first]), ...others.slice(0, isRare(first) ? Math.max(2, more) : more)]
}

function isRare(strategy: ByzantineStrategy | undefined): boolean {
  return strategy === 'hide-prepared' || strategy === 'stale-viewchange-cert' || strategy === 'index-mismatch'
}

function planDiskErrors(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  const planned: ScheduledFault[] = []
  if (!prng.chance(1, 3)) return planned
  for (let left = 1 + prng.below(DISK_ERRORS_MAX); left > 0; left--) {
    planned.push({
      type: 'disk-error',
      atHeight: heightOfFault(prng),
      target: prng.pick(nodes),
      fault: {
        part: prng.pick(['log', 'log', 'guard', 'store'] as const),
        operation: prng.pick(['write', 'sync'] as const),
        skip: prng.below(DISK_OPERATIONS_BEFORE_ERROR_MAX),
      },
      downMs: 1 + prng.below(2_000),
    })
  }
  return planned
}

function planCrashes(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  const planned: ScheduledFault[] = []
  if (prng.chance(3, 4)) {
    for (let left = 1 + prng.below(6); left > 0; left--) {
      planned.push({ type: 'crash', atHeight: heightOfFault(prng), target: planTarget(prng, nodes), ...planSpot(prng, 3_000) })
    }
  }
  if (prng.chance(1, 3)) planned.push({ type: 'crash-all', atHeight: heightOfFault(prng), ...planSpot(prng, 1_000) })
  return planned
}

function planSpot(prng: Prng, downMsMax: number): CrashSpot {
  const aimed = prng.chance(1, 2)
  return {
    ...(aimed ? { point: prng.pick(AIMED_CRASH_POINTS) } : {}),
    afterPoints: prng.below(aimed ? AIMED_PASSES_MAX : POINTS_BEFORE_CRASH_MAX),
    downMs: prng.chance(1, 2) ? 1 + prng.below(100) : 100 + prng.below(downMsMax),
    ...(prng.chance(1, 4) ? { againAfterPoints: prng.below(POINTS_OF_A_START) } : {}),
  }
}

/** Nodes that nobody hears from for a while. */
function planSilence(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  const planned: ScheduledFault[] = []
  const some = (chance: number, most: number): number => (prng.chance(1, chance) ? 1 + prng.below(most) : 0)
  for (let left = some(2, 3); left > 0; left--) {
    planned.push({ type: 'pause', atHeight: heightOfFault(prng), target: planTarget(prng, nodes), durationMs: 1 + prng.below(4_000) })
  }
  for (let left = some(3, 3); left > 0; left--) {
    const mixed = prng.shuffle(nodes)
    const cut = 1 + prng.below(nodes.length - 1)
    const groups = [mixed.slice(0, cut), mixed.slice(cut)]
    planned.push({ type: 'partition', atHeight: heightOfFault(prng), groups, durationMs: 100 + prng.below(4_000) })
  }
  for (let left = some(3, 3); left > 0; left--) {
    const direction = prng.pick(['both', 'outgoing', 'incoming'] as const)
    const durationMs = 100 + prng.below(4_000)
    planned.push({ type: 'isolation', atHeight: heightOfFault(prng), target: planTarget(prng, nodes), direction, durationMs })
  }
  return planned
}
