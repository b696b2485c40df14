import { defineCommand } from '@hanse/state'
import { requireParty } from '../api.ts'
import { classifyPartyCodec } from '../codecs.ts'
import { requireRegistrarFourEyes } from '../registrar.ts'
import { refuse } from '../rejections.ts'
import { classifications, emit } from '../store.ts'

/**
 * The registrar says whose a party is and whether it is small, from the papers that KYC rests on. Two parties that share an owner are
 * related: other modules refuse what is no trade between them.
 */
export const classifyParty = defineCommand({
  summary: 'Registrar, four-eyes: says who owns or controls a party and whether it is a small enterprise',
  params: classifyPartyCodec,
  execute(context, state, { partyId, owners, small, evidenceHash }) {
    const fault = requireRegistrarFourEyes(context, state)
    if (fault !== undefined) return fault
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party.error
    if (new Set(owners).size !== owners.length) {
      return refuse('organizations/duplicate-owner', `an owner of ${partyId} stands twice`, 'owners')
    }
    classifications.put(state, partyId, { owners, small, evidenceHash, changedAtMs: context.timeMs })
    emit(state, 'partyClassified', { evidenceHash, owners: owners.length, partyId, small })
    return undefined
  },
})
