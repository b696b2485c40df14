import type { SyncFrame, Transaction, Verified } from '@hanse/protocol'
import type { BlocksAnswer, Gate, VerifiedBlock } from '@hanse/replica'

/** What verifies transactions: a gate, which may ask others first. */
export type TransactionCheck = Pick<Gate, 'transaction'>['transaction']

/** Undefined when one of them is not what it says. */
export function verifiedTransactions(check: TransactionCheck, raws: readonly Uint8Array[]): readonly Verified<Transaction>[] | undefined {
  const verified: Verified<Transaction>[] = []
  for (const raw of raws) {
    const transaction = check(raw)
    if (!transaction.ok) return undefined
    verified.push(transaction.value)
  }
  return verified
}

/** An answer with blocks, of which `unwanted` are not looked at; undefined when one of the others does not verify. */
export function verifiedAnswer(
  gate: Gate,
  check: TransactionCheck,
  frame: Extract<SyncFrame, { type: 'blocks' }>,
  unwanted: number,
): BlocksAnswer | undefined {
  const { past, known, more } = gate.within(frame.blocks.slice(unwanted))
  const blocks: VerifiedBlock[] = []
  for (const block of known) {
    const transactions = verifiedTransactions(check, block.transactions)
    const verified = transactions === undefined ? undefined : gate.block(block, transactions)
    if (verified?.ok !== true) return undefined
    blocks.push(verified.value)
  }
  return { fromHeight: frame.from, skipped: unwanted + past, blocks, ...more }
}
