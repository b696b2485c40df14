import { describeState } from '@hanse/consensus'
import type { SimNode } from './sim-node.ts'

/** All are up, and at one head. */
export function areAtOneHead(nodes: readonly SimNode[]): boolean {
  if (nodes.some((node) => !node.isUp)) return false
  return new Set(nodes.map((node) => node.ledger.head.header.height)).size === 1
}

/** All are up, and none is below this height. */
export function areAtLeastAt(nodes: readonly SimNode[], height: number): boolean {
  return nodes.every((node) => node.isUp && node.ledger.head.header.height >= height)
}

/** A line a node: what its engine says of itself. */
export function statesOf(nodes: readonly SimNode[]): string {
  return nodes.map((node) => `${node.index}: ${node.isUp ? describeState(node.replica.describe()) : 'down'}`).join('\n')
}

export function tornWritesOf(nodes: readonly SimNode[]): number {
  return nodes.reduce((total, { disk }) => total + disk.counters.tornWrites, 0)
}
