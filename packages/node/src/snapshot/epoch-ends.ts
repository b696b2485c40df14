import { assert } from '@hanse/primitives'
import { asEpoch, type EpochEnd, type Genesis, type Header } from '@hanse/protocol'
import type { ChainReader } from '@hanse/replica'
import { storedEpoch } from '@hanse/state'

/** The last header of every epoch before the head's, with the set that followed it: the way from genesis to the head. */
export function epochEndsOf(reader: ChainReader, genesis: Genesis, head: Header): readonly EpochEnd[] {
  return Array.from({ length: head.epoch }, (_, before) => {
    const epoch = storedEpoch(reader.state, genesis, asEpoch(before + 1))
    assert(epoch !== undefined, `the state knows the validators of epoch ${before + 1}`)
    const end = reader.epochEnd(epoch.firstHeight - 1)
    assert(end !== undefined, `the last block of epoch ${before} is kept`)
    return { ...end, nextValidators: { validators: epoch.validators } }
  })
}
