import { err } from '@hanse/primitives'
import { described, eventCodec, hash, object, uint } from '@hanse/protocol'
import { heightField } from '../fields.ts'
import { defineMethod } from '../method.ts'
import { eventFilterFields } from '../subscriptions/filters.ts'
import { unknownName } from '../unknown-name.ts'
import { cursorField, LIST_ERRORS, LOWEST_HEIGHT, limitField, pageField, pageOf, rangeOf } from './list-fields.ts'

export const eventList = defineMethod({
  name: 'event_list',
  summary: 'Events of a range of heights, oldest first; what is given must all fit',
  description: 'An event of the block itself, of a deadline for instance, has a txId of zeros.',
  params: {
    from: described(LOWEST_HEIGHT, heightField),
    to: described('the highest height', heightField),
    ...eventFilterFields,
    cursor: cursorField,
    limit: limitField,
  },
  result: {
    name: 'page',
    field: pageField(
      object({
        event: eventCodec,
        txId: hash(),
        height: uint(),
        blockHash: hash(),
        timeMs: uint(),
        index: described('among the events of its block', uint()),
      }),
    ),
  },
  errors: [...LIST_ERRORS, 'query/unknown-module', 'query/unknown-event', 'query/unknown-attribute'],
  cost: 5,
  handle: async (context, { module, type, attributes, ...params }) => {
    const { api, head } = context
    const asked = rangeOf(context, { ...params, order: 'ascending' })
    if (!asked.ok) return asked
    const unknown = unknownName(api.knownModules, { module, type, attributes })
    if (unknown !== undefined) return err(unknown)
    const filter = {
      ...(module === undefined ? {} : { module }),
      ...(type === undefined ? {} : { type }),
      ...(attributes === undefined ? {} : { attributes }),
    }
    return pageOf(await api.lists.events(asked.value.range, filter), asked.value, head, (event) => event)
  },
})
