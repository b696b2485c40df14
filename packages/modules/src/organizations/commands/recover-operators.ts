import { hash, list, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { partyId } from '../../fields.ts'
import { operatorTermsCodec } from '../codecs.ts'
import { OPERATORS_PER_PARTY_MAX } from '../limits.ts'
import { firstOperators, replaceOperators } from '../operator-rules.ts'
import { requireRegistrarFourEyes } from '../registrar.ts'
import { refuse } from '../rejections.ts'
import { emit, parties } from '../store.ts'

/**
 * For a party that lost its keys, or whose keys were stolen: the registrar sets new ones on evidence outside the chain, whose hash stays
 * here for all to see. All others end with it, also those that a thief added meanwhile. The new keys must make four eyes among themselves.
 */
export const recoverOperators = defineCommand({
  summary: 'Registrar, four-eyes: gives a party that lost its keys new operators, and ends all others',
  params: message(hanse.organizations.v1.RecoverOperators, {
    partyId: partyId(),
    add: list(operatorTermsCodec, { min: 2, max: OPERATORS_PER_PARTY_MAX }),
    evidenceHash: hash(),
  }),
  execute(context, state, params) {
    const fault = requireRegistrarFourEyes(context, state)
    if (fault !== undefined) return fault
    const party = parties.get(state, params.partyId)
    if (party === undefined) return refuse('organizations/unknown-party', `there is no party ${params.partyId}`, 'partyId')
    const add = firstOperators(state, party.partyId, params.add, context.timeMs, 'add')
    if (!add.ok) return add.error
    const { revoked } = replaceOperators(state, party, add.value, context.timeMs)
    const counts = { added: add.value.length, revoked }
    emit(state, 'operatorsRecovered', { ...counts, evidenceHash: params.evidenceHash, partyId: party.partyId })
    return undefined
  },
})
