import { type Address, bytesToHex, createPrng, uint64ToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type Call,
  type Chain,
  DEFAULT_CHAIN_PARAMS,
  type Header,
  type Json,
  type ProposalBody,
  type Transaction,
  type TransactionBody,
  transactionBodyCodec,
  transactionId,
  type Verified,
} from '@hanse/protocol'
import { createLedger, type LedgerOptions } from '../../src/chain/create-ledger.ts'
import { createGenesisState } from '../../src/chain/genesis-state.ts'
import { MemorySource } from '../../src/harness/memory-source.ts'
import type { Ledger } from '../../src/ledger.ts'
import type { BoundCommand, Module } from '../../src/module.ts'

export const GENESIS_TIME_MS = 1_750_000_000_000

export function chainOf(modules: readonly Module[], genesis: Readonly<Record<string, Json>> = {}): Chain {
  return {
    genesisHash: ZERO_HASH,
    genesis: {
      version: 1,
      chainId: 7,
      name: 'test',
      timeMs: GENESIS_TIME_MS,
      params: DEFAULT_CHAIN_PARAMS,
      validators: [],
      modules: modules.map(({ name, version }) => ({ name, version, ...(genesis[name] === undefined ? {} : { genesis: genesis[name] }) })),
    },
  }
}

export function addressOf(number: number): Address {
  return bytesToHex(createPrng(number).bytes(20)) as Address
}

export type TestCall = readonly [module: Module, command: string, params: object]

let transactions = 0

export function transactionOf(chain: Chain, calls: readonly TestCall[], more: Partial<TransactionBody> = {}): Verified<Transaction> {
  transactions += 1
  const unique = new Uint8Array(16)
  unique.set(uint64ToBytes(transactions))
  const encoded = calls.map(([module, command, params]): Call => {
    const { params: codec } = module.commands[command] as BoundCommand
    return { module: module.name, command, params: codec.encode(params as never) }
  })
  const body: TransactionBody = {
    genesisHash: chain.genesisHash,
    chainId: chain.genesis.chainId,
    sender: addressOf(1),
    coSigners: [],
    expiresAtMs: GENESIS_TIME_MS + 300_000,
    unique: bytesToHex(unique),
    calls: encoded,
    ...more,
  }
  const bodyBytes = transactionBodyCodec.encode(body)
  const transaction: Transaction = { id: transactionId(bodyBytes), body, bodyBytes, signatures: [], bytes: bodyBytes }
  return transaction as Verified<Transaction>
}

export function bodyOf(parent: { readonly header: Header }, batch: readonly Transaction[], more: Partial<ProposalBody> = {}): ProposalBody {
  return {
    epoch: asEpoch(0),
    height: asHeight(parent.header.height + 1),
    ids: batch.map(({ id }) => id),
    timeMs: parent.header.timeMs + 1_000,
    proposer: asValidatorIndex(0),
    ...more,
  }
}

export interface TestChain {
  readonly chain: Chain
  readonly modules: readonly Module[]
  readonly source: MemorySource
  readonly ledger: Ledger
  /** Executes on the head, makes it final and writes it to the source. */
  append(batch: readonly Verified<Transaction>[], more?: Partial<ProposalBody>): ReturnType<Ledger['finalize']>['block']
}

export function testChain(
  modules: readonly Module[],
  genesis: Readonly<Record<string, Json>> = {},
  options: Pick<LedgerOptions, 'undoHeights' | 'cacheBytesMax' | 'executions'> = {},
): TestChain {
  const chain = chainOf(modules, genesis)
  const source = new MemorySource()
  const { header, hash, writes } = createGenesisState(chain, modules)
  source.apply(writes)
  const ledger = createLedger({ chain, modules, source, head: { header, hash }, recent: [], ...options })
  const append: TestChain['append'] = (batch, more) => {
    const executed = ledger.execute(ledger.head.hash, bodyOf(ledger.head, batch, more), batch)
    const { block, writes: blockWrites } = ledger.finalize(executed.hash)
    source.apply(blockWrites)
    ledger.stored(block.header.height)
    return block
  }
  return { chain, modules, source, ledger, append }
}
