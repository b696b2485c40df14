import type { Clock, Timer } from '@hanse/ports'
import type { NodeStatus } from '@hanse/rpc'
import type { NodeProgress } from './node-options.ts'

/** How often it is looked how far the node has come, in ms. */
const LOOK_EVERY_MS = 250

/** Tells how many blocks are fetched of those that were missing, until the node is in step with the chain for the first time. Gives what ends it. */
export function watchCatchUp(
  status: () => Pick<NodeStatus, 'state' | 'height' | 'lag'>,
  clock: Clock,
  onProgress: (progress: NodeProgress | undefined) => void,
): () => void {
  let timer: Timer | undefined
  let first: number | undefined
  const look = (): void => {
    const { state, height, lag } = status()
    if (state === 'syncing') {
      first ??= height
      onProgress({ what: 'fetching blocks', done: height - first, total: height + lag - first })
    } else {
      onProgress(undefined)
    }
    timer = state === 'synced' ? undefined : clock.startTimer(LOOK_EVERY_MS, look)
  }
  look()
  return () => timer?.stop()
}
