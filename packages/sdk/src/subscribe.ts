import { reject } from '@hanse/primitives'
import { backOffMs, sleep } from './back-off.ts'
import { HanseError, isPassing } from './errors.ts'
import type { Nodes } from './nodes.ts'
import { checkOptions, SUBSCRIBE_OPTIONS } from './options.ts'
import { SubscriptionSocket, type WebSocketConstructor } from './socket.ts'
import type { Notification, SubscribeOptions, Topic, Topics } from './subscription-types.ts'

export interface SubscriptionEndpoint {
  readonly nodes: Nodes
  readonly WebSocket: WebSocketConstructor | undefined
}

/** Topics whose cursors are places in the chain, the same at every node. What others tell is the word of one node: they stay with it. */
const OF_THE_CHAIN: ReadonlySet<string> = new Set(['blocks', 'transactions', 'events'])

/** The node has not come as far as the one before it. */
function isBehind(error: unknown): boolean {
  return error instanceof HanseError && error.rejection.code === 'rpc/start-above-head'
}

/** `http://host:port` → `ws://host:port/ws`. */
function webSocketUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${pathname.replace(/\/$/, '')}/ws`
}

/**
 * What becomes final, item by item. A connection that breaks is opened again, with back-off and without end, at the next node where there
 * are several, and goes on after the last item that was handed out. See `HanseClient.subscribe`.
 */
export async function* subscribe<T extends Topic>(
  endpoint: SubscriptionEndpoint,
  topic: T,
  options: SubscribeOptions<T> = {},
): AsyncGenerator<Notification<T>, void, undefined> {
  checkOptions('subscribe', options, SUBSCRIBE_OPTIONS)
  const { filter, signal, onOpen, onLost } = options
  const isOver = (): boolean => signal?.aborted === true
  const nodesToTry = OF_THE_CHAIN.has(topic) ? endpoint.nodes.count : 1
  let from: number | string | undefined = options.from
  let attempt = 0
  let turn = 0
  let hasBeenOpen = false
  let isLost = false
  while (!isOver()) {
    let socket: SubscriptionSocket | undefined
    let isOpen = false
    let url = ''
    const stop = (): void => socket?.close()
    signal?.addEventListener('abort', stop)
    try {
      url = await endpoint.nodes.urlFor(turn % nodesToTry, signal)
      socket = open(endpoint, url, { topic, ...(filter === undefined ? {} : { filter }), ...(from === undefined ? {} : { from }) })
      from = await socket.opened()
      isOpen = true
      hasBeenOpen = true
      isLost = false
      onOpen?.(from)
      for (let item = await socket.next(); item !== undefined && !isOver(); item = await socket.next()) {
        attempt = 0
        from = item.cursor
        yield { cursor: item.cursor, data: item.data as Topics[T]['data'] }
      }
      from = socket.end.cursor ?? from
      if (socket.end.error !== undefined) throw socket.end.error
    } catch (error) {
      if (isOver()) return
      turn += 1
      if (socket !== undefined && !isOpen) await endpoint.nodes.probe(url, signal)
      const mayPass = isPassing(error) || (hasBeenOpen && nodesToTry > 1 && isBehind(error))
      if (!mayPass || (!hasBeenOpen && turn >= nodesToTry)) throw error
      if (hasBeenOpen && !isLost) onLost?.(error)
      isLost = hasBeenOpen
    } finally {
      signal?.removeEventListener('abort', stop)
      socket?.close()
    }
    await sleep(backOffMs(attempt), signal)
    attempt += 1
  }
}

function open({ nodes, WebSocket }: SubscriptionEndpoint, url: string, params: object): SubscriptionSocket {
  if (WebSocket === undefined) {
    const hint = 'Give createClient one as `WebSocket`: that of the package ws, for example.'
    throw new HanseError(reject('sdk/no-websocket', 'this platform has no WebSocket', { hint }))
  }
  return new SubscriptionSocket(WebSocket, webSocketUrl(url), nodes.headers, params)
}
