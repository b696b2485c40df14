import { StoreFailure } from '@hanse/ports'
import { InvariantError, type Rejection, reject } from '@hanse/primitives'
import { storeDamaged } from '@hanse/replica'

/** What was thrown while a damaged folder was looked at, as something that can be told and acted on. */
export function toProblem(thrown: unknown): Rejection {
  if (thrown instanceof StoreFailure) return reject(thrown.code, thrown.message, { hint: thrown.hint })
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (thrown instanceof InvariantError) {
    return storeDamaged(message)
  }
  return reject('node/failed', message, { hint: 'Check the path, who may read there, and the disk.' })
}
