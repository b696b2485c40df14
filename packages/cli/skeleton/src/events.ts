import { emitterOf } from '@hanse/modules'
import { uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { MODULE_NAME, partyId, reasonText } from './store.ts'

/** All that it tells. A node describes it to clients from here, and what is not here cannot be told. */
export const events = {
  granted: defineEvent({
    summary: 'A firm gave points to a partner',
    attributes: { from: partyId(), points: uint(), reason: reasonText(), to: partyId() },
  }),
}

export const emit = emitterOf(MODULE_NAME, events)
