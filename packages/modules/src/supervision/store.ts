import { dueQueue, indexList, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { listCodec, listVersionCodec } from './codecs.ts'
import { events } from './events.ts'

export const MODULE_NAME = 'supervision'
const module = MODULE_NAME

/** By listId. */
export const lists = table({ module, name: 'list', value: listCodec })
/** By [listId, version]. */
export const listVersions = table({ module, name: 'list-version', value: listVersionCodec })
/** Ids of all lists, in the order they came, under `ALL`. */
export const listIds = indexList({ module, name: 'lists', item: textValue })
/** `version listId` by the height at which it takes effect: what this queue calls a time is a height. */
export const listStarts = dueQueue({ module, name: 'list-start', bucketMs: 1 })
/** The one key of what is kept of all of a kind together. */
export const ALL = 'all'

export const emit = emitterOf(MODULE_NAME, events)
