import { list, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { operatorTermsCodec, partyTermsCodec } from '../codecs.ts'
import { OPERATORS_PER_PARTY_MAX, OPERATORS_PER_PARTY_MIN } from '../limits.ts'
import { firstOperators } from '../operator-rules.ts'
import { createParty, termsFault, uniquenessFault } from '../party-rules.ts'
import { requireRegistrarFourEyes } from '../registrar.ts'
import { emit } from '../store.ts'

/** The registrar admits a legal entity under its LEI or USCC, each used once. Its KYC starts at NONE: it cannot act before ACTIVE. */
export const registerParty = defineCommand({
  summary: 'Registrar, four-eyes: registers a party with its first operators; its KYC starts at NONE',
  params: message(hanse.organizations.v1.RegisterParty, {
    party: partyTermsCodec,
    operators: list(operatorTermsCodec, { min: OPERATORS_PER_PARTY_MIN, max: OPERATORS_PER_PARTY_MAX }),
  }),
  execute(context, state, { party: terms, operators }) {
    const fault = requireRegistrarFourEyes(context, state) ?? termsFault(terms, 'party') ?? uniquenessFault(state, terms, 'party')
    if (fault !== undefined) return fault
    const first = firstOperators(state, terms.partyId, operators, context.timeMs, 'operators')
    if (!first.ok) return first.error
    createParty(state, terms, first.value, { status: 'NONE', changedAtMs: context.timeMs })
    emit(state, 'partyRegistered', { lei: terms.lei, name: terms.name, partyId: terms.partyId, uscc: terms.uscc })
    return undefined
  },
})
