import { MODULES } from '@hanse/modules'
import { peerIdFromSeed } from '@hanse/p2p/addresses'
import { bytesToHex } from '@hanse/primitives'
import {
  DEFAULT_CHAIN_PARAMS,
  type Genesis,
  type Json,
  KEY_ALGORITHM,
  NEWEST_PROTOCOL_VERSION,
  type ValidatorRecord,
} from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
import { DEMO_PARTIES, type DemoParty, operatorKey } from './cast.ts'
import { type DemoKey, demoKey } from './demo-keys.ts'
import { DEVNET_CHAIN_ID, HEARTBEAT_MS_DEFAULT, type NodeEndpoints } from './topology.ts'

const YEAR_MS = 365 * 24 * 3600 * 1000
/** What each bank begins with, in minor units of CNY: 100 million yuan. */
const BANK_BALANCE = '10000000000'

export function consensusKey(node: string): DemoKey {
  return demoKey(`node/${node}/consensus`)
}

export function identityKey(node: string): DemoKey {
  return demoKey(`node/${node}/identity`)
}

export function validatorRecord({ name, p2pPort }: NodeEndpoints): ValidatorRecord {
  return {
    organization: name,
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(consensusKey(name).publicKey) },
    peerId: peerIdFromSeed(identityKey(name).seed),
    addresses: [`127.0.0.1:${p2pPort}`],
  }
}

function operators({ partyId }: DemoParty): Json[] {
  return (['maker', 'checker'] as const).map((name) => {
    const key = operatorKey(partyId, name)
    return { publicKey: bytesToHex(key.publicKey), algorithm: KEY_ALGORITHM.ed25519, roles: [name], personRef: `${partyId}-${name}` }
  })
}

function organizationsGenesis(timeMs: number, parties: readonly DemoParty[]): Json {
  return {
    parties: parties.map((party) => {
      const { kind: _, ...terms } = party
      return { party: { ...terms, roles: [...terms.roles] }, operators: operators(party), kycValidUntilMs: timeMs + YEAR_MS }
    }),
  }
}

/** Dong are issued where their issuer is a member. */
function settlementGenesis(demo: boolean): Json {
  return {
    currencies: [{ currency: 'CNY', issuer: 'bank-a' }, ...(demo ? [{ currency: 'VND', issuer: 'dong-issuer' }] : [])],
    balances: ['bank-a', 'bank-b'].map((partyId) => ({ partyId, currency: 'CNY', amount: BANK_BALANCE })),
  }
}

/** Who votes for a validator whose party has another name. */
const VOTERS: Readonly<Record<string, string>> = { 'core-firm': 'shunhe', supplier: 'nanhai' }

function governanceGenesis(nodes: readonly NodeEndpoints[], parties: readonly DemoParty[]): Json {
  const members = nodes.flatMap(({ name }) => {
    const partyId = VOTERS[name]
    return partyId !== undefined && parties.some((party) => party.partyId === partyId) ? [{ organization: name, partyId }] : []
  })
  return { members }
}

/** The first state of a devnet. With `demo` it has the cast of the stories; without, only the registrar and the issuing bank. */
export function devnetGenesis(
  nodes: readonly NodeEndpoints[],
  timeMs: number,
  demo: boolean,
  own: readonly InstalledModule[] = [],
  heartbeatMs: number = HEARTBEAT_MS_DEFAULT,
): Genesis {
  const parties = demo
    ? DEMO_PARTIES
    : DEMO_PARTIES.filter(({ partyId }) => partyId === 'bank-a' || partyId === 'bank-b' || partyId === 'regulator')
  const states: Readonly<Record<string, Json>> = {
    organizations: organizationsGenesis(timeMs, parties),
    settlement: settlementGenesis(demo),
    governance: governanceGenesis(nodes, parties),
  }
  return {
    version: 1,
    chainId: DEVNET_CHAIN_ID,
    name: 'hanse-devnet',
    timeMs,
    protocolVersion: NEWEST_PROTOCOL_VERSION,
    params: { ...DEFAULT_CHAIN_PARAMS, heartbeatMs },
    validators: nodes.map(validatorRecord),
    modules: [
      ...MODULES.map(({ name, version }) => ({ name, version, ...(states[name] === undefined ? {} : { genesis: states[name] }) })),
      ...own.map(({ name, version, packageHash }) => ({ name, version, ...(packageHash === undefined ? {} : { hash: packageHash }) })),
    ],
  }
}
