import { address, bytes, ED25519_PUBLIC_KEY_SIZE_BYTES, message, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { requireFourEyes, signerFor } from '../api.ts'
import { changeOperators, newOperator } from '../operator-rules.ts'
import { refuse } from '../rejections.ts'
import { emit, operators, parties } from '../store.ts'

/** A key takes the place of another of the same person, with its roles; the old one is revoked in the same step. */
export const rotateOperator = defineCommand({
  summary: 'Party, four-eyes: replaces an operator’s key, roles and person unchanged',
  params: message(hanse.organizations.v1.RotateOperator, {
    address: address(),
    algorithm: uint({ max: 255 }),
    publicKey: bytes({ min: ED25519_PUBLIC_KEY_SIZE_BYTES, max: 65 }),
  }),
  execute(context, state, params) {
    const signer = signerFor(context, state)
    if (!signer.ok) return signer.error
    const { partyId } = signer.value
    const fault = requireFourEyes(context, state, partyId)
    if (fault !== undefined) return fault
    const old = operators.get(state, params.address)
    if (old?.partyId !== partyId || old.status !== 'active') {
      return refuse('organizations/not-own-operator', `${params.address} is no active operator of ${partyId}`, 'address')
    }
    const terms = { algorithm: params.algorithm, publicKey: params.publicKey, roles: old.roles, personRef: old.personRef }
    const operator = newOperator(state, partyId, terms, context.timeMs, '')
    if (!operator.ok) return { ...operator.error, path: 'publicKey' }
    const change = { revoke: [old.address], add: [operator.value], timeMs: context.timeMs }
    const refusal = changeOperators(state, parties.require(state, partyId), change)
    if (refusal === undefined) emit(state, 'operatorRotated', { address: operator.value.address, partyId, replaced: old.address })
    return refusal
  },
})
