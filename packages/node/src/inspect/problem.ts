import { StoreFailure } from '@hanse/ports'
import { InvariantError, type Rejection, reject } from '@hanse/primitives'

/** What was thrown while a damaged folder was looked at, as something that can be told and acted on. */
export function toProblem(thrown: unknown): Rejection {
  if (thrown instanceof StoreFailure) return reject(thrown.code, thrown.message, { hint: thrown.hint })
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (thrown instanceof InvariantError) {
    const hint = 'Keep "log" and the keys, move the data folder\'s "store" away and start again: the node syncs from its peers.'
    return reject('node/store-damaged', message, { hint })
  }
  return reject('node/failed', message, { hint: 'Check the path, who may read there, and the disk.' })
}
