import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import { hasRole, requireFourEyes, signerFor } from './api.ts'
import type { Party } from './codecs.ts'
import { refuse } from './rejections.ts'
import { ALL_PARTIES, actingRegistrars, parties } from './store.ts'

/**
 * A registrar's KYC may have run out: somebody has to be able to renew it, and nobody stands above the registrar. A suspended one may do
 * nothing.
 */
export function isActingRegistrar(party: Party): boolean {
  const { status } = party.kyc
  return hasRole(party, 'registrar') && (status === 'ACTIVE' || status === 'EXPIRED')
}

/** To be called for every KYC that is written, so that the last registrar that can act is known without a walk over all parties. */
export function countActingRegistrar(state: StateWriter, before: Party | undefined, after: Party): void {
  const change = Number(isActingRegistrar(after)) - Number(before !== undefined && isActingRegistrar(before))
  if (change !== 0) actingRegistrars.put(state, ALL_PARTIES, actingRegistrarCount(state) + change)
}

export function actingRegistrarCount(state: StateReader): number {
  return actingRegistrars.get(state, ALL_PARTIES) ?? 0
}

/** The registrar that sends. */
function requireRegistrar(context: TransactionContext, state: StateReader): Result<Party> {
  const signer = signerFor(context, state)
  if (!signer.ok) return signer
  const party = parties.require(state, signer.value.partyId)
  if (!hasRole(party, 'registrar')) {
    return err(refuse('organizations/missing-role', `${party.partyId} is ${party.roles.join(', ')}, not registrar`))
  }
  if (isActingRegistrar(party)) return ok(party)
  return err(refuse('organizations/party-not-active', `KYC of the registrar ${party.partyId} is ${party.kyc.status}`))
}

/** The registrar, with two pairs of eyes. */
export function requireRegistrarFourEyes(context: TransactionContext, state: StateWriter): Rejection | undefined {
  const registrar = requireRegistrar(context, state)
  return registrar.ok ? requireFourEyes(context, state, registrar.value.partyId) : registrar.error
}
