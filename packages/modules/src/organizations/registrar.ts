import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import { hasRole, requireFourEyes, signerFor } from './api.ts'
import type { Party } from './codecs.ts'
import { refuse } from './rejections.ts'
import { parties } from './store.ts'

/**
 * The registrar that sends. Its own KYC may have run out: somebody has to be able to renew it, and nobody stands above the registrar.
 * A suspended one may do nothing.
 */
function requireRegistrar(context: TransactionContext, state: StateReader): Result<Party> {
  const signer = signerFor(context, state)
  if (!signer.ok) return signer
  const party = parties.require(state, signer.value.partyId)
  if (!hasRole(party, 'registrar')) {
    return err(refuse('organizations/missing-role', `${party.partyId} is ${party.roles.join(', ')}, not registrar`))
  }
  const { status } = party.kyc
  if (status === 'ACTIVE' || status === 'EXPIRED') return ok(party)
  return err(refuse('organizations/party-not-active', `KYC of the registrar ${party.partyId} is ${status}`))
}

/** The registrar, with two pairs of eyes. */
export function requireRegistrarFourEyes(context: TransactionContext, state: StateWriter): Rejection | undefined {
  const registrar = requireRegistrar(context, state)
  return registrar.ok ? requireFourEyes(context, state, registrar.value.partyId) : registrar.error
}
