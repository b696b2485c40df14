import { type Epoch, type EpochRecord, type Genesis, genesisEpoch } from '@hanse/protocol'
import { unverifiedEpoch } from '../runtime/membership.ts'
import type { StateSource } from './final-state.ts'
import { storedValues } from './stored-values.ts'

/**
 * The validators of an epoch as the store's values have them: for who must check the store's head before there is a ledger.
 * Undefined when there is none, or it is of another form.
 */
export function storedEpoch(source: StateSource, genesis: Genesis, epoch: Epoch): EpochRecord | undefined {
  if (epoch === 0) return genesisEpoch(genesis)
  return unverifiedEpoch(storedValues(source), epoch)
}
