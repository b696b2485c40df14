import { defineRecord } from '@hanse/state'
import { listArgsCodec, listCodec, listVersionArgsCodec, listVersionCodec } from './codecs.ts'
import { lists, listVersions } from './store.ts'

export const records = {
  list: defineRecord({
    summary: 'A list with the version in force',
    key: listArgsCodec,
    value: listCodec,
    keyOf: ({ listId }) => lists.keyOf(listId),
  }),
  listVersion: defineRecord({
    summary: 'A version of a list: root, count, document, height',
    key: listVersionArgsCodec,
    value: listVersionCodec,
    keyOf: ({ listId, version }) => listVersions.keyOf([listId, `${version}`]),
  }),
}
