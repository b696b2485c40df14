import type { StoreFailure } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import { closedFailure, toStoreFailure } from './failure.ts'

/** Operations that wait for their turn. The host waits for what it asks for, so more is a defect of the host. */
export const OPERATIONS_WAITING_MAX = 4096

/**
 * Runs operations one at a time in the order of the calls, and lets the first failure be the last word: it is thrown again
 * by every later call, and by operations that were already waiting. Nothing is acknowledged after it.
 */
export class FailStop {
  #failure: StoreFailure | undefined
  #last: Promise<unknown> = Promise.resolve()
  #isClosed = false
  #waiting = 0

  get hasFailed(): boolean {
    return this.#failure !== undefined
  }

  /** @throws StoreFailure when something failed before, or after `close`. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure
    if (this.#isClosed) throw closedFailure()
  }

  /** Records the first failure and returns the one that counts. What `close` interrupts is not a failure. */
  fail(action: string, cause: unknown): StoreFailure {
    if (this.#failure === undefined) {
      if (this.#isClosed) return closedFailure()
      this.#failure = toStoreFailure(action, cause)
    }
    return this.#failure
  }

  /** @throws StoreFailure, also when the operation itself went well but something else failed meanwhile. */
  async run<T>(action: string, operation: () => T | Promise<T>): Promise<T> {
    this.check()
    assert(this.#waiting < OPERATIONS_WAITING_MAX, `more than ${OPERATIONS_WAITING_MAX} operations wait for the disk`)
    this.#waiting += 1
    return await this.#enqueue(async () => {
      this.#waiting -= 1
      if (this.#failure !== undefined) throw this.#failure
      try {
        const result = await operation()
        if (this.#failure !== undefined) throw this.#failure
        return result
      } catch (error) {
        throw this.fail(action, error)
      }
    })
  }

  /** Waits for what was called before, then releases. Idempotent; also after a failure, so that locks do not outlive it. */
  async close(release: () => void | Promise<void>): Promise<void> {
    if (this.#isClosed) {
      await this.#last
      return
    }
    this.#isClosed = true
    await this.#enqueue(release)
  }

  #enqueue<T>(operation: () => T | Promise<T>): Promise<T> {
    const result = this.#last.then(operation)
    this.#last = result.catch(() => undefined)
    return result
  }
}
