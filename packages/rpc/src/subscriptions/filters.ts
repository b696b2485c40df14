import { ATTRIBUTE_VALUE_LENGTH_MAX, address, choice, type Field, type Json, object, optional, text, uint } from '@hanse/protocol'
import { jsonField, record } from '../fields.ts'
import { consensusFilter, nodeFilter } from './journal.ts'

/** Attributes that a filter may ask for. */
const FILTER_ATTRIBUTES_MAX = 8

const moduleName = optional(text({ max: 32 }))

export const blockFilter = object({})
export const transactionFilter = object({
  sender: optional(address()),
  module: moduleName,
  command: optional(text({ max: 48 })),
  outcome: optional(choice('success', 'rejected')),
})
export const eventFilterFields = {
  module: moduleName,
  type: optional(text({ max: 64 })),
  attributes: optional(record(text({ min: 0, max: ATTRIBUTE_VALUE_LENGTH_MAX }), { max: FILTER_ATTRIBUTES_MAX })),
}
export const eventFilter = object(eventFilterFields)

/** A filter of any topic; the topic's own field reads it. */
export const filterField: Field<Json> = jsonField<Json>({
  toJson: (filter) => filter,
  fromJson: (json) => json as Json,
  jsonSchema: {
    anyOf: [transactionFilter, eventFilter, blockFilter, consensusFilter, nodeFilter].map(({ jsonSchema }) => jsonSchema),
    description: 'by topic: what is given must all fit',
  },
})

const startHeight = uint()
const startText = text({
  max: 48,
  pattern: /^(earliest|latest|[0-9]{1,15}:[0-9]{1,9}|[0-9a-f]{16}@[0-9]{1,15})$/,
  words: 'earliest, latest, a cursor or a height, which is a number',
})

/** Where to start: a height, `earliest`, `latest`, or a cursor, which is the position after the item it came with. */
export const startField: Field<number | string> = jsonField<number | string>({
  toJson: (start) => start,
  fromJson: (json, path) => (typeof json === 'number' ? startHeight.fromJson(json, path) : startText.fromJson(json, path)),
  jsonSchema: {
    oneOf: [startHeight.jsonSchema, startText.jsonSchema],
    description: 'the first height to be told, earliest, latest (the default: from the next block on), or a cursor to go on after',
  },
})
