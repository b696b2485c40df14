import type { StateWriter } from '@hanse/state'
import { releaseRedeemed } from './invoice-links.ts'
import { outstandingOf } from './issue-totals.ts'
import { roots } from './store.ts'

/** When the last unit of an issue is paid or written off, its invoices are released. Escrow of a freeze may still wait. */
export function closeIfPaid(state: StateWriter, rootNo: string): void {
  const root = roots.require(state, rootNo)
  if (outstandingOf(state, root) === 0n) releaseRedeemed(state, rootNo, root)
}
