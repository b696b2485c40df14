import { listRoot, proveAbsence, sortedEntries, subjectKey, subjectKeys } from '@hanse/modules'
import { assert } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'

/** Who trades, beside the firms that send transfers to each other: their accounts are their own, so that the bank of oracle 10 knows its. */
interface Trader {
  readonly partyId: string
  readonly country: string
  readonly roles: readonly string[]
}

export const TRADERS: readonly Trader[] = [
  { partyId: 'settlement-bank', country: 'CN', roles: ['bank', 'clearing-bank'] },
  { partyId: 'sbv', country: 'VN', roles: ['bank'] },
  { partyId: 'foshan-bank', country: 'CN', roles: ['bank'] },
  { partyId: 'viet-bank', country: 'VN', roles: ['bank'] },
  { partyId: 'capped-bank', country: 'VN', roles: ['bank'] },
  { partyId: 'lp', country: 'HK', roles: ['bank'] },
  { partyId: 'poor-lp', country: 'HK', roles: ['bank'] },
  { partyId: 'funder', country: 'CN', roles: ['bank'] },
  { partyId: 'rival', country: 'CN', roles: ['bank'] },
  { partyId: 'poor-funder', country: 'CN', roles: ['bank'] },
  { partyId: 'core', country: 'CN', roles: ['core'] },
  { partyId: 'nanhai', country: 'CN', roles: ['supplier'] },
  { partyId: 'sanshui', country: 'CN', roles: ['supplier'] },
  { partyId: 'go-viet', country: 'VN', roles: ['supplier'] },
  { partyId: 'tax', country: 'CN', roles: ['tax-authority'] },
  { partyId: 'desk', country: 'CN', roles: ['sanctions-desk'] },
  { partyId: 'court', country: 'CN', roles: ['court'] },
]

/** The business date of the whole run, in UTC+8. */
export const TODAY = '2027-01-15'
export const DUE_DATE = '2027-05-15'
export const LINE_ID = 'F-1'
/** How long what is offered stands, whatever happens to the network meanwhile. */
export const OFFER_MS = 24 * 3600 * 1000
export const SANCTIONS = 'sanctions'
export const LIST_VERSION = 1

/** Entries of the sanctions list. */
const LISTED = 16
const MUCH_CNY = '100000000000'
const MUCH_VND = '100000000000000'

/** What stands in the genesis of a chain on which there is trade: nothing but who has what; terms are those that the modules have by default. */
export const TRADE_GENESIS: { readonly currencies: Json[]; readonly balances: Json[] } = {
  currencies: [
    { currency: 'CNY', issuer: 'settlement-bank' },
    { currency: 'VND', issuer: 'sbv' },
  ],
  balances: [
    ...['foshan-bank', 'funder', 'rival', 'core'].map((partyId) => ({ partyId, currency: 'CNY', amount: MUCH_CNY })),
    ...['lp', 'viet-bank'].map((partyId) => ({ partyId, currency: 'VND', amount: MUCH_VND })),
  ],
}

const LEI_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LEI_MODULUS = 97n

/** A valid LEI of the trader at this place (ISO 17442: ISO 7064 MOD 97-10). */
export function leiOf(partyId: string): string {
  const place = TRADERS.findIndex((trader) => trader.partyId === partyId)
  assert(place >= 0, `${partyId} does not trade`)
  const stem = `300300SIMU${`${place + 1}`.padStart(8, '0')}`
  const digits = [...`${stem}00`].map((letter) => LEI_DIGITS.indexOf(letter)).join('')
  return `${stem}${`${LEI_MODULUS + 1n - (BigInt(digits) % LEI_MODULUS)}`.padStart(2, '0')}`
}

interface SanctionsList {
  readonly head: { readonly version: number; readonly root: string; readonly count: number }
  /** Of debtor and creditor of every payment: they are on it under none of their keys. */
  readonly absences: readonly Json[]
}

let list: SanctionsList | undefined

/** On the list is nobody who trades. */
export function sanctionsList(): SanctionsList {
  list ??= makeList()
  return list
}

function makeList(): SanctionsList {
  const entries = sortedEntries(Array.from({ length: LISTED }, (_, number) => subjectKey({ name: `Listed ${number}`, country: 'KP' })))
  const subjects = [...subjectKeys({ ...DEBTOR, lei: leiOf(DEBTOR.partyId) }), ...subjectKeys(CREDITOR)]
  return {
    head: { version: LIST_VERSION, root: listRoot(entries), count: entries.length },
    absences: subjects.map((key) => proveAbsence(entries, key) as unknown as Json),
  }
}

/** Who pays across the border, and who is paid, as a payment has them. */
export const DEBTOR = {
  partyId: 'core',
  name: 'core',
  street: 'Fengxiang Road 1',
  town: 'Foshan',
  country: 'CN',
  account: '6222020000000001',
}
export const CREDITOR = { partyId: 'go-viet', name: 'go-viet', town: 'Thu Dau Mot', country: 'VN', account: '0071000000001' }
