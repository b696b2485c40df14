import { assert, InvariantError, type Rejection } from '@hanse/primitives'
import { LimitFault } from './limit-fault.ts'
import { refuseInRuntime } from './rejections.ts'
import type { WriteSet } from './write-set.ts'

/** What a receipt holds of a rejection. */
const CODE = /^[\x21-\x7e]{1,96}$/

/** A module can throw anything, also what cannot be told in words. */
export function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.message}` : `${error}`
  } catch {
    return 'what has no words'
  }
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

/** An exhausted stack is of this machine alone: another node may get through. Everything else that code throws, it throws on all nodes. */
function isOfThisMachine(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded'
}

/**
 * What a module's code threw while it worked on `writes`, as every node has it.
 * @throws what is of this node alone: a read of the state that failed, an exhausted stack
 */
export function moduleError(place: string, writes: WriteSet, error: unknown): unknown {
  writes.checkReads()
  if (isOfThisMachine(error)) throw new InvariantError(`${place} threw: ${messageOf(error)}`, { cause: error })
  return error
}

/**
 * As `runModule`, but asking for more than the format allows is a rejection, and so is whatever else the module throws, a broken invariant
 * or a plain error: whoever finds the input that leads there must not be able to stop the chain (ADR 0010). The transaction's writes are
 * dropped. What is of this node alone still stops it.
 */
export function runInTransaction(place: string, writes: WriteSet, body: () => Rejection | undefined): Rejection | undefined {
  try {
    const rejection = body()
    writes.checkReads()
    if (rejection === undefined) return undefined
    const { code } = rejection
    assert(typeof code === 'string' && CODE.test(code), `no receipt can hold the code ${code}`)
    return rejection
  } catch (error) {
    const thrown = moduleError(place, writes, error)
    return thrown instanceof LimitFault ? thrown.rejection : refuseInRuntime('tx/module-fault', `${place}: ${messageOf(thrown)}`)
  }
}
