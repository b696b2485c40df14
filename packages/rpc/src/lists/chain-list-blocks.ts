import { described, hash, headerCodec, object, uint } from '@hanse/protocol'
import { defineMethod } from '../method.ts'
import { cursorField, LIST_ERRORS, limitField, pageField, pageOf, rangeFields, rangeOf } from './list-fields.ts'

export const chainListBlocks = defineMethod({
  name: 'chain_listBlocks',
  summary: 'Final blocks, newest first unless asked otherwise, without their transactions',
  description: 'sizeBytes is that of the transactions. chain_getBlock has a block’s bodies and its certificate.',
  params: { ...rangeFields, cursor: cursorField, limit: limitField },
  result: {
    name: 'page',
    field: pageField(
      object({
        hash: hash(),
        height: uint(),
        timeMs: uint(),
        header: headerCodec,
        transactionCount: uint(),
        rejectedCount: described('of them, those that a module rejected', uint()),
        eventCount: uint(),
        sizeBytes: uint(),
      }),
    ),
  },
  errors: LIST_ERRORS,
  cost: 5,
  handle: async (context, params) => {
    const { api, head } = context
    const asked = rangeOf(context, params)
    if (!asked.ok) return asked
    const page = await api.lists.blocks(asked.value.range)
    return pageOf(page, asked.value, head, (block) => ({ ...block, height: block.header.height, timeMs: block.header.timeMs }))
  },
})
