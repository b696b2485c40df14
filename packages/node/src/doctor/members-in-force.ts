import { type Chain, type ChainParams, type Epoch, genesisEpoch, type ValidatorRecord } from '@hanse/protocol'
import type { Inspection } from '../inspect/inspect-node.ts'
import type { RunningNodeFacts } from './running-node.ts'

/** Who decides on the next block and who observes, by what rules, as far as it can be known at this home. */
export interface MembersInForce {
  readonly epoch: Epoch
  readonly validators: readonly ValidatorRecord[]
  readonly observers: readonly ValidatorRecord[]
  readonly params: ChainParams
  /** Votes may have changed what genesis says, and neither node nor store could be asked. */
  readonly isUnsure: boolean
}

/** The node that runs says it; else its store; else genesis, which is right for a node that has not run yet. */
export function membersInForce(chain: Chain, running: RunningNodeFacts | undefined, { store }: Inspection): MembersInForce {
  const { genesis } = chain
  const stored = store?.members
  const { epoch, validators } = running?.validators ?? stored ?? genesisEpoch(genesis)
  return {
    epoch,
    validators,
    observers: running?.observers ?? stored?.observers ?? [],
    params: running?.params ?? stored?.params ?? genesis.params,
    isUnsure: running?.validators === undefined && stored === undefined && store?.exists === true,
  }
}

/** Where the validators stand, in words. */
export function placeOf({ epoch, isUnsure }: Pick<MembersInForce, 'epoch' | 'isUnsure'>): string {
  if (epoch > 0) return `the validators of epoch ${epoch}`
  return isUnsure ? 'the genesis file (what votes have changed since cannot be read)' : 'the genesis file'
}
