import { err, ok } from '@hanse/primitives'
import { choice, object, optional, text } from '@hanse/protocol'
import { failure } from '../errors.ts'
import { defineMethod, type Method } from '../method.ts'
import { filterField, startField } from '../subscriptions/filters.ts'
import { startPosition } from '../subscriptions/start-position.ts'
import { matcherOf } from '../subscriptions/topics.ts'

const subscriptionId = text({ max: 32 })

export const subMethods: readonly Method[] = [
  defineMethod({
    name: 'sub_subscribe',
    summary: 'Sends what becomes final to this WebSocket, from a height or a cursor on, without gap or repetition',
    description:
      'Each item comes as sub_notification {id, cursor, data}. To go on after a break, subscribe with the last cursor as `from`: the blocks in between are read back. The end is always told by sub_closed {id, reason, cursor}; a reader that is too slow is closed with the reason slow-reader.',
    params: { topic: choice('blocks', 'transactions', 'events'), filter: optional(filterField), from: optional(startField) },
    result: { name: 'subscription', field: object({ id: subscriptionId, cursor: text({ max: 64 }) }) },
    errors: ['rpc/needs-websocket', 'rpc/too-many-subscriptions', 'rpc/start-above-head', 'node/syncing', 'query/unknown-module'],
    cost: 5,
    handle: ({ api, caller, head, services }, { topic, filter, from }) => {
      if (caller.subscriptions === undefined) return err(failure('rpc/needs-websocket'))
      const matches = matcherOf(topic, filter, api.modules)
      if (!matches.ok) return matches
      const start = startPosition(from, head, () => services.status())
      return start.ok ? caller.subscriptions.open({ topic, matches: matches.value, start: start.value }) : start
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
