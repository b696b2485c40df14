import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { requireFourEyes, signerFor } from '../api.ts'
import { operatorTermsCodec } from '../codecs.ts'
import { changeOperators, newOperator } from '../operator-rules.ts'
import { emit, parties } from '../store.ts'

/** A party's keys are its own business, with four eyes, whatever its KYC: a suspended party must still be able to mend its keys. */
export const addOperator = defineCommand({
  summary: 'Party, four-eyes: adds an operator key to the sender’s party',
  params: message(hanse.organizations.v1.AddOperator, { operator: operatorTermsCodec }),
  execute(context, state, { operator: terms }) {
    const signer = signerFor(context, state)
    if (!signer.ok) return signer.error
    const { partyId } = signer.value
    const fault = requireFourEyes(context, state, partyId)
    if (fault !== undefined) return fault
    const operator = newOperator(state, partyId, terms, context.timeMs, 'operator')
    if (!operator.ok) return operator.error
    const change = { revoke: [], add: [operator.value], timeMs: context.timeMs }
    const refusal = changeOperators(state, parties.require(state, partyId), change)
    if (refusal === undefined) emit(state, 'operatorAdded', { address: operator.value.address, partyId })
    return refusal
  },
})
