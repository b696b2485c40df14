import { rowsOf } from '@hanse/modules'
import { reject } from '@hanse/primitives'
import type { Module } from '@hanse/state'
import { ALL, accounts, MODULE_NAME, totals } from './store.ts'

/** What must hold at every height, whatever happens. Tests check it after each block. */
export const invariants: Module['invariants'] = {
  'accounts sum to what was granted': (state, keys) => {
    let sum = 0
    for (const { value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'account', table: accounts })) sum += value.points
    const granted = totals.get(state, ALL)?.granted ?? 0
    return sum === granted ? undefined : reject('loyalty/invariant', `accounts hold ${sum}, granted were ${granted}`)
  },
}
