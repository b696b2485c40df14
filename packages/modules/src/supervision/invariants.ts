import { reject } from '@hanse/primitives'
import type { Module, StateReader } from '@hanse/state'
import { rowsOf } from '../table-rows.ts'
import { lists, listVersions, MODULE_NAME } from './store.ts'

type Keys = () => Iterable<Uint8Array>

/** Versions of a list are 1, 2, 3 …, each for a height above that of its block; none waits that is in force or was overtaken. */
function listFault(state: StateReader, keys: Keys): string | undefined {
  let counted = 0
  for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'list', table: lists })) {
    const [listId = ''] = key
    const { latest, pending, current } = value
    counted += latest
    for (let version = 1; version <= latest; version += 1) {
      const one = listVersions.get(state, [listId, `${version}`])
      if (one === undefined || one.version !== version) return `${listId} has no version ${version} of ${latest}`
      if (one.effectiveFrom <= one.publishedAt) return `version ${version} of ${listId} is retroactive`
    }
    if (current !== undefined && (current.version > latest || pending.includes(current.version))) {
      return `${listId} has version ${current.version} in force, which waits or does not exist`
    }
    if (current === undefined && pending.length !== latest) return `${listId} has no version in force, and not all wait`
  }
  const versions = [...rowsOf(state, keys, { module: MODULE_NAME, name: 'list-version', table: listVersions })].length
  return versions === counted ? undefined : `${versions} versions of lists, their lists say ${counted}`
}

function check(fault: (state: StateReader, keys: Keys) => string | undefined): Module['invariants'][string] {
  return (state, keys) => {
    const message = fault(state, keys)
    return message === undefined ? undefined : reject('supervision/invariant', message)
  }
}

export const invariants: Module['invariants'] = {
  'versions of lists follow each other, none retroactive': check(listFault),
}
