import type { Hash, Rejection, Result } from '@hanse/primitives'
import {
  type CertifiedBlock,
  type ConsensusFrame,
  consensusFrameCodec,
  type SyncFrame,
  syncFrameCodec,
  type Transaction,
  type TransactionsFrame,
  transactionsFrameCodec,
  type Verified,
} from '@hanse/protocol'
import type { BlocksAnswer, Gate, VerifiedBlock } from '@hanse/replica'

/** How long what one peer sent may be worked on before the event loop gets its turn, in ms. */
const SLICE_MS = 5

/** A peer sent what no honest node sends; it costs the connection. */
export class PeerFault extends Error {
  override readonly name = 'PeerFault'
  readonly code: string

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.code = rejection.code
  }
}

/** @throws PeerFault */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new PeerFault(result.error)
  return result.value
}

/** The work that one peer's frames make, cut into slices: whoever sends most keeps nobody else waiting. */
export class Slices {
  #workedMs = 0

  /** Does `work`. Its caller gives way when `rest` says so. */
  work<T>(work: () => T): T {
    const startedMs = performance.now()
    const result = work()
    this.#workedMs += performance.now() - startedMs
    return result
  }

  /** When a slice is over: what resolves once the event loop had its turn. */
  rest(): Promise<void> | undefined {
    if (this.#workedMs < SLICE_MS) return undefined
    this.#workedMs = 0
    return new Promise((resolve) => {
      setImmediate(resolve)
    })
  }

  /** Does `work`, and gives way to the event loop when a slice is over. */
  async run<T>(work: () => T): Promise<T> {
    const result = this.work(work)
    await this.rest()
    return result
  }
}

export function decodeConsensusFrame(frame: Uint8Array): ConsensusFrame {
  return accepted(consensusFrameCodec.decode(frame))
}

export function decodeTransactionsFrame(frame: Uint8Array): TransactionsFrame {
  return accepted(transactionsFrameCodec.decode(frame))
}

export function decodeSyncFrame(frame: Uint8Array): SyncFrame {
  return accepted(syncFrameCodec.decode(frame))
}

/** A peer's transactions, but those that are `known`; promised where a slice ends before the last one. @throws PeerFault */
export function peerTransactions(
  gate: Gate,
  raws: readonly Uint8Array[],
  known: (id: Hash) => boolean,
  slices: Slices,
): readonly Verified<Transaction>[] | Promise<readonly Verified<Transaction>[]> {
  const verified: Verified<Transaction>[] = []
  for (let index = 0; index < raws.length; index++) {
    const transaction = accepted(slices.work(() => gate.unknownTransaction(raws[index] as Uint8Array, known)))
    if (transaction !== undefined) verified.push(transaction)
    const rest = slices.rest()
    if (rest !== undefined)
      return rest.then(async () => [...verified, ...(await peerTransactions(gate, raws.slice(index + 1), known, slices))])
  }
  return verified
}

/** A peer's blocks, as far as they can be verified now; what is `held` was verified when it came. @throws PeerFault */
export async function peerBlocks(
  gate: Gate,
  blocks: readonly CertifiedBlock[],
  held: (id: Hash) => Verified<Transaction> | undefined,
  slices: Slices,
): Promise<Omit<BlocksAnswer, 'fromHeight'>> {
  const { past, known, more } = gate.within(blocks)
  const verified: VerifiedBlock[] = []
  for (const block of known) {
    const transactions: Verified<Transaction>[] = []
    for (const raw of block.transactions) transactions.push(accepted(await slices.run(() => gate.blockTransaction(raw, held))))
    verified.push(accepted(await slices.run(() => gate.block(block, transactions))))
  }
  return { skipped: past, blocks: verified, ...more }
}
