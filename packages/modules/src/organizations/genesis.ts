import type { Rejection } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { genesisCodec, type Kyc, type OrganizationsGenesis } from './codecs.ts'
import { scheduleLapse } from './kyc.ts'
import { firstOperators } from './operator-rules.ts'
import { createParty, termsFault, uniquenessFault } from './party-rules.ts'

function fail({ message, path }: Rejection): never {
  throw new Error(`genesis of organizations: ${path === undefined ? '' : `${path}: `}${message}`)
}

function createFirst(state: StateWriter, given: OrganizationsGenesis['parties'][number], path: string, timeMs: number): void {
  const { party: terms, operators, kycValidUntilMs } = given
  const fault = termsFault(terms, `${path}.party`) ?? uniquenessFault(state, terms, `${path}.party`)
  if (fault !== undefined) fail(fault)
  const first = firstOperators(state, terms.partyId, operators, timeMs, `${path}.operators`)
  if (!first.ok) fail(first.error)
  if (kycValidUntilMs !== undefined && kycValidUntilMs <= timeMs) {
    throw new Error(`genesis of organizations: ${path}.kycValidUntilMs has passed when the chain starts`)
  }
  const kyc: Kyc =
    kycValidUntilMs === undefined
      ? { status: 'NONE', changedAtMs: timeMs }
      : { status: 'ACTIVE', validUntilMs: kycValidUntilMs, changedAtMs: timeMs }
  createParty(state, terms, first.value, kyc)
  if (kycValidUntilMs !== undefined) scheduleLapse(state, terms.partyId, kycValidUntilMs)
}

/** @throws Error when the genesis is not one: a chain without an active registrar could never admit anybody. */
export function initGenesis({ timeMs }: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? { parties: [] })
  if (!genesis.ok) fail(genesis.error)
  for (const [index, party] of genesis.value.parties.entries()) createFirst(state, party, `parties.${index}`, timeMs)
  if (!genesis.value.parties.some(({ party, kycValidUntilMs }) => party.roles.includes('registrar') && kycValidUntilMs !== undefined)) {
    throw new Error('genesis of organizations: no party is a registrar with kycValidUntilMs')
  }
}
