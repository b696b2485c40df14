import { type BlockContext, observersOf, type StateReader, type StateWriter } from '@hanse/state'
import { CHECKPOINT_MS, CHECKPOINTS_MAX, READINESS_MS_MAX } from './limits.ts'
import { ALL, checkpoints } from './store.ts'

type Checkpoint = ReturnType<typeof checkpoints.require>['items'][number]

/** The oldest first. */
export function checkpointsOf(state: StateReader): readonly Checkpoint[] {
  return checkpoints.get(state, ALL)?.items ?? []
}

/**
 * The first block of each minute keeps the block below it, while somebody observes: whoever can sign for that has followed the chain until
 * then. The hash of a block is known from the next one on.
 */
export function keepCheckpoint({ height, timeMs, parent }: BlockContext, state: StateWriter): void {
  const items = checkpointsOf(state)
  if (observersOf(state).length === 0) {
    if (items.length > 0) checkpoints.delete(state, ALL)
    return
  }
  const newest = items.at(-1)
  if (newest !== undefined && Math.floor(timeMs / CHECKPOINT_MS) === Math.floor(newest.timeMs / CHECKPOINT_MS)) return
  const kept = items.slice(Math.max(0, items.length - CHECKPOINTS_MAX + 1))
  checkpoints.put(state, ALL, { items: [...kept, { height: height - 1, headerHash: parent, timeMs }] })
}

/** The checkpoint of this height, unless it is too old to show that somebody is at the head. */
export function freshCheckpoint({ timeMs }: BlockContext, state: StateReader, height: number): Checkpoint | undefined {
  const found = checkpointsOf(state).find((checkpoint) => checkpoint.height === height)
  return found === undefined || found.timeMs + READINESS_MS_MAX < timeMs ? undefined : found
}
