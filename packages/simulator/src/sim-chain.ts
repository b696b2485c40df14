import { MODULES } from '@hanse/modules'
import { assert, bytesToHex } from '@hanse/primitives'
import {
  asPeerId,
  asValidatorIndex,
  type Chain,
  DEFAULT_CHAIN_PARAMS,
  FIRST_PROTOCOL_VERSION,
  type Genesis,
  type Json,
  KEY_ALGORITHM,
  type PeerId,
  parseGenesis,
  type ValidatorIndex,
  type ValidatorRecord,
} from '@hanse/protocol'
import { createGenesisState, type GenesisState, type Module } from '@hanse/state'
import { GOVERNOR } from './governor.ts'
import { hashNatively } from './native-hash.ts'
import { simKey } from './sim-keys.ts'
import { leiOf, TRADE_GENESIS, TRADERS } from './trade/cast.ts'

/** When simulated time begins: ms since 1970. */
export const SIM_EPOCH_MS = 1_800_000_000_000
const YEAR_MS = 365 * 24 * 3600 * 1000
/** Firms that send transfers to each other. */
const PARTIES = [
  { partyId: 'bank-a', uscc: '91440600MADEMBKA11', roles: ['bank', 'clearing-bank', 'registrar'] },
  { partyId: 'bank-b', uscc: '91440600MADEMBKB25', roles: ['bank'] },
  { partyId: 'shunhe', uscc: '91440606MADEM10019', roles: ['core'] },
] as const
export const SIM_PARTY_IDS: readonly string[] = PARTIES.map(({ partyId }) => partyId)
export const SIM_CURRENCY = 'CNY'
/** What each of them has at the start. */
export const GENESIS_BALANCE = '1000000000'

export interface SimSender {
  readonly partyId: string
  readonly keyName: string
}

/** Who may send transactions: two operators a firm. */
export const SIM_SENDERS: readonly SimSender[] = PARTIES.flatMap(({ partyId }) =>
  (['maker', 'checker'] as const).map((operator) => ({ partyId, keyName: `${partyId}/${operator}` })),
)

/** Who acts for a validator where its members vote: the firms, as far as they go. */
export const SIM_MEMBERS: readonly { readonly organization: string; readonly partyId: string }[] = PARTIES.map(({ partyId }, index) => ({
  organization: organizationOf(index),
  partyId,
}))

function organizationOf(index: number): string {
  return `validator-${index}`
}

export function validatorKeyName(index: number): string {
  return `validator-${index}`
}

const PEER_PREFIX = 'peer-'

/** What node `index` is to its peers. */
export function simPeer(index: number): PeerId {
  return asPeerId(`${PEER_PREFIX}${index}`)
}

export function nodeOfSimPeer(peer: PeerId): ValidatorIndex {
  return asValidatorIndex(Number(peer.slice(PEER_PREFIX.length)))
}

/** What every simulated node has of modules. Which of them are in force the genesis says. */
export const SIM_MODULES: readonly Module[] = [...MODULES, GOVERNOR]

/** Of the node at this place, as a set of validators has it. */
export function validatorRecord(index: number): ValidatorRecord {
  return {
    organization: organizationOf(index),
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(simKey(validatorKeyName(index)).publicKey) },
    peerId: simPeer(index),
    addresses: [],
  }
}

const chains = new Map<string, Chain>()
const genesisStates = new WeakMap<Chain, GenesisState>()

export interface SimChainOptions {
  /** The same validators with another genesis hash. */
  readonly isSister?: boolean
  /** Members vote on its modules. */
  readonly isVoting?: boolean
  /** Its validators and its version change without a vote. */
  readonly isGoverned?: boolean
  /** It has the modules of trade, and those who trade. */
  readonly isTrading?: boolean
  /** Of the protocol, at the start. Absent: the first. */
  readonly version?: number | undefined
}

/** A real genesis with the real modules, the same in every run. */
export function simChain(validators: number, options: SimChainOptions = {}): Chain {
  // Every simulation begins with its chain.
  hashNatively()
  const { isSister = false, isVoting = false, isGoverned = false, isTrading = false, version = FIRST_PROTOCOL_VERSION } = options
  const name = `${validators} ${isSister} ${isVoting} ${isGoverned} ${isTrading} ${version}`
  const chain = chains.get(name) ?? makeChain(validators, options)
  chains.set(name, chain)
  return chain
}

export function genesisStateOf(chain: Chain): GenesisState {
  const state = genesisStates.get(chain) ?? createGenesisState(chain, SIM_MODULES)
  genesisStates.set(chain, state)
  return state
}

function partyGenesis(party: { readonly partyId: string; readonly [name: string]: Json }): Json {
  return {
    party: { name: party.partyId, country: 'CN', ...party },
    operators: (['maker', 'checker'] as const).map((operator) => ({
      algorithm: KEY_ALGORITHM.ed25519,
      publicKey: bytesToHex(simKey(`${party.partyId}/${operator}`).publicKey),
      roles: [operator],
      personRef: `${party.partyId}-${operator}`,
    })),
    kycValidUntilMs: SIM_EPOCH_MS + YEAR_MS,
  }
}

function statesOf({ isVoting = false, isGoverned = false, isTrading = false }: SimChainOptions): Readonly<Record<string, Json>> {
  const senders = PARTIES.map(({ roles, ...party }) => ({ ...party, roles: [...roles] }))
  const traders = isTrading ? TRADERS.map(({ roles, ...trader }) => ({ ...trader, lei: leiOf(trader.partyId), roles: [...roles] })) : []
  const balances: Json[] = PARTIES.map(({ partyId }) => ({ partyId, currency: SIM_CURRENCY, amount: GENESIS_BALANCE }))
  const currencies: Json[] = isTrading ? TRADE_GENESIS.currencies : [{ currency: SIM_CURRENCY, issuer: 'bank-a' }]
  return {
    organizations: { parties: [...senders, ...traders].map(partyGenesis) },
    supervision: null,
    settlement: { currencies, balances: [...balances, ...(isTrading ? TRADE_GENESIS.balances : [])] },
    ...(isTrading ? { invoices: null, receivables: null, payments: null } : {}),
    ...(isGoverned ? { governor: null } : {}),
    ...(isVoting ? { governance: { members: SIM_MEMBERS.map((member) => ({ ...member })) } } : {}),
  }
}

function makeChain(validators: number, options: SimChainOptions): Chain {
  const { isSister = false, version } = options
  const states = statesOf(options)
  const genesis: Genesis = {
    version: 1,
    chainId: isSister ? 2 : 1,
    name: 'simulation',
    timeMs: SIM_EPOCH_MS,
    ...(version === undefined ? {} : { protocolVersion: version }),
    params: { ...DEFAULT_CHAIN_PARAMS, heartbeatMs: 1_000, maxDriftMs: 2_000 },
    validators: Array.from({ length: validators }, (_, index) => validatorRecord(index)),
    modules: SIM_MODULES.filter(({ name }) => states[name] !== undefined).map(({ name, version }) => ({
      name,
      version,
      genesis: states[name] as Json,
    })),
  }
  const chain = parseGenesis(JSON.parse(JSON.stringify(genesis)) as Json)
  assert(chain.ok, 'the simulated genesis is valid')
  return chain.value
}
