import type { Hash } from '@hanse/primitives'
import type { BlockContext, StateWriter } from '@hanse/state'
import { endOrders } from './freezing.ts'
import { DUE_ITEMS_PER_BLOCK_MAX, LIST_STARTS_PER_BLOCK_MAX } from './limits.ts'
import { clearances, deadlines, listStarts, lists, listVersions } from './store.ts'

export function atBlock(block: BlockContext, state: StateWriter): void {
  startLists(block, state)
  endDue(block, state)
}

/** Brings versions of lists into force at their heights, before anything else of the block. All that is due is done: none is late. */
function startLists({ height }: BlockContext, state: StateWriter): void {
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

/** Tidies up what ended. Commands judge times themselves: a late sweep makes nothing last longer. */
function endDue({ timeMs }: BlockContext, state: StateWriter): void {
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: 1 }, (item) => {
    const [kind = '', id = ''] = item.split(' ')
    if (kind === 'freeze') endOrders(state, id, ({ expiresAtMs }) => expiresAtMs <= timeMs, 'the order expired')
    else endClearance(state, id as Hash, timeMs)
  })
}

function endClearance(state: StateWriter, callDigest: Hash, timeMs: number): void {
  const clearance = clearances.get(state, callDigest)
  if (clearance !== undefined && clearance.expiresAtMs <= timeMs) clearances.delete(state, callDigest)
}
