import { createPrng, type Prng } from '@hanse/primitives'
import { RECOVERY_MS } from './checks/outages.ts'
import { FAULTS } from './faults/all-faults.ts'
import { STRATEGIES } from './liar/strategies.ts'
import type { Need } from './machine/tools.ts'
import type { FabricType } from './network/fabric.ts'
import {
  CORRUPT_PARTS,
  CUT_SHAPES,
  FAULT_TYPES,
  type FaultType,
  faultsMaxOf,
  impairedBy,
  type PlannedFault,
  type Schedule,
} from './schedule.ts'

const RATE = 50
const FIRST_MS = 5_000
/** Without a fault at the end, so that everything can come to rest, in ms. */
const LAST_MS = 12_000
const FAULT_MS = { min: 3_000, max: 9_000 } as const
/** Between two episodes, beyond what a node takes to come back, in ms. */
const PAUSE_MS_MAX = 6_000
const HOUR_MS = 3_600_000
/** In so many of a hundred episodes more than f nodes are hit. */
const OUTAGE_PERCENT = 20

export interface RandomOptions {
  readonly seed: number
  readonly minutes: number
  /** What cannot be done here: faults that need it are left out. */
  readonly missing: ReadonlySet<Need>
}

/** Fault types that this machine cannot do on any network, in their order. */
export function leftOut(missing: ReadonlySet<Need>): readonly FaultType[] {
  return FAULT_TYPES.filter((type) => FAULTS[type].needs.some((need) => missing.has(need)))
}

/**
 * A schedule by swarm: each kind of fault is on or off for the whole run at random, so that rare combinations come up; then episode after
 * episode of one fault or of several at once, on different nodes. The same options give the same schedule.
 */
export function randomSchedule({ seed, minutes, missing }: RandomOptions): Schedule {
  const prng = createPrng(seed)
  const canSeparate = !missing.has('namespaces') && !missing.has('nft')
  const validators = prng.chance(1, 3) ? 7 : 4
  const separate: FabricType = canSeparate && prng.chance(1, 2) ? 'namespaces' : 'proxy'
  const types = swarm(prng, separate, missing)
  const liars = validators === 7 && prng.chance(1, 2) ? [{ node: 1 + prng.below(validators - 1), strategy: prng.pick(STRATEGIES) }] : []
  const durationMs = Math.max(FIRST_MS + FAULT_MS.max + LAST_MS, minutes * 60_000)
  const faults: PlannedFault[] = []
  for (let atMs = FIRST_MS; atMs + FAULT_MS.max + LAST_MS <= durationMs; ) {
    const episode = episodeOf(prng, types, { validators, atMs, lying: liars.map(({ node }) => node) })
    faults.push(...episode)
    const endMs = Math.max(...episode.map((fault) => fault.atMs + fault.forMs))
    atMs = endMs + RECOVERY_MS + prng.below(PAUSE_MS_MAX)
  }
  return {
    ...{ format: 1, scenario: 'random', seed, validators, fabric: separate, load: { rate: RATE }, durationMs, faults },
    ...(liars.length === 0 ? {} : { liars }),
  }
}

function swarm(prng: Prng, fabric: FabricType, missing: ReadonlySet<Need>): readonly FaultType[] {
  const possible = FAULT_TYPES.filter((type) => {
    const { needs, fabrics } = FAULTS[type]
    return fabrics.includes(fabric) && !needs.some((need) => missing.has(need))
  })
  const on = possible.filter(() => prng.chance(1, 2))
  return on.length > 0 ? on : [prng.pick(possible)]
}

interface Episode {
  readonly validators: number
  readonly atMs: number
  readonly lying: readonly number[]
}

/** One fault, or several on nodes of their own: up to f in all, and sometimes beyond. */
function episodeOf(prng: Prng, types: readonly FaultType[], { validators, atMs, lying }: Episode): readonly PlannedFault[] {
  const free = prng.shuffle(Array.from({ length: validators }, (_, index) => index).filter((index) => !lying.includes(index)))
  const budget = prng.chance(OUTAGE_PERCENT, 100) ? Math.max(2, Math.ceil(validators / 2)) : faultsMaxOf(validators) - lying.length
  const faults: PlannedFault[] = []
  for (let impaired = 0; impaired < Math.max(1, budget) && free.length > 0; ) {
    const count = Math.min(free.length, 1 + prng.below(Math.max(1, budget - impaired)))
    const fault = faultOf(prng, prng.pick(types), free.splice(0, count), atMs)
    const weight = impairedBy(fault, validators)
    // A ring hits everybody, and stands alone.
    if (weight > Math.max(1, budget) - impaired && faults.length > 0) break
    faults.push(fault)
    impaired += Math.max(1, weight)
  }
  return faults
}

function faultOf(prng: Prng, type: FaultType, nodes: readonly number[], atMs: number): PlannedFault {
  const between = (min: number, max: number): number => min + prng.below(max - min + 1)
  const common = { type, nodes, atMs: atMs + prng.below(1_500), forMs: between(FAULT_MS.min, FAULT_MS.max - 1_500) }
  switch (type) {
    case 'cut':
      return { ...common, shape: prng.pick(CUT_SHAPES) }
    case 'corrupt':
      return { ...common, part: prng.pick(CORRUPT_PARTS) }
    case 'delay':
      return { ...common, ms: between(20, 500) }
    case 'slow-sync':
      return { ...common, ms: between(20, 300) }
    case 'reset':
      return { ...common, ms: between(300, 3_000) }
    case 'loss':
      return { ...common, percent: between(1, 30) }
    case 'processor':
      return { ...common, percent: between(10, 50) }
    case 'clock':
      return { ...common, ms: between(-2 * HOUR_MS, 2 * HOUR_MS) }
    default:
      return common
  }
}
