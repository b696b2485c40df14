import { type Address, err, type Hash, ok, type Rejection, type Result } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Operator, Party, Role } from './codecs.ts'
import { confirmFourEyes } from './four-eyes.ts'
import { refuse } from './rejections.ts'
import { classifications, firstUses, operators, parties, partyIdByLei, partyIdByUscc } from './store.ts'

export type { Operator, Party, Role } from './codecs.ts'
export { isCountry, isLei, modulo97 } from './identifiers.ts'

/** The party that an operator key signs for. */
export interface OperatorBinding {
  readonly partyId: string
  readonly operator: Operator
}

/** Undefined when the address never was an operator's. A revoked one is found too: look at `operator.status`. */
export function partyOf(state: StateReader, address: Address): OperatorBinding | undefined {
  const operator = operators.get(state, address)
  return operator === undefined ? undefined : { partyId: operator.partyId, operator }
}

/** Id of the party that is registered with this LEI or USCC. */
export function partyOfIdentifier(state: StateReader, identifier: string): string | undefined {
  return partyIdByUscc.get(state, identifier) ?? partyIdByLei.get(state, identifier)
}

export function getParty(state: StateReader, partyId: string): Party | undefined {
  return parties.get(state, partyId)
}

/** KYC is ACTIVE and its validity has not ended. Without it a party may not act, nor be given anything but what it is owed. */
export function isActive(party: Party, timeMs: number): boolean {
  const { status, validUntilMs } = party.kyc
  return status === 'ACTIVE' && validUntilMs !== undefined && validUntilMs > timeMs
}

export function hasRole(party: Party, role: Role): boolean {
  return party.roles.includes(role)
}

/** The party when it exists, whatever its KYC: `organizations/unknown-party`. */
export function requireParty(state: StateReader, partyId: string, path?: string): Result<Party> {
  const party = parties.get(state, partyId)
  return party === undefined ? err(refuse('organizations/unknown-party', `there is no party ${partyId}`, path)) : ok(party)
}

/** The party when it exists and is active: `organizations/unknown-party`, `organizations/party-not-active`, `organizations/missing-role`. */
export function requireActiveParty(
  state: StateReader,
  partyId: string,
  timeMs: number,
  demands: { readonly role?: Role; readonly path?: string } = {},
): Result<Party> {
  const { role, path } = demands
  const found = requireParty(state, partyId, path)
  if (!found.ok) return found
  const party = found.value
  if (!isActive(party, timeMs)) return err(notActive(party, path))
  if (role !== undefined && !hasRole(party, role)) {
    return err(refuse('organizations/missing-role', `${partyId} is ${party.roles.join(', ')}, not ${role}`, path))
  }
  return ok(party)
}

function notActive(party: Party, path: string | undefined): Rejection {
  const { status, validUntilMs } = party.kyc
  const state = status === 'ACTIVE' ? `ended at ${validUntilMs}` : `is ${status}`
  return refuse('organizations/party-not-active', `KYC of ${party.partyId} ${state}`, path)
}

/**
 * The party for which the transaction acts, active and with the role. With `partyId` any signer may be its operator, so that one
 * transaction can hold calls of several parties; without it the sender's party is meant.
 */
export function requireOperator(
  context: TransactionContext,
  state: StateReader,
  demands: { readonly role?: Role; readonly partyId?: string } = {},
): Result<Party> {
  const signer = signerFor(context, state, demands.partyId)
  return signer.ok ? requireActiveParty(state, signer.value.partyId, context.timeMs, demands) : signer
}

/** The first signer that is an active operator of the party, or the sender where no party is named. Says nothing of the party's KYC. */
export function signerFor(
  context: Pick<TransactionContext, 'sender' | 'signers'>,
  state: StateReader,
  partyId?: string,
): Result<OperatorBinding> {
  const candidates = partyId === undefined ? [context.sender] : context.signers
  for (const address of candidates) {
    const binding = partyOf(state, address)
    if (binding?.operator.status !== 'active') continue
    if (partyId === undefined || binding.partyId === partyId) return ok(binding)
  }
  if (partyId === undefined) return err(refuse('organizations/unknown-operator', `${context.sender} is no active operator`))
  return err(refuse('organizations/wrong-party', `no signer is an active operator of ${partyId}`))
}

/**
 * Two people of the party stand behind this very call: both signed the transaction, or one proposed its digest before and the other
 * sends it now, which uses the proposal up. One MUST be a maker, the other a checker. `faultOf` may refuse any of those who stand behind it.
 */
export function requireFourEyes(
  context: TransactionContext,
  state: StateWriter,
  partyId: string,
  faultOf?: (operator: Operator) => Rejection | undefined,
): Rejection | undefined {
  return confirmFourEyes(context, state, partyId, faultOf)
}

/** The first transaction of the party that succeeded with this reference. */
export function clientRefTx(state: StateReader, partyId: string, clientRef: string): Hash | undefined {
  return firstUses.get(state, [partyId, clientRef])?.txId
}

/** An owner or group that the registrar found behind both parties, the first where there are several; undefined when they are not related. */
export function sharedOwner(state: StateReader, partyId: string, other: string): string | undefined {
  const owners = classifications.get(state, partyId)?.owners ?? []
  if (owners.length === 0) return undefined
  const others = classifications.get(state, other)?.owners ?? []
  return owners.find((owner) => others.includes(owner))
}

/** The registrar classified the party as a small or medium-sized enterprise. */
export function isSmall(state: StateReader, partyId: string): boolean {
  return classifications.get(state, partyId)?.small === true
}
