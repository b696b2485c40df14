import { err, ok, type Result } from '@hanse/primitives'
import { address, CLIENT_REF_LENGTH_MAX, choice, hash, list, message, optional, partyAddress, text, uint } from '@hanse/protocol'
import { defineQuery, type StateReader } from '@hanse/state'
import { hanse } from '../../generated/organizations.js'
import { partyId } from '../fields.ts'
import { isActive } from './api.ts'
import {
  classificationCodec,
  firstUseCodec,
  operatorCodec,
  type Party,
  type PartyView,
  partyViewCodec,
  proposalCodec,
  ROLES,
} from './codecs.ts'
import { OPERATORS_PER_PARTY_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from './limits.ts'
import { refuse } from './rejections.ts'
import { ALL_PARTIES, classifications, firstUses, operators, parties, partyIdByLei, partyIdByUscc, partyIds, proposals } from './store.ts'

const wire = hanse.organizations.v1
/** Parties looked at for one page of a list by role. */
const PARTIES_SCANNED_MAX = 2_000

const partyArgs = message(wire.PartyArgs, { partyId: partyId() })

function viewOf(party: Party, timeMs: number): PartyView {
  return { party, account: partyAddress(party.partyId), active: isActive(party, timeMs) }
}

function found(state: StateReader, id: string | undefined, what: string, timeMs: number): Result<PartyView> {
  const party = id === undefined ? undefined : parties.get(state, id)
  return party === undefined ? err(refuse('organizations/unknown-party', `there is no party ${what}`)) : ok(viewOf(party, timeMs))
}

export const party = defineQuery({
  summary: 'A party by its id',
  args: partyArgs,
  result: partyViewCodec,
  read: ({ timeMs }, state, args) => found(state, args.partyId, args.partyId, timeMs),
})

export const partyByLei = defineQuery({
  summary: 'The party that has a LEI',
  args: message(wire.LeiArgs, { lei: text({ max: 20 }) }),
  result: partyViewCodec,
  read: ({ timeMs }, state, { lei }) => found(state, partyIdByLei.get(state, lei), `with LEI ${lei}`, timeMs),
})

export const partyByUscc = defineQuery({
  summary: 'The party that has a USCC',
  args: message(wire.UsccArgs, { uscc: text({ max: 18 }) }),
  result: partyViewCodec,
  read: ({ timeMs }, state, { uscc }) => found(state, partyIdByUscc.get(state, uscc), `with USCC ${uscc}`, timeMs),
})

export const listParties = defineQuery({
  summary: 'Parties in the order of their registration, all or those with a role; a page may be short',
  args: message(wire.ListArgs, {
    role: optional(choice(...ROLES)),
    cursor: optional(text({ max: 16, pattern: /^[0-9]+$/, words: 'nextCursor of the page before' })),
    limit: optional(uint({ min: 1, max: PAGE_SIZE_MAX })),
  }),
  result: message(wire.PartyPage, { items: list(partyViewCodec, { max: PAGE_SIZE_MAX }), nextCursor: optional(text({ max: 16 })) }),
  read: ({ timeMs }, state, { role, cursor, limit = PAGE_SIZE_DEFAULT }) => {
    const start = Number(cursor ?? '0')
    const items: PartyView[] = []
    let position = start
    for (const id of partyIds.page(state, ALL_PARTIES, start, PARTIES_SCANNED_MAX)) {
      if (items.length === limit) break
      const one = parties.require(state, id)
      if (role === undefined || one.roles.includes(role)) items.push(viewOf(one, timeMs))
      position += 1
    }
    const more = position < partyIds.count(state, ALL_PARTIES)
    return ok(more ? { items, nextCursor: `${position}` } : { items })
  },
})

export const operator = defineQuery({
  summary: 'The operator of an address: whose key it is and whether it is active',
  args: message(wire.AddressArgs, { address: address() }),
  result: operatorCodec,
  read: (_block, state, args) => {
    const one = operators.get(state, args.address)
    return one === undefined ? err(refuse('organizations/unknown-operator', `${args.address} is no operator`)) : ok(one)
  },
})

export const operatorsOfParty = defineQuery({
  summary: 'All keys that a party has or had',
  args: partyArgs,
  result: message(wire.OperatorList, { items: list(operatorCodec, { max: OPERATORS_PER_PARTY_MAX }) }),
  read: (_block, state, args) => {
    const one = parties.get(state, args.partyId)
    if (one === undefined) return err(refuse('organizations/unknown-party', `there is no party ${args.partyId}`))
    return ok({ items: one.operators.map((key) => operators.require(state, key)) })
  },
})

export const classification = defineQuery({
  summary: 'Who owns or controls a party, and whether it is small; empty where the registrar has not said',
  args: partyArgs,
  result: message(wire.ClassificationView, { partyId: partyId(), classification: optional(classificationCodec) }),
  read: (_block, state, args) => {
    const one = classifications.get(state, args.partyId)
    return ok(one === undefined ? { partyId: args.partyId } : { partyId: args.partyId, classification: one })
  },
})

export const proposal = defineQuery({
  summary: 'An open four-eyes proposal',
  args: message(wire.ProposalArgs, { partyId: partyId(), callDigest: hash() }),
  result: proposalCodec,
  read: ({ timeMs }, state, args) => {
    const open = proposals.get(state, [args.partyId, args.callDigest])
    return open === undefined || open.expiresAtMs <= timeMs
      ? err(refuse('organizations/no-proposal', `${args.partyId} has no open proposal of ${args.callDigest}`))
      : ok(open)
  },
})

export const clientRef = defineQuery({
  summary: 'The transaction in which a party first used a clientRef; empty when it has not',
  args: message(wire.ClientRefArgs, { partyId: partyId(), clientRef: text({ max: CLIENT_REF_LENGTH_MAX }) }),
  result: message(wire.ClientRefView, { first: optional(firstUseCodec) }),
  read: (_block, state, args) => {
    const first = firstUses.get(state, [args.partyId, args.clientRef])
    return ok(first === undefined ? {} : { first })
  },
})
