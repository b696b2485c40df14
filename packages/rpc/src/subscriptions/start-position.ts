import { err, ok, type Result } from '@hanse/primitives'
import { type Failure, failure } from '../errors.ts'
import { START_AHEAD_HEIGHTS_MAX } from '../limits.ts'
import type { NodeStatus } from '../node-api.ts'

/** Before an item: that of `index` in the block at `height`. */
export interface Position {
  readonly height: number
  readonly index: number
}

export function positionToCursor({ height, index }: Position): string {
  return `${height}:${index}`
}

/** The first position to be told. */
function positionOf(from: number | string | undefined, head: number): Position {
  if (from === undefined || from === 'latest') return { height: head + 1, index: 0 }
  if (typeof from === 'number') return { height: from, index: 0 }
  if (from === 'earliest') return { height: 0, index: 0 }
  const [height, index] = from.split(':').map(Number)
  return { height: height ?? 0, index: index ?? 0 }
}

type Status = () => Pick<NodeStatus, 'state'>

/**
 * What starts far above the head would be empty, or silent, without a word: for ever where the height is of a chain that was started anew.
 * A node that is out of step does not know where the head is.
 */
export function startFault(height: number, head: number, status: Status, path = 'from'): Failure | undefined {
  if (height <= head + START_AHEAD_HEIGHTS_MAX) return undefined
  const { state } = status()
  const message = `the head is at ${head}, it would start at ${height}`
  if (state !== 'synced') return failure('node/syncing', { message: `${message}, and the node is ${state}`, path })
  return failure('rpc/start-above-head', { message, path })
}

/** Where a subscription starts. */
export function startPosition(from: number | string | undefined, head: number, status: Status): Result<Position, Failure> {
  if (typeof from === 'string' && from.includes('@'))
    return err(failure('rpc/bad-params', { message: 'a cursor of the topic consensus or node has no place in the chain', path: 'from' }))
  const position = positionOf(from, head)
  const fault = startFault(position.height, head, status)
  return fault === undefined ? ok(position) : err(fault)
}
