import { StoreFailure } from '@hanse/ports'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'

/** Ends a work on files that has several ends; `refusalOf` makes a value of it again. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/** @throws Refused */
export function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.error)
  return result.value
}

/** @throws Refused */
export function refuse(code: string, message: string, hint?: string): never {
  throw new Refused(reject(code, message, hint === undefined ? {} : { hint }))
}

/** Runs a work on files: what it refuses, and what the disk refuses, are values. */
export async function refusalOf<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(rejectionOf(error))
  }
}

function rejectionOf(error: unknown): Rejection {
  if (error instanceof Refused) return error.rejection
  if (error instanceof StoreFailure) return reject(error.code, error.message, { hint: error.hint })
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw error
  const hint =
    code === 'ENOSPC' ? 'Free space on that disk, then do it again.' : 'Look at the disk: space, permissions, whose folder it is.'
  return reject('storage/io', (error as Error).message, { hint })
}
