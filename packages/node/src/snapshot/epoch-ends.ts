import { assert } from '@hanse/primitives'
import { asEpoch, type EpochEnd, type Genesis, type Header } from '@hanse/protocol'
import { type ChainReader, heightThatLeadsTo } from '@hanse/replica'
import { storedEpoch } from '@hanse/state'

/** The header that leads out of every epoch before the head's, with the set that followed it: the way from genesis to the head. */
export function epochEndsOf(reader: ChainReader, genesis: Genesis, head: Pick<Header, 'epoch'>): readonly EpochEnd[] {
  return Array.from({ length: head.epoch }, (_, before) => {
    const last = storedEpoch(reader.state, genesis, asEpoch(before))
    const epoch = storedEpoch(reader.state, genesis, asEpoch(before + 1))
    assert(last !== undefined && epoch !== undefined, `the state knows the validators of epochs ${before} and ${before + 1}`)
    const end = reader.epochEnd(heightThatLeadsTo(last, epoch))
    assert(end !== undefined, `the block that leads out of epoch ${before} is kept`)
    return { ...end, nextValidators: { validators: epoch.validators } }
  })
}
