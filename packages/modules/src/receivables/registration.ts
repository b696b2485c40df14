import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Registration, Root } from './codecs.ts'
import { ALL, registrationCounts, registrations, rootsOfInvoice } from './store.ts'

/**
 * Registers the issue on each of its invoices: the order of blocks, and in a block that of its registrations, is the order of claims (Civil
 * Code 768: registered before unregistered, and of the registered the first).
 */
export function register({ height, timeMs, txId }: TransactionContext, state: StateWriter, certNo: string, { invoices }: Root): void {
  const last = registrationCounts.get(state, ALL)
  let index = last?.height === height ? last.count : 0
  for (const { invoiceId, amount } of invoices) {
    const place = rootsOfInvoice.count(state, invoiceId)
    registrations.put(state, [invoiceId, `${place}`], { certNo, amount, height, index, txId, timeMs })
    rootsOfInvoice.append(state, invoiceId, certNo)
    index += 1
  }
  registrationCounts.put(state, ALL, { height, count: index })
}

/** All claims that were ever registered on an invoice, in that order: as many as the invoice module lets stand on one, and those that ended. */
export function registrationsOf(state: StateReader, invoiceId: string): readonly Registration[] {
  const count = rootsOfInvoice.count(state, invoiceId)
  return Array.from({ length: count }, (_, place) => registrations.require(state, [invoiceId, `${place}`]))
}
