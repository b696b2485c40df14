import { type Address, didYouMean, err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { type EpochRecord, epochAfter, type Json, type Observer, type ValidatorRecord } from '@hanse/protocol'
import type { Member, MemberParty, MembersPage, MembersRequest } from '@hanse/rpc'
import { observersOf, type StateView } from '@hanse/state'

const MODULE = 'organizations'
const UNKNOWN_PARTY = 'organizations/unknown-party'
/** Parties that are compared with a name that none has: one page, the first that were registered. */
const COMPARED_MAX = 200
/** A cursor into the places that no party has; one of the module's list is digits alone. */
const PLACE_CURSOR = /^v([0-9]{1,4})$/

/** What the module's queries say of a party. */
interface PartyJson {
  readonly party: Omit<MemberParty, 'active' | 'account' | 'operators'> & {
    readonly partyId: string
    readonly operators: readonly string[]
  }
  readonly account: Address
  readonly active: boolean
}

type View = Pick<StateView, 'header' | 'query' | 'get'>

/** A node's place on the chain: a validator has an index, an observer the height from which on it observes. */
type Place = { readonly organization: string } & Pick<Member, 'validator' | 'observer'>

/** Who validates above the block of a view, by index, then who observes. */
export function placesAt(view: View, validatorsOf: (epoch: EpochRecord['epoch']) => EpochRecord | undefined): readonly Place[] {
  const { validators = [] } = validatorsOf(epochAfter(view.header)) ?? {}
  return [
    ...validators.map((record, index): Place => ({ organization: record.organization, validator: { index, ...keysOf(record) } })),
    ...observersOf(view).map(
      ({ record, partyId, sinceHeight }: Observer): Place => ({
        organization: record.organization,
        observer: { sinceHeight, ...keysOf(record), ...(partyId === undefined ? {} : { partyId }) },
      }),
    ),
  ]
}

function keysOf({ peerId, consensusKey }: ValidatorRecord): { readonly peerId: string; readonly consensusKey: string } {
  return { peerId, consensusKey: consensusKey.bytes }
}

/** Joins the parties that the state knows with the places: a party runs the node whose organization is its id. */
export function membersOf(view: View, places: readonly Place[], request: MembersRequest): Result<MembersPage> {
  const { cursor, limit, role } = request
  const { height } = view.header
  const start = PLACE_CURSOR.exec(cursor ?? '')?.[1]
  if (start !== undefined) return ok({ height, ...unregistered(view, places, Number(start), limit) })
  const args = { limit, ...(cursor === undefined ? {} : { cursor }), ...(role === undefined ? {} : { role }) }
  const page = view.query(MODULE, 'parties', args)
  if (!page.ok) return page
  const { items, nextCursor } = page.value as unknown as { readonly items: readonly PartyJson[]; readonly nextCursor?: string }
  const members = items.map((party) => memberOf(party, places))
  if (nextCursor !== undefined) return ok({ height, items: members, nextCursor })
  if (role !== undefined) return ok({ height, items: members })
  const rest = unregistered(view, places, 0, limit - members.length)
  return ok({ height, ...rest, items: [...members, ...rest.items] })
}

/** `organizations/unknown-party` for one that is none of them. */
export function memberNamed(
  view: View,
  places: readonly Place[],
  organization: string,
): Result<{ readonly member: Member; readonly height: number }> {
  const { height } = view.header
  const party = view.query(MODULE, 'party', { partyId: organization })
  if (party.ok) return ok({ member: memberOf(party.value as unknown as PartyJson, places), height })
  const place = placeOf(organization, places)
  if (place !== undefined) return ok({ member: place, height })
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

function memberOf({ party, account, active }: PartyJson, places: readonly Place[]): Member {
  const { partyId, name, country, lei, uscc, bic, roles, kyc, registeredAtMs, operators } = party
  const { status, validUntilMs, changedAtMs } = kyc
  return {
    ...placeOf(partyId, places),
    organization: partyId,
    party: {
      ...{ name, country, roles, active, account, registeredAtMs, operators: operators.length },
      ...(lei === undefined ? {} : { lei }),
      ...(uscc === undefined ? {} : { uscc }),
      ...(bic === undefined ? {} : { bic }),
      kyc: { status, changedAtMs, ...(validUntilMs === undefined ? {} : { validUntilMs }) },
    },
  }
}

function placeOf(organization: string, places: readonly Place[]): Place | undefined {
  return places.find((place) => place.organization === organization)
}

/** Places that no party has, from one on. */
function unregistered(
  view: View,
  places: readonly Place[],
  start: number,
  limit: number,
): { readonly items: readonly Member[]; readonly nextCursor?: string } {
  const items: Member[] = []
  for (const [index, place] of places.entries()) {
    if (index < start || isRegistered(view, place.organization)) continue
    if (items.length >= limit) return { items, nextCursor: `v${index}` }
    items.push(place)
  }
  return { items }
}

function isRegistered(view: View, partyId: string): boolean {
  const args: Json = { partyId }
  return view.query(MODULE, 'party', args).ok
}
