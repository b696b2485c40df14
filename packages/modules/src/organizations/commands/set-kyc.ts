import { choice, hash, message, optional, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { partyId, reference } from '../../fields.ts'
import { requireFourEyes, requireOperator } from '../api.ts'
import { changeKyc } from '../kyc.ts'
import { requireRegistrarFourEyes } from '../registrar.ts'
import { refuse } from '../rejections.ts'
import { parties } from '../store.ts'

/**
 * The registrar moves KYC along its life cycle. A regulator may suspend as well, and nothing more: who may stop a party may not
 * also let one in.
 */
export const setKyc = defineCommand({
  summary: 'Registrar, or a regulator for SUSPENDED, four-eyes: moves a party’s KYC',
  params: message(hanse.organizations.v1.SetKyc, {
    partyId: partyId(),
    status: choice('NONE', 'PENDING', 'ACTIVE', 'SUSPENDED', 'REVOKED'),
    validUntilMs: optional(uint()),
    vcHash: optional(hash()),
    reason: optional(reference()),
  }),
  execute(context, state, params) {
    const regulator = params.status === 'SUSPENDED' ? requireOperator(context, state, { role: 'regulator' }) : undefined
    const fault = regulator?.ok ? requireFourEyes(context, state, regulator.value.partyId) : requireRegistrarFourEyes(context, state)
    if (fault !== undefined) return fault
    const party = parties.get(state, params.partyId)
    if (party === undefined) return refuse('organizations/unknown-party', `there is no party ${params.partyId}`, 'partyId')
    return changeKyc(state, party, params, context.timeMs)
  },
})
