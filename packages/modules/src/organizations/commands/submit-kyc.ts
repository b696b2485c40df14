import { hash, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { signerFor } from '../api.ts'
import { changeKyc } from '../kyc.ts'
import { parties } from '../store.ts'

/** A party hands in its credential, off the chain, and its hash here: NONE or EXPIRED → PENDING. The registrar decides; its own it renews without one. */
export const submitKyc = defineCommand({
  summary: 'Any operator: submits the hash of the party’s KYC credential for the registrar to judge',
  params: message(hanse.organizations.v1.SubmitKyc, { vcHash: hash() }),
  execute(context, state, { vcHash }) {
    const signer = signerFor(context, state)
    if (!signer.ok) return signer.error
    return changeKyc(state, parties.require(state, signer.value.partyId), { status: 'PENDING', vcHash }, context.timeMs)
  },
})
