import type { History } from '../load/history.ts'
import type { NodeChain } from './chain.ts'
import { summarized, type Violation } from './violation.ts'

/** **Acknowledged ⇒ present**: what a client was told is final is on every node, at the height that the client was told, and only there. */
export function checkAcknowledged({ operations }: History, chains: ReadonlyMap<string, NodeChain>): readonly Violation[] {
  const messages: string[] = []
  for (const [node, chain] of chains) {
    const heights = new Map<string, number>()
    for (const { height, transactionIds } of chain) {
      for (const id of transactionIds) {
        if (heights.has(id)) messages.push(`${node} has ${id} at heights ${heights.get(id)} and ${height}`)
        heights.set(id, height)
      }
    }
    for (const { hash, outcome } of operations) {
      if (outcome?.type !== 'final') continue
      const height = hash === undefined ? undefined : heights.get(hash)
      if (height === undefined) messages.push(`${node} does not have ${hash}, which was told final at height ${outcome.height}`)
      else if (height !== outcome.height) messages.push(`${node} has ${hash} at height ${height}, told was ${outcome.height}`)
    }
  }
  return summarized('acknowledged', messages)
}
