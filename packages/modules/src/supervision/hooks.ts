import type { BlockContext, StateWriter } from '@hanse/state'
import { LIST_STARTS_PER_BLOCK_MAX } from './limits.ts'
import { listStarts, lists, listVersions } from './store.ts'

/** Brings versions of lists into force at their heights, before anything else of the block. All that is due is done: none is late. */
export function atBlock({ height }: BlockContext, state: StateWriter): void {
  listStarts.workOff(state, height, { itemsMax: LIST_STARTS_PER_BLOCK_MAX, eventsPerItemMax: 0 }, (item) => {
    const [number = '', listId = ''] = item.split(' ')
    const known = lists.require(state, listId)
    const { version, root, count } = listVersions.require(state, [listId, number])
    const pending = known.pending.filter((waiting) => waiting !== version)
    // A younger version may have been quicker: a list never goes back.
    const current = known.current !== undefined && known.current.version > version ? known.current : { version, root, count }
    lists.put(state, listId, { ...known, pending, current })
  })
}
