import type { Rejection } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import { isCountry, isLei, requireActiveParty } from '../organizations/api.ts'
import type { Details, Person } from './codecs.ts'
import { ibanFault } from './iban.ts'
import { PURPOSES } from './reasons.ts'
import { refuse } from './rejections.ts'

/** What FATF R.16 demands of whom, and the code for its absence. */
const DEBTOR = {
  code: 'payments/debtor-incomplete',
  account: 'payments/debtor-account-missing',
  members: ['name', 'street', 'town', 'country'],
} as const
const CREDITOR = {
  code: 'payments/creditor-incomplete',
  account: 'payments/creditor-account-missing',
  members: ['name', 'town', 'country'],
} as const

function gapOf(person: Person, { code, account, members }: typeof DEBTOR | typeof CREDITOR, path: string): Rejection | undefined {
  for (const member of members) {
    if (person[member] === undefined) return refuse(code, `${path} has no ${member}`, `details.${path}.${member}`)
  }
  if (person.iban !== undefined || person.account !== undefined) return undefined
  return refuse(account, `${path} has no account`, `details.${path}.account`)
}

function formFault({ country, lei, iban, account }: Person, path: string): Rejection | undefined {
  if (country !== undefined && !isCountry(country)) return refuse('payments/bad-country', `${country} is none`, `details.${path}.country`)
  if (lei !== undefined && !isLei(lei)) return refuse('payments/bad-lei', `${lei} is no LEI`, `details.${path}.lei`)
  if (iban === undefined) return undefined
  if (account !== undefined) return refuse('payments/bad-account', `${path} has two accounts`, `details.${path}.account`)
  return ibanFault(iban) === undefined ? undefined : refuse('payments/bad-account', `${iban} is no IBAN`, `details.${path}.iban`)
}

/** Who is registered on the chain is who it says it is. */
function partyFault(state: StateReader, { partyId, name, lei, country }: Person, timeMs: number, path: string): Rejection | undefined {
  if (partyId === undefined) return undefined
  const party = requireActiveParty(state, partyId, timeMs, { path: `details.${path}.partyId` })
  if (!party.ok) return party.error
  const given = { name, lei: lei ?? party.value.lei, country }
  for (const member of ['name', 'lei', 'country'] as const) {
    if (given[member] === party.value[member]) continue
    const message = `${partyId} is registered with ${party.value[member] ?? `no ${member}`}, not ${given[member]}`
    return refuse('payments/party-mismatch', message, `details.${path}.${member}`)
  }
  return undefined
}

/** ACTC: what the travel rule and the standard demand of the details is there, and right as far as it can be seen. */
export function detailsFault(state: StateReader, { debtor, creditor, purpose }: Details, timeMs: number): Rejection | undefined {
  const fault =
    gapOf(debtor, DEBTOR, 'debtor') ??
    gapOf(creditor, CREDITOR, 'creditor') ??
    formFault(debtor, 'debtor') ??
    formFault(creditor, 'creditor') ??
    partyFault(state, debtor, timeMs, 'debtor') ??
    partyFault(state, creditor, timeMs, 'creditor')
  if (fault !== undefined) return fault
  return PURPOSES.has(purpose) ? undefined : refuse('payments/bad-purpose', `${purpose} is no purpose`, 'details.purpose')
}
