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

/** What the language itself throws on a defect in code, on every node alike. An exhausted stack is of this machine alone. */
function isDefect(error: unknown): error is Error {
  if (error instanceof RangeError) return error.message !== 'Maximum call stack size exceeded'
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError || error instanceof URIError
}

/**
 * As `runModule`, but asking for more than the format allows is a rejection, and so is an invariant that the module finds broken, or
 * a defect that the language finds, like a member of undefined: whoever finds the input that leads there must not be able to stop the chain (ADR 0010). The transaction's writes are dropped.
 */
export function runInTransaction(place: string, body: () => Rejection | undefined): Rejection | undefined {
  return runModule(place, () => {
    try {
      return body()
    } catch (error) {
      if (error instanceof LimitFault) return error.rejection
      if (error instanceof InvariantError || isDefect(error)) return refuseInRuntime('tx/module-fault', `${place}: ${error.message}`)
      throw error
    }
  })
}
