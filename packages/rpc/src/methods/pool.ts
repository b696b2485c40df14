import { ok } from '@hanse/primitives'
import { object, uint } from '@hanse/protocol'
import { poolList } from '../lists/pool-list.ts'
import { defineMethod, type Method } from '../method.ts'

export const poolMethods: readonly Method[] = [
  defineMethod({
    name: 'pool_status',
    summary: 'How many transactions wait for a block here, and how many may',
    params: {},
    result: { name: 'pool', field: object({ size: uint(), sizeBytes: uint(), capacity: uint(), perSenderMax: uint() }) },
    errors: [],
    handle: ({ api }) => ok(api.pool()),
  }),
  poolList,
]
