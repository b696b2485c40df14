import { type Epoch, type EpochRecord, type Genesis, genesisEpoch } from '@hanse/protocol'
import { votedEpoch } from '../runtime/membership.ts'
import { WriteSet } from '../runtime/write-set.ts'
import { decodeStoredValue } from '../store/layout.ts'
import type { StateSource } from './final-state.ts'

/** The validators of an epoch as the store's values have them: for who must check the store's head before there is a ledger. */
export function storedEpoch(source: StateSource, genesis: Genesis, epoch: Epoch): EpochRecord | undefined {
  if (epoch === 0) return genesisEpoch(genesis)
  const read = (_text: string, key: Uint8Array): Uint8Array | undefined => {
    const record = source.get(key)
    return record === undefined ? undefined : decodeStoredValue(record).value
  }
  return votedEpoch(new WriteSet({ read }), epoch)
}
