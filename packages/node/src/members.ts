import { type Address, didYouMean, err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { Json, ValidatorRecord } from '@hanse/protocol'
import type { Member, MemberParty, MembersPage, MembersRequest } from '@hanse/rpc'
import type { StateView } from '@hanse/state'

const MODULE = 'organizations'
const UNKNOWN_PARTY = 'organizations/unknown-party'
/** Parties that are compared with a name that none has: one page, the first that were registered. */
const COMPARED_MAX = 200
/** A cursor into the validators that no party runs; one of the module's list is digits alone. */
const VALIDATOR_CURSOR = /^v([0-9]{1,4})$/

/** What the module's queries say of a party. */
interface PartyJson {
  readonly party: Omit<MemberParty, 'active' | 'account' | 'operators'> & {
    readonly partyId: string
    readonly operators: readonly string[]
  }
  readonly account: Address
  readonly active: boolean
}

type View = Pick<StateView, 'header' | 'query'>

/** Joins the parties that the state knows with the validators: a party runs the validator whose organization is its id. */
export function membersOf(view: View, validators: readonly ValidatorRecord[], request: MembersRequest): Result<MembersPage> {
  const { cursor, limit, role } = request
  const { height } = view.header
  const start = VALIDATOR_CURSOR.exec(cursor ?? '')?.[1]
  if (start !== undefined) return ok({ height, ...unregistered(view, validators, Number(start), limit) })
  const args = { limit, ...(cursor === undefined ? {} : { cursor }), ...(role === undefined ? {} : { role }) }
  const page = view.query(MODULE, 'parties', args)
  if (!page.ok) return page
  const { items, nextCursor } = page.value as unknown as { readonly items: readonly PartyJson[]; readonly nextCursor?: string }
  const members = items.map((party) => memberOf(party, validators))
  if (nextCursor !== undefined) return ok({ height, items: members, nextCursor })
  if (role !== undefined) return ok({ height, items: members })
  const rest = unregistered(view, validators, 0, limit - members.length)
  return ok({ height, ...rest, items: [...members, ...rest.items] })
}

/** `organizations/unknown-party` for one that is neither. */
export function memberNamed(
  view: View,
  validators: readonly ValidatorRecord[],
  organization: string,
): Result<{ readonly member: Member; readonly height: number }> {
  const { height } = view.header
  const party = view.query(MODULE, 'party', { partyId: organization })
  if (party.ok) return ok({ member: memberOf(party.value as unknown as PartyJson, validators), height })
  const validator = validatorOf(organization, validators)
  if (validator !== undefined) return ok({ member: { organization, validator }, height })
  return party.error.code === UNKNOWN_PARTY ? err(unknownParty(view, organization)) : party
}

/** `organizations/unknown-party`, with the one that was meant. */
export function unknownParty(view: View, partyId: string): Rejection {
  const page = view.query(MODULE, 'parties', { limit: COMPARED_MAX })
  const items = page.ok ? (page.value as unknown as { readonly items: readonly PartyJson[] }).items : []
  const meant = didYouMean(
    partyId,
    items.map(({ party }) => party.partyId),
  )
  return reject(UNKNOWN_PARTY, `there is no party ${partyId}${meant}`, { hint: 'member_list has all.' })
}

function memberOf({ party, account, active }: PartyJson, validators: readonly ValidatorRecord[]): Member {
  const { partyId, name, country, lei, uscc, bic, roles, kyc, registeredAtMs, operators } = party
  const { status, validUntilMs, changedAtMs } = kyc
  const validator = validatorOf(partyId, validators)
  return {
    organization: partyId,
    party: {
      ...{ name, country, roles, active, account, registeredAtMs, operators: operators.length },
      ...(lei === undefined ? {} : { lei }),
      ...(uscc === undefined ? {} : { uscc }),
      ...(bic === undefined ? {} : { bic }),
      kyc: { status, changedAtMs, ...(validUntilMs === undefined ? {} : { validUntilMs }) },
    },
    ...(validator === undefined ? {} : { validator }),
  }
}

function validatorOf(organization: string, validators: readonly ValidatorRecord[]): Member['validator'] {
  const index = validators.findIndex((record) => record.organization === organization)
  const record = validators[index]
  return record === undefined ? undefined : { index, peerId: record.peerId, consensusKey: record.consensusKey.bytes }
}

/** Validators that no party runs, from an index on. */
function unregistered(
  view: View,
  validators: readonly ValidatorRecord[],
  start: number,
  limit: number,
): { readonly items: readonly Member[]; readonly nextCursor?: string } {
  const items: Member[] = []
  for (const [index, { organization }] of validators.entries()) {
    if (index < start || isRegistered(view, organization)) continue
    if (items.length >= limit) return { items, nextCursor: `v${index}` }
    const validator = validatorOf(organization, validators)
    items.push({ organization, ...(validator === undefined ? {} : { validator }) })
  }
  return { items }
}

function isRegistered(view: View, partyId: string): boolean {
  const args: Json = { partyId }
  return view.query(MODULE, 'party', args).ok
}
