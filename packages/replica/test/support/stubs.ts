import { createMempool, type Mempool } from '@hanse/mempool'
import { type Address, bytesToHex, createPrng, type Hash, type Hex, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asPeerId,
  asValidatorIndex,
  DEFAULT_CHAIN_PARAMS,
  type PeerId,
  type ProposalBody,
  proposalDigest,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

const SENDER = bytesToHex(createPrng(0).bytes(20)) as Address
export const TRANSACTION_BYTES = 100
const EXPIRES_AT_MS = 1_000_000

/** A transaction that only has what a pool and a check look at: its id, its size, its expiry. */
export function transaction(number: number, sizeBytes = TRANSACTION_BYTES): Verified<Transaction> {
  const made = {
    id: bytesToHex(createPrng(number).bytes(32)) as Hash,
    body: {
      genesisHash: ZERO_HASH,
      chainId: 1,
      sender: SENDER,
      coSigners: [],
      expiresAtMs: EXPIRES_AT_MS,
      unique: '0x' as Hex,
      calls: [],
    },
    bodyBytes: new Uint8Array(0),
    signatures: [],
    bytes: new Uint8Array(sizeBytes),
  } satisfies Transaction
  return made as unknown as Verified<Transaction>
}

export function bodyOf(height: number, transactions: readonly Pick<Transaction, 'id'>[], timeMs = 0): ProposalBody {
  return { epoch: asEpoch(0), height: asHeight(height), ids: transactions.map(({ id }) => id), timeMs, proposer: asValidatorIndex(0) }
}

export function digestOf(body: ProposalBody): Hash {
  return proposalDigest(body)
}

export function peer(index: number): PeerId {
  return asPeerId(`peer-${index}`)
}

export function poolOf(...transactions: readonly Verified<Transaction>[]): Mempool {
  const pool = createMempool({ capacity: 100, perSenderMax: 100, bytesMax: 16 * 1024 * 1024, timeToLiveMsMax: EXPIRES_AT_MS })
  for (const one of transactions) pool.admit(one, { nowMs: 0, timeMs: 0 })
  return pool
}

/** A ledger whose head is at `height` and in which `executed` are final. */
export function ledgerAt(height: number, executed: ReadonlySet<Hash> = new Set()): Ledger {
  return {
    head: { header: { height, timeMs: 0 } },
    wasExecuted: (id: Hash) => executed.has(id),
    admissible: () => undefined,
    paramsAt: () => DEFAULT_CHAIN_PARAMS,
  } as unknown as Ledger
}
