import { createHash } from 'node:crypto'
import { createKeyPair, type KeyPair } from '@hanse/crypto'
import { MODULES } from '@hanse/modules'
import { bytesToHex } from '@hanse/primitives'
import { type Chain, DEFAULT_CHAIN_PARAMS, encodeGenesis, type Genesis, type Json, KEY_ALGORITHM, parseGenesis } from '@hanse/protocol'

const NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier'] as const
const YEAR_MS = 365 * 24 * 3600 * 1000

/** As the devnet derives its public keys: what signs for the devnet signs here. */
function publicKnownKey(name: string): KeyPair & { readonly seed: Uint8Array } {
  const seed = new Uint8Array(createHash('sha256').update(`hanse devnet, public demo key, worth nothing: ${name}`).digest())
  return { ...createKeyPair(seed), seed }
}

export const consensusKey = (organization: string): KeyPair => publicKnownKey(`node/${organization}/consensus`)
/** An operator's key: `operatorKey('bank-a', 'maker')`. */
export const operatorKey = (party: string, operator: 'maker' | 'checker'): KeyPair & { readonly seed: Uint8Array } =>
  publicKnownKey(`${party}/${operator}`)

/** Fictional; every check digit is valid. */
const PARTIES: readonly {
  readonly partyId: string
  readonly name: string
  readonly uscc: string
  readonly lei?: string
  readonly bic?: string
  readonly roles: readonly string[]
}[] = [
  { partyId: 'bank-a', name: 'Demo Bank A', uscc: '91440600MADEMBKA11', bic: 'DEMACNB0', roles: ['bank', 'clearing-bank'] },
  { partyId: 'bank-b', name: 'Demo Bank B', uscc: '91440600MADEMBKB25', bic: 'DEMBCNB0', roles: ['bank'] },
  {
    partyId: 'shunhe',
    name: 'Foshan Shunhe Appliance Co., Ltd.',
    uscc: '91440606MADEM10019',
    lei: '300300DEMFSSHAPP0163',
    roles: ['core'],
  },
  { partyId: 'nanhai', name: 'Nanhai Precision Mould Co., Ltd.', uscc: '91440605MADEM20025', roles: ['supplier'] },
  { partyId: 'tax', name: 'Demo Tax Authority', uscc: '11440600MADEMTAX5J', roles: ['tax-authority'] },
  { partyId: 'regulator', name: 'Demo Financial Regulator', uscc: '11440000MADEMREG6Q', roles: ['regulator', 'registrar'] },
]

function operatorsOf(partyId: string): Json {
  return (['maker', 'checker'] as const).map((role) => {
    const publicKey = bytesToHex(operatorKey(partyId, role).publicKey)
    return { publicKey, algorithm: KEY_ALGORITHM.ed25519, roles: [role], personRef: `${partyId}-${role}` }
  })
}

function statesAt(timeMs: number): Readonly<Record<string, Json>> {
  const parties = PARTIES.map((party) => ({
    party: { ...party, country: 'CN', roles: [...party.roles] },
    operators: operatorsOf(party.partyId),
    kycValidUntilMs: timeMs + YEAR_MS,
  }))
  const balances = ['bank-a', 'bank-b'].map((partyId) => ({ partyId, currency: 'CNY', amount: '10000000000' }))
  return { organizations: { parties }, settlement: { currencies: [{ currency: 'CNY', issuer: 'bank-a' }], balances } }
}

function genesisAt(timeMs: number): Genesis {
  const states = statesAt(timeMs)
  return {
    version: 1,
    chainId: 20_260,
    name: 'solo',
    timeMs,
    params: DEFAULT_CHAIN_PARAMS,
    validators: NAMES.map((organization, index) => ({
      organization,
      consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(consensusKey(organization).publicKey) },
      peerId: `12D3KooWSolo${index}`,
      addresses: [`127.0.0.1:${10_545 + index}`],
    })),
    modules: MODULES.map(({ name, version }) => {
      const genesis = states[name]
      return { name, version, ...(genesis === undefined ? {} : { genesis }) }
    }),
  }
}

export const GENESIS_BYTES: Uint8Array = encodeGenesis(genesisAt(Date.now() - 60_000))

function parsed(bytes: Uint8Array): Chain {
  const chain = parseGenesis(bytes)
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

export const CHAIN: Chain = parsed(GENESIS_BYTES)
