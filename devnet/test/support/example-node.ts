import type { KeyPair } from '@hanse/crypto'
import { governance, settlement } from '@hanse/modules'
import { type Address, bytesToHex, type Hex } from '@hanse/primitives'
import {
  type Chain,
  encodeGenesis,
  encodeTransaction,
  type Json,
  KEY_ALGORITHM,
  parseGenesis,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import type { Module } from '@hanse/state'
import { SoloNode } from '../../../packages/node/test/support/solo-node.ts'
import { fakeEvidence, fakeJournals, fakeNetwork } from '../../../packages/rpc/test/support/fake-observations.ts'
import { operatorKey } from '../../src/cast.ts'
import { consensusKey, devnetGenesis } from '../../src/genesis-recipe.ts'
import { devnetNodes } from '../../src/topology.ts'

type Api = SoloNode['api']

const TIME_MS = 1_760_000_000_000
const BLOCK_MS = 1_000
const EXPIRY_MS = 600_000
const BASE_PORT = 8_545
/** Of the validator that the examples tell evidence of. */
const CULPRIT = 3

/** Signs transactions of the devnet’s cast. */
export const MAKER = operatorKey('bank-a', 'maker')
export const TRANSFER = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '150000', reference: 'invoice 2026-001' }
export const MORE_THAN_THERE_IS = { ...TRANSFER, amount: '999999999999999' }
const PROPOSAL = {
  member: 'bank-a',
  action: { type: 'activateModule', name: 'loyalty', version: 1, hash: `0x${'7e'.repeat(32)}`, atHeight: 100_000 },
  deadlineMs: TIME_MS + 14 * 86_400_000,
  note: 'points for the members of the chain',
}
/** State keys of balances: one of a party that has money, one of a party that has none. */
export const BALANCE_KEY = balanceKey('bank-b')
export const NO_BALANCE_KEY = balanceKey('tax')

function balanceKey(partyId: string): Hex {
  return bytesToHex(settlement.records.balance.keyOf({ partyId, currency: 'CNY' } as never))
}

function devnetChain(): Chain {
  const chain = parseGenesis(encodeGenesis(devnetGenesis(devnetNodes(4, BASE_PORT), TIME_MS, true)))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

/**
 * A devnet as it could have been, always the same, without its network: real modules and blocks, and what only a network has (peers,
 * evidence, views) made up. What the examples of the OpenRPC document are asked of.
 */
export class ExampleNode {
  readonly #chain = devnetChain()
  #timeMs = TIME_MS
  readonly solo = new SoloNode({ chain: this.#chain, nowMs: () => this.#timeMs })
  readonly api: Api = { ...this.solo.api, ...this.#madeUp() }

  constructor() {
    this.solo.isPaused = true
  }

  get nowMs(): number {
    return this.#timeMs
  }

  /** A transfer by `MAKER`, unlike another with the same params. */
  transfer(params: Json, unique: number): Uint8Array {
    return this.#signed('transfer', settlement, params, unique, [MAKER])
  }

  /** What bank-a proposes to the others. */
  proposal(): Uint8Array {
    return this.#signed('propose', governance, PROPOSAL, 0, [MAKER, operatorKey('bank-a', 'checker')])
  }

  #signed(command: string, module: Module, params: Json, unique: number, signers: readonly KeyPair[]): Uint8Array {
    const codec = module.commands[command]?.params
    const parsed = codec?.parseJson(params)
    if (codec === undefined || parsed?.ok !== true) throw new Error(`${command} does not take this`)
    const { genesis, genesisHash } = this.#chain
    const [sender, ...coSigners] = signers.map(({ address }) => address) as [Address, ...Address[]]
    const body = transactionBodyCodec.encode({
      ...{ genesisHash, chainId: genesis.chainId, sender, coSigners, expiresAtMs: TIME_MS + EXPIRY_MS },
      unique: `0x${unique.toString(16).padStart(32, '0')}`,
      calls: [{ module: module.name, command, params: codec.encode(parsed.value as never) }],
    })
    const message = transactionSignBytes(transactionId(body))
    return encodeTransaction(
      body,
      signers.map((key) => ({ algorithm: KEY_ALGORITHM.ed25519, publicKey: key.publicKey, signature: key.sign(message) })),
    )
  }

  /** A block of this transaction, a second after the one before. */
  async final(raw: Uint8Array): Promise<void> {
    this.#timeMs += BLOCK_MS
    const sent = await this.api.submit(raw)
    if (!sent.ok) throw new Error(sent.error.message)
    this.solo.seal()
  }

  #madeUp(): Partial<Api> {
    const { genesis } = this.#chain
    const head = (): number => this.solo.api.height()
    const evidence = fakeEvidence(this.#chain, CULPRIT, (message) => consensusKey('supplier').sign(message))
    return {
      consensus: () => ({
        ...{ epoch: 0, view: 0, wants: 0, inView: true, primary: 0, head: head(), quorum: 3 },
        slots: [{ height: head() + 1, phase: 'empty', prepares: [], commits: [] }],
      }),
      standing: () => ({
        standing: 'validator',
        consensusKey: bytesToHex(consensusKey('bank-a').publicKey),
        organization: 'bank-a',
        index: 0,
      }),
      evidence: () => ({ sinceMs: genesis.timeMs, dropped: 0, items: [evidence] }),
      journals: fakeJournals(genesis.timeMs, this.#chain),
      network: () => fakeNetwork(this.#chain),
      peers: () =>
        genesis.validators.slice(1).map(({ peerId, organization, addresses }) => ({
          ...{ peerId, organization, connected: organization !== 'supplier', connectedSinceMs: genesis.timeMs },
          addresses: addresses.map((address) => `/ip4/${address.replace(':', '/tcp/')}/p2p/${peerId}`),
          ...{ bytesIn: 1_000, bytesOut: 2_000, framesIn: 10, framesOut: 20, reconnects: 0, head: head() },
        })),
    }
  }
}
