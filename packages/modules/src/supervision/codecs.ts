import { type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/supervision.js'
import { partyId } from '../fields.ts'
import { LIST_ENTRIES_MAX, LIST_ID_LENGTH_MAX, LISTS_MAX, PENDING_VERSIONS_MAX } from './limits.ts'

const wire = hanse.supervision.v1

export const listId = () =>
  text({ max: LIST_ID_LENGTH_MAX, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'name of a list, such as un-consolidated' })
const version = () => uint({ min: 1 })

const listHead = { version: version(), root: hash(), count: uint({ max: LIST_ENTRIES_MAX }) }

export const listVersionCodec = message(wire.ListVersion, {
  ...listHead,
  documentHash: hash(),
  effectiveFrom: uint(),
  publishedAt: uint(),
  publisher: partyId(),
})
/** One version of a list, kept for ever: `root` of its sorted tree, how many entries, the hash of the document that holds them. */
export type ListVersion = FieldValue<typeof listVersionCodec>

export const listCodec = message(wire.List, {
  owner: partyId(),
  latest: version(),
  pending: list(version(), { max: PENDING_VERSIONS_MAX }),
  current: optional(message(wire.ListHead, listHead)),
})
/** A list: who keeps it, its youngest version, those that wait for their height, and the one in force. */
export type List = FieldValue<typeof listCodec>

export const updateListCodec = message(wire.UpdateList, {
  listId: listId(),
  version: version(),
  root: hash(),
  count: uint({ max: LIST_ENTRIES_MAX }),
  documentHash: hash(),
  effectiveFrom: uint(),
})

export const listArgsCodec = message(wire.ListArgs, { listId: listId() })
export const listVersionArgsCodec = message(wire.ListVersionArgs, { listId: listId(), version: version() })
export const noArgsCodec = message(wire.NoArgs, {})

export const listViewCodec = message(wire.ListView, { listId: listId(), list: listCodec })
export const listsViewCodec = message(wire.ListsView, { items: list(listViewCodec, { max: LISTS_MAX }) })
