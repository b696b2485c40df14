import { defineCommand } from '@hanse/state'
import { requireFourEyes } from '../../organizations/api.ts'
import { clearHeldCodec } from '../codecs.ts'
import { CLEARANCE_LIFETIME_MS_MAX } from '../limits.ts'
import { requireOffice } from '../offices.ts'
import { refuse } from '../rejections.ts'
import { clearances, deadlines, emit } from '../store.ts'

/** A call that a rule holds may be sent once after all: this very one, by its digest. It is its party that sends it. */
export const clearHeld = defineCommand({
  summary: 'Regulator, four-eyes: lets one call that a rule holds through, by its digest, until an expiry',
  params: clearHeldCodec,
  execute(context, state, { callDigest, expiresAtMs }) {
    const regulator = requireOffice(context, state, ['regulator'])
    if (!regulator.ok) return regulator.error
    if (expiresAtMs <= context.timeMs || expiresAtMs > context.timeMs + CLEARANCE_LIFETIME_MS_MAX) {
      return refuse('supervision/bad-expiry', `${expiresAtMs} is not within 30 days after ${context.timeMs}`, 'expiresAtMs')
    }
    const { partyId: authority } = regulator.value
    const eyes = requireFourEyes(context, state, authority)
    if (eyes !== undefined) return eyes
    clearances.put(state, callDigest, { authority, expiresAtMs })
    deadlines.schedule(state, expiresAtMs, `clearance ${callDigest}`)
    emit(state, 'callCleared', { authority, callDigest, expiresAtMs })
    return undefined
  },
})
