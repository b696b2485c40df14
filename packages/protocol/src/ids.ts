import type { Brand } from '@hanse/primitives'
import { VALIDATORS_MAX } from './limits.ts'
import type { Field } from './schema/field.ts'
import { brandedUint } from './schema/scalars.ts'

/** Genesis is height 0. */
export type Height = Brand<number, 'Height'>
/** Counts the views of an epoch from 0. primary(view) = validators[view mod n]. */
export type View = Brand<number, 'View'>
/** Counts validator sets from 0. */
export type Epoch = Brand<number, 'Epoch'>
/** Index into the validator set of an epoch: who signs, in certificates and messages. */
export type ValidatorIndex = Brand<number, 'ValidatorIndex'>
/** Who a peer is whatever the validator set: `ValidatorRecord.peerId`, or an observer's. */
export type PeerId = Brand<string, 'PeerId'>

export const asHeight = (value: number): Height => value as Height
export const asView = (value: number): View => value as View
export const asEpoch = (value: number): Epoch => value as Epoch
export const asPeerId = (value: string): PeerId => value as PeerId
export const asValidatorIndex = (value: number): ValidatorIndex => value as ValidatorIndex

export function validatorIndex(): Field<ValidatorIndex> {
  return brandedUint<ValidatorIndex>({ max: VALIDATORS_MAX - 1 })
}
