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
import type { Gate, VerifiedBlock } from '@hanse/replica'

/** Signatures verified before the event loop gets its turn: about five milliseconds of work. */
const VERIFY_SLICE = 64

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

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
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

/** A peer's transactions, but those that are `known`. Gives way to the event loop between slices. @throws PeerFault */
export async function peerTransactions(
  gate: Gate,
  raws: readonly Uint8Array[],
  known: (id: Hash) => boolean,
): Promise<readonly Verified<Transaction>[]> {
  const verified: Verified<Transaction>[] = []
  let verifications = 0
  for (const raw of raws) {
    const transaction = accepted(gate.unknownTransaction(raw, known))
    if (transaction === undefined) continue
    verified.push(transaction)
    if (++verifications % VERIFY_SLICE === 0) await nextTurn()
  }
  return verified
}

/** A peer's blocks; every transaction of a block is needed, known or not. @throws PeerFault */
export async function peerBlocks(gate: Gate, blocks: readonly CertifiedBlock[]): Promise<readonly VerifiedBlock[]> {
  const verified: VerifiedBlock[] = []
  for (const block of blocks) {
    const transactions = await peerTransactions(gate, block.transactions, () => false)
    verified.push(accepted(gate.block(block, transactions)))
  }
  return verified
}
