import { type Rejection, reject } from '@hanse/primitives'
import type { Module } from '@hanse/state'
import { rowsOf } from '../table-rows.ts'
import { canSatisfyFourEyes } from './four-eyes.ts'
import { activeOperators } from './operator-rules.ts'
import { actingRegistrarCount, isActingRegistrar } from './registrar.ts'
import { MODULE_NAME, openProposalCounts, operators, parties, partyIdByLei, partyIdByUscc, proposals } from './store.ts'

const proposalTable = { module: MODULE_NAME, name: 'proposal', table: proposals }
const partyTable = { module: MODULE_NAME, name: 'party', table: parties }
const operatorTable = { module: MODULE_NAME, name: 'operator', table: operators }

function broken(message: string): Rejection {
  return reject('organizations/invariant', message)
}

export const invariants: Module['invariants'] = {
  /** LEI and USCC lead to the one party that has them. */
  'identifiers are unique': (state, keys) => {
    for (const { value: party } of rowsOf(state, keys, partyTable)) {
      const { partyId, lei, uscc } = party
      if (lei !== undefined && partyIdByLei.get(state, lei) !== partyId) return broken(`${lei} does not lead to ${partyId}`)
      if (uscc !== undefined && partyIdByUscc.get(state, uscc) !== partyId) return broken(`${uscc} does not lead to ${partyId}`)
    }
    return undefined
  },
  /** A key that signs is one party's, and that party knows it. Those from before a recovery are only remembered. */
  'operators belong to one party': (state, keys) => {
    for (const { value: operator } of rowsOf(state, keys, operatorTable)) {
      if (operator.status !== 'active') continue
      const party = parties.get(state, operator.partyId)
      if (party?.operators.includes(operator.address) !== true) return broken(`${operator.address} is unknown to ${operator.partyId}`)
    }
    return undefined
  },
  /** Somebody can always admit, renew and reinstate. */
  'a registrar can act': (state, keys) => {
    let acting = 0
    for (const { value: party } of rowsOf(state, keys, partyTable)) if (isActingRegistrar(party)) acting += 1
    const counted = actingRegistrarCount(state)
    return acting > 0 && acting === counted ? undefined : broken(`${acting} registrars can act, ${counted} are counted`)
  },
  /** What bounds them is true. */
  'open proposals are counted': (state, keys) => {
    const open = new Map<string, number>()
    for (const { value } of rowsOf(state, keys, proposalTable)) open.set(value.partyId, (open.get(value.partyId) ?? 0) + 1)
    for (const { value: party } of rowsOf(state, keys, partyTable)) {
      const [found, counted] = [open.get(party.partyId) ?? 0, openProposalCounts.get(state, party.partyId) ?? 0]
      if (found !== counted) return broken(`${party.partyId} has ${found} open proposals, ${counted} are counted`)
    }
    return undefined
  },
  /** No party locks itself out of what needs four eyes. */
  'every party can satisfy four eyes': (state, keys) => {
    for (const { value: party } of rowsOf(state, keys, partyTable)) {
      if (!canSatisfyFourEyes(activeOperators(state, party))) return broken(`${party.partyId} cannot satisfy four eyes`)
    }
    return undefined
  },
}
