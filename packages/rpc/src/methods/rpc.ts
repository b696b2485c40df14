import { ok } from '@hanse/primitives'
import { described, jsonValue } from '@hanse/protocol'
import { defineMethod, type Method } from '../method.ts'

export const rpcMethods: readonly Method[] = [
  defineMethod({
    name: 'rpc.discover',
    summary: 'The OpenRPC document of this listener: every method, with the schemas that check it',
    params: {},
    result: { name: 'document', field: described('OpenRPC 1.3', jsonValue()) },
    errors: [],
    cost: 5,
    handle: ({ services }) => ok(services.discover()),
  }),
]
