import type { Hash } from '@hanse/primitives'
import type { ProposalBody, Transaction, Verified } from '@hanse/protocol'
import type { ExecutedBlock, Ledger } from '@hanse/state'

/** The ledger with a watch on execution: `onExecuted` is told of each block that was run, not of those found again. */
export function measuredLedger(ledger: Ledger, onExecuted: (durationMs: number) => void): Ledger {
  const execute = (parentHash: Hash, body: ProposalBody, transactions: readonly Verified<Transaction>[]): ExecutedBlock => {
    const startedMs = performance.now()
    const block = ledger.execute(parentHash, body, transactions)
    onExecuted(performance.now() - startedMs)
    return block
  }
  return {
    execute,
    get head() {
      return ledger.head
    },
    get modules() {
      return ledger.modules
    },
    get rules() {
      return ledger.rules
    },
    paramsAt: (height) => ledger.paramsAt(height),
    get validators() {
      return ledger.validators
    },
    get observers() {
      return ledger.observers
    },
    validatorsOf: (epoch) => ledger.validatorsOf(epoch),
    finalize: (hash) => ledger.finalize(hash),
    stored: (height) => ledger.stored(height),
    discardFrom: (height) => ledger.discardFrom(height),
    has: (hash) => ledger.has(hash),
    wasExecuted: (id, parentHash) => ledger.wasExecuted(id, parentHash),
    admissible: (transaction) => ledger.admissible(transaction),
    nextSequence: (sender) => ledger.nextSequence(sender),
    simulate: (transaction) => ledger.simulate(transaction),
    view: (height) => ledger.view(height),
  }
}
