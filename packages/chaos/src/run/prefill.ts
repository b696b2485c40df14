import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fillStore } from '@hanse/bench'
import type { ChaosNode } from '../network/chaos-node.ts'

const TRANSACTIONS_PER_BLOCK = 2
/** So little that the chain does not run ahead of the clock. */
const BLOCK_MS = 1

/**
 * Gives all nodes but the last a chain of so many blocks, of real transfers that the real ledger executed and a quorum signed, as if they had
 * made it while the last one was away.
 */
export async function fillBehind(
  nodes: readonly ChaosNode[],
  blocks: number,
  onProgress: (what: string, done: number, total: number) => void,
): Promise<void> {
  const [first, ...others] = nodes.slice(0, -1) as [ChaosNode, ...ChaosNode[]]
  const transactions = blocks * TRANSACTIONS_PER_BLOCK
  const told = (done: number): void => onProgress('blocks made beforehand', Math.floor(done / TRANSACTIONS_PER_BLOCK), blocks)
  await fillStore(first.home, transactions, told, { transactionsPerBlock: TRANSACTIONS_PER_BLOCK, blockMs: BLOCK_MS })
  for (const { home } of others) cpSync(join(first.home, 'data'), join(home, 'data'), { recursive: true })
}
