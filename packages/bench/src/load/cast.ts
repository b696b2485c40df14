import { createSigner, type LocalSigner, sha256Native } from '@hanse/crypto-native'
import { type DemoOperator, operatorKey } from '@hanse/devnet'
import { type Address, assert, bytesToHex, utf8ToBytes } from '@hanse/primitives'
import { addressOfPublicKey, type Genesis, type Json, KEY_ALGORITHM } from '@hanse/protocol'

/** Parties that take part in the load beside the devnet's own. */
export const LOAD_PARTIES = 512
const OPERATORS = ['maker', 'checker'] as const satisfies readonly DemoOperator[]

const YEAR_MS = 365 * 24 * 3600 * 1000
/** What each begins with, in minor units: it is never used up. */
const BALANCE = '1000000000000'

/**
 * Parties come in fours, who trade with each other: a bank, a core firm and two suppliers. All of them are banks too, so that payments
 * across a border have as many senders as any load.
 */
const PARTIES_PER_GROUP = 4
const LOAD_GROUPS = LOAD_PARTIES / PARTIES_PER_GROUP
const GROUP_ROLES = [
  ['bank', 'clearing-bank'],
  ['core', 'bank'],
  ['supplier', 'bank'],
  ['supplier', 'bank'],
] as const

/** `load-007`. */
export function loadPartyId(index: number): string {
  return `load-${`${index}`.padStart(3, '0')}`
}

/** ISO 17442 with its check digits, of a firm that does not exist. */
export function loadPartyLei(index: number): string {
  const body = `HANSELOAD${`${index}`.padStart(9, '0')}`
  const digits = [...`${body}00`].map((character) => Number.parseInt(character, 36)).join('')
  return `${body}${`${98n - (BigInt(digits) % 97n)}`.padStart(2, '0')}`
}

/** Of a party by its id. */
export function loadPartyLeiOf(partyId: string): string {
  return loadPartyLei(Number(partyId.slice(partyId.lastIndexOf('-') + 1)))
}

/** A key that sends. */
export interface LoadSender {
  readonly partyId: string
  readonly address: Address
  readonly publicKey: Uint8Array
  readonly signer: LocalSigner
}

/** Keys that everybody knows, for the bench's own networks and nothing else; made by native code, for they are many. */
function loadSender(partyId: string, operator: DemoOperator): LoadSender {
  const seed = sha256Native(utf8ToBytes(`hanse bench, public key, worth nothing: ${partyId}/${operator}`))
  const signer = createSigner(seed)
  const { publicKey } = signer
  return { partyId, address: addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey), publicKey, signer }
}

function devnetSender(partyId: string, operator: DemoOperator): LoadSender {
  const { seed, address, publicKey } = operatorKey(partyId, operator)
  return { partyId, address, publicKey, signer: createSigner(seed) }
}

/** A party with the two who sign for it. */
export interface LoadParty {
  readonly partyId: string
  readonly maker: LoadSender
  readonly checker: LoadSender
}

export function loadParty(partyId: string): LoadParty {
  return { partyId, maker: loadSender(partyId, 'maker'), checker: loadSender(partyId, 'checker') }
}

/** A party of every devnet. */
export function devnetParty(partyId: string): LoadParty {
  return { partyId, maker: devnetSender(partyId, 'maker'), checker: devnetSender(partyId, 'checker') }
}

export function sendersOf(parties: readonly LoadParty[]): readonly LoadSender[] {
  return parties.flatMap(({ maker, checker }) => [maker, checker])
}

/** Four parties who trade with each other and with nobody else. */
export interface LoadGroup {
  readonly bank: LoadParty
  readonly core: LoadParty
  readonly suppliers: readonly [LoadParty, LoadParty]
}

/** The groups of one client of several. */
export function loadGroups(client: number, clients: number): readonly LoadGroup[] {
  const own = Array.from({ length: LOAD_GROUPS }, (_, group) => group).filter((group) => group % clients === client)
  return own.map((group) => {
    const member = (place: number): LoadParty => loadParty(loadPartyId(group * PARTIES_PER_GROUP + place))
    return { bank: member(0), core: member(1), suppliers: [member(2), member(3)] }
  })
}

/** The devnet's first state with the load's parties in it: registered, with money. */
export function withLoadCast(genesis: Genesis): Genesis {
  const ids = Array.from({ length: LOAD_PARTIES }, (_, index) => loadPartyId(index))
  const parties = ids.map((partyId, index) => partyJson(partyId, index, genesis.timeMs))
  const balances = ids.flatMap((partyId) => ['CNY', 'VND'].map((currency) => ({ partyId, currency, amount: BALANCE })))
  const added: Readonly<Record<string, readonly [list: string, items: readonly Json[]]>> = {
    organizations: ['parties', parties],
    settlement: ['balances', balances],
  }
  const modules = genesis.modules.map((entry) => {
    const more = added[entry.name]
    return more === undefined ? entry : { ...entry, genesis: withItems(entry.genesis, ...more) }
  })
  return { ...genesis, modules }
}

function withItems(json: Json | undefined, list: string, items: readonly Json[]): Json {
  const state = json as { readonly [name: string]: Json } | undefined
  const known = state?.[list]
  assert(state !== undefined && Array.isArray(known), `the first state has a list of ${list}`)
  return { ...state, [list]: [...known, ...items] }
}

function partyJson(partyId: string, index: number, timeMs: number): Json {
  const operators = OPERATORS.map((operator) => ({
    publicKey: bytesToHex(loadSender(partyId, operator).publicKey),
    algorithm: KEY_ALGORITHM.ed25519,
    roles: [operator],
    personRef: `${partyId}-${operator}`,
  }))
  const roles = [...(GROUP_ROLES[index % PARTIES_PER_GROUP] as readonly string[])]
  const party = { partyId, name: `Load ${index}`, country: 'CN', roles, lei: loadPartyLei(index) }
  return { party, operators, kycValidUntilMs: timeMs + YEAR_MS }
}
