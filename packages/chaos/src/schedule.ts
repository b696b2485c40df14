import { STRATEGIES, type Strategy } from './liar/strategies.ts'
import type { FabricType } from './network/fabric.ts'

/** What can be done to a running network. README.md says of each what it is. */
export const FAULT_TYPES = [
  ...(['kill', 'restart', 'pause', 'crash-at-sync'] as const),
  ...(['cut', 'cable', 'reset', 'delay', 'loss'] as const),
  ...(['disk-full', 'write-error', 'sync-error', 'slow-sync', 'power-cut', 'corrupt'] as const),
  ...(['clock', 'memory', 'descriptors', 'processor', 'abuse'] as const),
] as const
export type FaultType = (typeof FAULT_TYPES)[number]

/** Of `cut`: whom the named nodes do not hear, or are not heard by. */
export const CUT_SHAPES = ['split', 'out', 'in', 'link', 'one-way-link', 'ring'] as const
export type CutShape = (typeof CUT_SHAPES)[number]

/** Of `corrupt`: what is changed on the disk of a node that is off. */
export const CORRUPT_PARTS = ['store', 'log', 'guard', 'index'] as const
export type CorruptPart = (typeof CORRUPT_PARTS)[number]

/** A node by its index, or whoever leads when the fault begins, or the next one after it. */
export type Target = number | 'primary' | 'backup'

export interface PlannedFault {
  readonly type: FaultType
  readonly nodes: readonly Target[]
  /** Since the load began. */
  readonly atMs: number
  /** Then it is healed. */
  readonly forMs: number
  /** Of `cut`. */
  readonly shape?: CutShape
  /** Of `corrupt`. */
  readonly part?: CorruptPart
  /** Of `delay` and `slow-sync`: by how much; of `clock`: how far off, which may be back; of `reset`: how often. */
  readonly ms?: number
  /** Of `loss`, and of `processor`: what is left. */
  readonly percent?: number
}

export interface Load {
  /** Transactions a second, or this share of what the network takes at the most, which is measured first; its clients then know all nodes. */
  readonly rate: number | { readonly shareOfMaximum: number }
}

/** A whole run: the same schedule does the same to a network, as far as real processes can. */
export interface Schedule {
  readonly format: 1
  readonly scenario: string
  readonly seed: number
  readonly validators: number
  readonly fabric: FabricType
  readonly load: Load
  /** The load goes on until then, whatever happens. */
  readonly durationMs: number
  readonly faults: readonly PlannedFault[]
  /** Nodes that lie from the beginning of the load on, and how: by index, or whoever leads then. */
  readonly liars?: readonly { readonly node: number | 'primary'; readonly strategy: Strategy }[]
  /** The last node begins with so many blocks less than the others. */
  readonly behindBlocks?: number
  /** What must be reached beside all that must always be: see `figureFaults`. */
  readonly bounds?: Bounds
}

export interface Bounds {
  /** Of what was offered, in per cent. */
  readonly committedPercentMin?: number
  readonly gapMsMax?: number
  readonly caughtUpMsMax?: number
}

export function faultsMaxOf(validators: number): number {
  return Math.floor((validators - 1) / 3)
}

/** How many nodes a fault takes out of the agreement at the most; with more than f of them there need not be any progress. */
export function impairedBy({ type, nodes, shape }: PlannedFault, validators: number): number {
  if (type === 'abuse') return 0
  if (type !== 'cut') return nodes.length
  if (shape === 'ring') return validators
  if (shape === 'link' || shape === 'one-way-link') return 1
  return shape === 'split' ? Math.min(nodes.length, validators - nodes.length) : nodes.length
}

const FABRICS: readonly FabricType[] = ['plain', 'proxy', 'namespaces']

/** What is wrong with a schedule that was read from a file, or undefined. */
export function scheduleFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'a schedule is a JSON object'
  const schedule = value as Partial<Schedule>
  if (schedule.format !== 1) return 'format is 1'
  if (typeof schedule.scenario !== 'string') return 'scenario is a text'
  if (!isWhole(schedule.seed, 0)) return 'seed is a whole number'
  if (!isWhole(schedule.validators, 4) || schedule.validators > 16) return 'validators is a whole number from 4 to 16'
  if (!FABRICS.some((fabric) => fabric === schedule.fabric)) return `fabric is one of ${FABRICS.join(', ')}`
  if (!isWhole(schedule.durationMs, 1)) return 'durationMs is a whole number of at least 1'
  const { rate } = schedule.load ?? {}
  const share = typeof rate === 'object' ? rate.shareOfMaximum : undefined
  if (!isWhole(rate, 1) && !(typeof share === 'number' && share > 0 && share <= 1))
    return 'load.rate is a number, or a shareOfMaximum up to 1'
  if (!Array.isArray(schedule.faults)) return 'faults is a list'
  for (const [index, fault] of schedule.faults.entries()) {
    const reason = plannedFault(fault, schedule.validators)
    if (reason !== undefined) return `faults[${index}]: ${reason}`
  }
  for (const { node, strategy } of schedule.liars ?? []) {
    if (node !== 'primary' && (!isWhole(node, 0) || node >= schedule.validators))
      return 'a liar’s node is the index of a validator, or primary'
    if (!STRATEGIES.some((known) => known === strategy)) return `a liar’s strategy is one of ${STRATEGIES.join(', ')}`
  }
  return undefined
}

function plannedFault({ type, nodes, atMs, forMs, shape, part }: PlannedFault, validators: number): string | undefined {
  if (!FAULT_TYPES.some((known) => known === type)) return `type is one of ${FAULT_TYPES.join(', ')}`
  if (!isWhole(atMs, 0) || !isWhole(forMs, 0)) return 'atMs and forMs are whole numbers'
  if (!Array.isArray(nodes) || nodes.length === 0) return 'nodes is a list with at least one'
  for (const node of nodes) {
    if (node === 'primary' || node === 'backup') continue
    if (!isWhole(node, 0) || node >= validators) return 'nodes are indices of validators, primary or backup'
  }
  if (type === 'cut' && !CUT_SHAPES.some((known) => known === shape)) return `shape is one of ${CUT_SHAPES.join(', ')}`
  if (type === 'corrupt' && !CORRUPT_PARTS.some((known) => known === part)) return `part is one of ${CORRUPT_PARTS.join(', ')}`
  return undefined
}

function isWhole(value: unknown, min: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= min
}
