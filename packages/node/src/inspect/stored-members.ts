import { type Chain, type ChainParams, type Epoch, epochAfter, type Header, type ValidatorRecord } from '@hanse/protocol'
import type { ChainReader } from '@hanse/replica'
import { observersOf, storedEpoch, storedParams } from '@hanse/state'
import { stateOf } from './check-state.ts'

/** What votes have made of the chain's members and rules, for the block above the stored head. */
export interface StoredMembers {
  readonly epoch: Epoch
  readonly validators: readonly ValidatorRecord[]
  readonly observers: readonly ValidatorRecord[]
  readonly params: ChainParams
}

/** Undefined where the state lacks the validators that the head names. */
export function storedMembers(reader: ChainReader, { genesis }: Chain, head: Header): StoredMembers | undefined {
  const record = storedEpoch(reader.state, genesis, epochAfter(head))
  if (record === undefined) return undefined
  return {
    epoch: record.epoch,
    validators: record.validators,
    observers: observersOf(stateOf(reader)).map((observer) => observer.record),
    params: storedParams(reader.state, genesis, head.height + 1),
  }
}
