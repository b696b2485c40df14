import { createKeyPair, type KeyPair } from '@hanse/crypto'
import type { Address } from '@hanse/primitives'
import { bytesToHex } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'

/** Genesis time of the tests: 2026-03-02 08:00 in UTC+8, a Monday. */
export const START_MS = 1_772_409_600_000
export const DAY_MS = 86_400_000
/** Ten years later. */
export const KYC_UNTIL_MS = START_MS + 3_650 * DAY_MS

const keys = new Map<string, KeyPair>()

/** A key that depends on its name alone. */
export function keyOf(name: string): KeyPair {
  const known = keys.get(name)
  if (known !== undefined) return known
  const seed = new Uint8Array(32)
  for (const [index, character] of [...name].entries())
    seed[index % 32] = ((seed[index % 32] as number) * 31 + character.charCodeAt(0)) & 0xff
  const pair = createKeyPair(seed)
  keys.set(name, pair)
  return pair
}

/** Address of an operator of the cast: `address('bank-a', 'checker')`. */
export function address(partyId: string, operator: 'maker' | 'checker' = 'maker'): Address {
  return keyOf(`${partyId}/${operator}`).address
}

/** Both operators, for what needs four eyes. */
export function both(partyId: string): readonly [Address, Address] {
  return [address(partyId, 'maker'), address(partyId, 'checker')]
}

export function operatorTerms(name: string, roles: readonly string[], personRef = name): { readonly [key: string]: Json } {
  const { algorithm, publicKey } = keyOf(name)
  return { algorithm, publicKey: bytesToHex(publicKey), roles: [...roles], personRef }
}

export interface CastMember {
  readonly partyId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly lei?: string
  readonly uscc?: string
  readonly country?: string
}

const LEI_FIRST = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** A valid LEI made from a number: for parties that the domain's demo does not name. */
export function leiOf(number: number): string {
  const stem = `300300TEST${`${number}`.padStart(8, '0')}`
  const digits = [...`${stem}00`].map((character) => LEI_FIRST.indexOf(character)).join('')
  const check = 98 - Number(BigInt(digits) % 97n)
  return `${stem}${`${check}`.padStart(2, '0')}`
}

export const CAST: readonly CastMember[] = [
  { partyId: 'association', name: 'Foshan Chain Association', roles: ['registrar'], lei: leiOf(1) },
  { partyId: 'settlement-bank', name: 'Settlement Bank', roles: ['bank', 'clearing-bank'], lei: leiOf(2) },
  { partyId: 'bank-a', name: 'Bank A', roles: ['bank'], lei: leiOf(3) },
  { partyId: 'bank-b', name: 'Bank B', roles: ['bank'], lei: leiOf(4) },
  { partyId: 'shunhe', name: 'Foshan Shunhe Appliance', roles: ['core'], lei: '300300DEMFSSHAPP0163', uscc: '91440606MADEM10019' },
  { partyId: 'nanhai', name: 'Nanhai Precision', roles: ['supplier'], uscc: '91440605MADEM20025' },
  { partyId: 'sanshui', name: 'Sanshui Fastener', roles: ['supplier'], uscc: '91440607MADEM3003C' },
  { partyId: 'gaoming', name: 'Gaoming Steel', roles: ['supplier'], lei: leiOf(5) },
  { partyId: 'regulator', name: 'Financial Regulator', roles: ['regulator'], lei: leiOf(6) },
  { partyId: 'court', name: 'Foshan Court', roles: ['court'], lei: leiOf(7) },
  { partyId: 'tax', name: 'Tax Authority', roles: ['tax-authority'], lei: leiOf(8) },
]

function genesisParty({ partyId, name, roles, lei, uscc, country = 'CN' }: CastMember): Json {
  return {
    party: { partyId, name, country, roles: [...roles], ...(lei === undefined ? {} : { lei }), ...(uscc === undefined ? {} : { uscc }) },
    operators: [operatorTerms(`${partyId}/maker`, ['maker']), operatorTerms(`${partyId}/checker`, ['checker'])],
    kycValidUntilMs: KYC_UNTIL_MS,
  }
}

export function organizationsGenesis(members: readonly CastMember[] = CAST): Json {
  return { parties: members.map(genesisParty) }
}

export const SETTLEMENT_GENESIS: Json = {
  currencies: [
    { currency: 'CNY', issuer: 'settlement-bank' },
    { currency: 'VND', issuer: 'settlement-bank', fourEyesFrom: '1000000' },
  ],
  balances: [],
}
