import { InvariantError } from '@hanse/primitives'

/** A sentence of "What must be true" that did not hold. */
export class Violation extends Error {
  override readonly name = 'Violation'
  /** 1–21, as in docs/testing.md; 0 when an honest process ended by itself, by a broken invariant. */
  readonly oracle: number

  constructor(oracle: number, message: string) {
    super(message)
    this.oracle = oracle
  }
}

/** What is on the disk is not what a node may start on. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** A broken invariant of an honest node would end its process: that is a violation too. @throws what is neither */
export function violationOf(error: unknown): { readonly oracle: number; readonly message: string } {
  if (error instanceof Violation) return { oracle: error.oracle, message: error.message }
  if (error instanceof InvariantError) return { oracle: 0, message: `broken invariant: ${error.message}\n${error.stack}` }
  if (error instanceof StartRefused) return { oracle: 0, message: `${error.message}, and nothing has damaged it` }
  throw error
}
