import { err, ok } from '@hanse/primitives'
import { choice, object, optional, text } from '@hanse/protocol'
import { failure } from '../errors.ts'
import { defineMethod, type Method } from '../method.ts'
import { filterField, startField } from '../subscriptions/filters.ts'
import { subscriptionRequest } from '../subscriptions/request.ts'

const subscriptionId = text({ max: 32 })

export const subMethods: readonly Method[] = [
  defineMethod({
    name: 'sub_subscribe',
    summary: 'Sends what becomes final, or what happens in this node, to this WebSocket, without gap or repetition',
    description:
      'Each item comes as sub_notification {id, cursor, data}. To go on after a break, subscribe with the last cursor as `from`. Blocks, transactions and events are read back from the chain. consensus and node are this process’s own, kept in memory and bounded: what a cursor asks for and is not there any more is told by a first item of the type gap. The end is always told by sub_closed {id, reason, cursor}; a reader that is too slow is closed with the reason slow-reader.',
    params: {
      topic: choice('blocks', 'transactions', 'events', 'consensus', 'node'),
      filter: optional(filterField),
      from: optional(startField),
    },
    result: { name: 'subscription', field: object({ id: subscriptionId, cursor: text({ max: 64 }) }) },
    errors: [
      ...(['rpc/needs-websocket', 'rpc/too-many-subscriptions', 'rpc/start-above-head', 'node/syncing', 'query/unknown-module'] as const),
      ...(['query/unknown-command', 'query/unknown-event', 'query/unknown-attribute'] as const),
    ],
    cost: 5,
    handle: (context, params) => {
      const { subscriptions } = context.caller
      if (subscriptions === undefined) return err(failure('rpc/needs-websocket'))
      const request = subscriptionRequest(context, params)
      return request.ok ? subscriptions.open(request.value) : request
    },
  }),
  defineMethod({
    name: 'sub_unsubscribe',
    summary: 'Ends a subscription of this WebSocket',
    params: { id: subscriptionId },
    result: { name: 'end', field: object({ id: subscriptionId, cursor: text({ max: 64 }) }) },
    errors: ['rpc/needs-websocket', 'rpc/unknown-subscription'],
    handle: ({ caller }, { id }) => {
      if (caller.subscriptions === undefined) return err(failure('rpc/needs-websocket'))
      const closed = caller.subscriptions.close(id)
      return closed === undefined ? err(failure('rpc/unknown-subscription', { path: 'id' })) : ok({ id, cursor: closed.cursor })
    },
  }),
]
