import { err, ok } from '@hanse/primitives'
import { defineQuery } from '@hanse/state'
import { listVersionOf } from './api.ts'
import { listArgsCodec, listsViewCodec, listVersionArgsCodec, listVersionCodec, listViewCodec, noArgsCodec } from './codecs.ts'
import { LISTS_MAX } from './limits.ts'
import { refuse } from './rejections.ts'
import { ALL, listIds, lists } from './store.ts'

export const list = defineQuery({
  summary: 'A list: who keeps it, the version in force, those that wait',
  args: listArgsCodec,
  result: listViewCodec,
  read: (_block, state, { listId }) => {
    const known = lists.get(state, listId)
    return known === undefined
      ? err(refuse('supervision/unknown-list', `there is no list ${listId}`, 'listId'))
      : ok({ listId, list: known })
  },
})

export const listAll = defineQuery({
  summary: 'All lists of the chain with their versions in force',
  args: noArgsCodec,
  result: listsViewCodec,
  read: (_block, state) => {
    const ids = listIds.page(state, ALL, 0, LISTS_MAX)
    return ok({ items: ids.map((listId) => ({ listId, list: lists.require(state, listId) })) })
  },
})

export const listVersion = defineQuery({
  summary: 'A version of a list: root, count, document and the height from which it is in force',
  args: listVersionArgsCodec,
  result: listVersionCodec,
  read: (_block, state, { listId, version }) => {
    if (!lists.has(state, listId)) return err(refuse('supervision/unknown-list', `there is no list ${listId}`, 'listId'))
    const found = listVersionOf(state, listId, version)
    if (found !== undefined) return ok(found)
    return err(refuse('supervision/unknown-version', `${listId} has no version ${version}`, 'version'))
  },
})
