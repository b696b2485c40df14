import type { Prng } from '@hanse/primitives'
import { asValidatorIndex, faultsMax, type ValidatorIndex } from '@hanse/protocol'
import { BYZANTINE_STRATEGIES, type ByzantineStrategy } from './byzantine.ts'

/** What the network does to every frame of a run. */
export interface NetworkFaults {
  readonly lossPercent: number
  readonly duplicatePercent: number
  /** Delays are drawn log-uniformly between these, in µs. */
  readonly delayUsMin: number
  readonly delayUsMax: number
}

/** A fault that happens once, when the chain has reached `atHeight`. */
export type ScheduledFault = { readonly atHeight: number } & (
  | { readonly type: 'crash'; readonly node: ValidatorIndex; readonly afterEffects: number; readonly downMs: number }
  | { readonly type: 'crash-all'; readonly afterEffects: number; readonly downMs: number }
  | { readonly type: 'pause'; readonly node: ValidatorIndex; readonly durationMs: number }
  | { readonly type: 'partition'; readonly groups: readonly (readonly ValidatorIndex[])[]; readonly durationMs: number }
)

/** Everything that chance decides before a run, from its seed alone. */
export interface FaultPlan {
  readonly network: NetworkFaults
  readonly scheduled: readonly ScheduledFault[]
  readonly byzantine: ReadonlyMap<ValidatorIndex, ByzantineStrategy>
  /** Offset of each node's clock, in ms. */
  readonly clockOffsetsMs: readonly number[]
  readonly realSignatures: boolean
}

/** Heights over which faults are spread: the last ones are left to recover in. */
const FAULT_HEIGHTS = 50
/** Effects a node may still perform before a planned crash, at most: several steps' worth. */
const EFFECTS_BEFORE_CRASH_MAX = 60

/** Each class of faults is on or off by chance, so that rare combinations come up (swarm testing). */
export function planFaults(prng: Prng, validators: number, byzantineCount: number | undefined): FaultPlan {
  const nodes = Array.from({ length: validators }, (_, index) => asValidatorIndex(index))
  const count = byzantineCount ?? prng.below(faultsMax(validators) + 1)
  const byzantine = new Map(prng.shuffle(nodes).slice(0, count).map((node) => [node, prng.pick(BYZANTINE_STRATEGIES)] as const))
  const harsh = prng.chance(1, 3)
  const network: NetworkFaults = {
    lossPercent: prng.chance(1, 2) ? prng.below(harsh ? 30 : 8) : 0,
    duplicatePercent: prng.chance(1, 2) ? prng.below(harsh ? 50 : 10) : 0,
    delayUsMin: 100,
    delayUsMax: prng.chance(1, 2) ? 1_000 + prng.below(harsh ? 400_000 : 60_000) : 1_000,
  }
  const scheduled: ScheduledFault[] = []
  const atHeight = (): number => 2 + prng.below(FAULT_HEIGHTS)
  const afterEffects = (): number => prng.below(EFFECTS_BEFORE_CRASH_MAX)
  if (prng.chance(3, 4)) {
    const crashes = 1 + prng.below(6)
    for (let index = 0; index < crashes; index++) {
      scheduled.push({ type: 'crash', atHeight: atHeight(), node: prng.pick(nodes), afterEffects: afterEffects(), downMs: 10 + prng.below(3_000) })
    }
  }
  if (prng.chance(1, 4)) scheduled.push({ type: 'crash-all', atHeight: atHeight(), afterEffects: afterEffects(), downMs: 50 + prng.below(1_000) })
  if (prng.chance(1, 2)) {
    for (let index = 0; index <= prng.below(3); index++) {
      scheduled.push({ type: 'pause', atHeight: atHeight(), node: prng.pick(nodes), durationMs: 1 + prng.below(5_000) })
    }
  }
  if (prng.chance(1, 2)) {
    for (let index = 0; index <= prng.below(3); index++) {
      const mixed = prng.shuffle(nodes)
      const cut = 1 + prng.below(validators - 1)
      scheduled.push({ type: 'partition', atHeight: atHeight(), groups: [mixed.slice(0, cut), mixed.slice(cut)], durationMs: 100 + prng.below(5_000) })
    }
  }
  return {
    network,
    scheduled: scheduled.sort((left, right) => left.atHeight - right.atHeight),
    byzantine,
    clockOffsetsMs: nodes.map(() => prng.below(400) - 200),
    realSignatures: prng.chance(1, 50),
  }
}
