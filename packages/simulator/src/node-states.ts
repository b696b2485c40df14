import { describeState } from '@hanse/consensus'
import { LIVENESS_MS_MAX, REJOIN_MS_MAX } from './pace.ts'
import type { SimNode } from './sim-node.ts'
import { Violation } from './violation.ts'

/** All are up, and at one head. */
export function areAtOneHead(nodes: readonly SimNode[]): boolean {
  if (nodes.some((node) => !node.isUp)) return false
  return new Set(nodes.map((node) => node.ledger.head.header.height)).size === 1
}

/** All are up, and none is below this height. */
export function areAtLeastAt(nodes: readonly SimNode[], height: number): boolean {
  return nodes.every((node) => node.isUp && node.ledger.head.header.height >= height)
}

/** Oracle 14. */
export function checkRejoined(nodes: readonly SimNode[], height: number): void {
  if (areAtLeastAt(nodes, height)) return
  throw new Violation(14, `healed for ${REJOIN_MS_MAX / 1000} s, and not all are at height ${height}\n${statesOf(nodes)}`)
}

/** Oracle 6. */
export function notQuiet(nodes: readonly SimNode[], pending: number, wasEnough: boolean): Violation {
  const before = wasEnough ? '' : '; the faulty part did not finish either'
  return new Violation(6, `healed for ${LIVENESS_MS_MAX / 1000} s, and ${pending} transactions wait${before}\n${statesOf(nodes)}`)
}

/** A line a node: what its engine says of itself. */
function statesOf(nodes: readonly SimNode[]): string {
  return nodes.map((node) => `${node.index}: ${node.isUp ? describeState(node.replica.describe()) : 'down'}`).join('\n')
}

export function tornWritesOf(nodes: readonly SimNode[]): number {
  return nodes.reduce((total, { disk }) => total + disk.counters.tornWrites, 0)
}
