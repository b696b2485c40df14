import { InvariantError, type Rejection } from '@hanse/primitives'
import { LimitFault } from './limit-fault.ts'
import { refuseInRuntime } from './rejections.ts'

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : `${error}`
}

/** Runs a module's code. Whatever it throws is a bug that every node has: it stops the node, with the place in the message. */
export function runModule<T>(place: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    if (error instanceof InvariantError) throw error
    throw new InvariantError(`${place} threw: ${messageOf(error)}`, { cause: error })
  }
}

/**
 * As `runModule`, but asking for more than the format allows is a rejection, and so is an invariant that the module finds broken:
 * whoever finds the input that breaks it must not be able to stop the chain (ADR 0010). The transaction's writes are dropped.
 */
export function runInTransaction(place: string, body: () => Rejection | undefined): Rejection | undefined {
  return runModule(place, () => {
    try {
      return body()
    } catch (error) {
      if (error instanceof LimitFault) return error.rejection
      if (error instanceof InvariantError) return refuseInRuntime('tx/module-fault', `${place}: ${error.message}`)
      throw error
    }
  })
}
