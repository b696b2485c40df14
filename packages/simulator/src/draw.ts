import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { Target } from './fault.ts'

/** Heights over which faults are spread: the last ones are left to recover in. */
const FAULT_HEIGHTS = 48

export function heightOfFault(prng: Prng): number {
  return 2 + prng.below(FAULT_HEIGHTS)
}

export function drawTarget(prng: Prng, nodes: readonly ValidatorIndex[]): Target {
  return prng.chance(1, 3) ? 'primary' : prng.pick(nodes)
}

/** A class of faults is on in one of `chance` runs, and then happens up to `most` times. */
export function drawSome<T>(prng: Prng, chance: number, most: number, draw: () => T): readonly T[] {
  const count = prng.chance(1, chance) ? 1 + prng.below(most) : 0
  return Array.from({ length: count }, draw)
}

/** Log-uniform from `min` to `max`, in whole numbers. */
export function drawLogUniform(prng: Prng, min: number, max: number): number {
  let bands = 1
  for (let top = min * 2; top < max; top *= 2) bands += 1
  const low = min * 2 ** prng.below(bands)
  return Math.min(max, low + prng.below(low))
}
