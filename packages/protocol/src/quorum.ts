import { assert } from '@hanse/primitives'
import type { ValidatorIndex, View } from './ids.ts'

/** Byzantine validators that n can bear: f = ⌊(n − 1) / 3⌋. */
export function faultsMax(validators: number): number {
  assert(validators >= 1, 'a validator set has members')
  return Math.floor((validators - 1) / 3)
}

/** Votes that decide: q = ⌈(n + f + 1) / 2⌉. 2f + 1 alone forks at n = 5 and 6. */
export function quorumSize(validators: number): number {
  return Math.ceil((validators + faultsMax(validators) + 1) / 2)
}

/** primary(view) = validators[view mod n]. */
export function primaryOf(view: View, validators: number): ValidatorIndex {
  assert(validators >= 1, 'a validator set has members')
  return (view % validators) as ValidatorIndex
}
