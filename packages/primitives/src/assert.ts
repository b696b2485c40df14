/** A broken invariant: a bug of ours, never a reaction to input. The host stops the node. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/**
 * Stops the node when `condition` does not hold. For input that may be bad, return a `Rejection` instead. A message that is put together is
 * given as a function where the assertion runs often.
 */
export function assert(condition: unknown, message: string | (() => string)): asserts condition {
  if (!condition) throw new InvariantError(typeof message === 'string' ? message : message())
}

/** The default of a `switch` over a discriminated union: the compiler proves that it is never reached. */
export function unreachable(value: never): never {
  throw new InvariantError(`unreachable: ${JSON.stringify(value)}`)
}
