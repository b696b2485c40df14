import { address, message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { reference } from '../../fields.ts'
import { requireFourEyes, signerFor } from '../api.ts'
import { changeOperators } from '../operator-rules.ts'
import { emit, parties } from '../store.ts'

/** A revoked key never signs again, and its address is never given to another. What remains must still satisfy four eyes. */
export const revokeOperator = defineCommand({
  summary: 'Party, four-eyes: revokes an operator key of the sender’s party',
  params: message(hanse.organizations.v1.RevokeOperator, { address: address(), reason: optional(reference()) }),
  execute(context, state, params) {
    const signer = signerFor(context, state)
    if (!signer.ok) return signer.error
    const { partyId } = signer.value
    const fault = requireFourEyes(context, state, partyId)
    if (fault !== undefined) return fault
    const change = { revoke: [params.address], add: [], timeMs: context.timeMs }
    const refusal = changeOperators(state, parties.require(state, partyId), change)
    if (refusal === undefined) emit(state, 'operatorRevoked', { address: params.address, partyId, reason: params.reason })
    return refusal
  },
})
