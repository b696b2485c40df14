import { createMempool, type Mempool, type MempoolOptions } from '@hanse/mempool'
import type { Ledger } from '@hanse/state'

/** The pool of this node, with the time to live that votes may change. */
export function createNodePool(options: Omit<MempoolOptions, 'timeToLiveMsMax'>, ledger: Pick<Ledger, 'head' | 'paramsAt'>): Mempool {
  return createMempool({
    ...options,
    get timeToLiveMsMax() {
      return ledger.paramsAt(ledger.head.header.height + 1).timeToLiveMsMax
    },
  })
}
