import { verifyTransaction } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import { devnetGenesis, devnetNodes } from '@hanse/devnet'
import { hexToBytes, type Result } from '@hanse/primitives'
import {
  type Chain,
  type ChainParams,
  DEFAULT_CHAIN_PARAMS,
  decodeTransaction,
  type Json,
  parseGenesis,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { type TransferTerms, transferSigner } from './transfers.ts'

/** Of the genesis: ms since 1970. */
export const GENESIS_TIME_MS = 1_800_000_000_000
/** Written into the genesis, and never opened. */
const UNUSED_PORT = 20_900

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** The names of a devnet's validators, in their order. */
export function validatorNames(validators: number): readonly string[] {
  return devnetNodes(validators, UNUSED_PORT).map(({ name }) => name)
}

/** A devnet's chain, made in memory: its cast, its modules, its demo keys; the same in every run. */
export function createBenchChain(validators: number, params: Partial<ChainParams> = {}): Chain {
  const genesis = devnetGenesis(devnetNodes(validators, UNUSED_PORT), GENESIS_TIME_MS, true)
  const changed = { ...genesis, params: { ...DEFAULT_CHAIN_PARAMS, ...params } }
  return unwrap(parseGenesis(JSON.parse(JSON.stringify(changed)) as Json))
}

/** Each has a reference that stays in the state: a key of its own, at a place of its own in the tree. */
export function keyedTerms(index: number): TransferTerms {
  return { amount: '1', reference: 'bench', clientRef: `order-${index}` }
}

/** The bytes of so many signed transfers, each with an id and a key of its own. */
export function rawTransfers(chain: Chain, count: number, nowMs: number, from = 0): readonly Uint8Array[] {
  const sign = transferSigner(chain, keyedTerms)
  return Array.from({ length: count }, (_, index) => hexToBytes(sign(from + index, nowMs)))
}

export function verified(raw: Uint8Array): Verified<Transaction> {
  return unwrap(verifyTransaction(unwrap(decodeTransaction(raw)), verifySignatureNative))
}
