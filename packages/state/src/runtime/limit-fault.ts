import type { Rejection } from '@hanse/primitives'
import { type RuntimeCode, refuseInRuntime } from './rejections.ts'

/**
 * Thrown through a module's code when it asks the state for more than the format allows. A transaction is rejected with it:
 * whoever can make a record grow must not be able to stop the chain. At the start of a block and in genesis it is a broken invariant.
 */
export class LimitFault extends Error {
  override readonly name = 'LimitFault'
  readonly rejection: Rejection

  constructor(code: RuntimeCode, message: string) {
    super(message)
    this.rejection = refuseInRuntime(code, message)
  }
}
