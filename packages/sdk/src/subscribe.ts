import { reject } from '@hanse/primitives'
import { backOffMs, sleep } from './back-off.ts'
import { HanseError, isPassing } from './errors.ts'
import { SubscriptionSocket, type WebSocketConstructor } from './socket.ts'
import type { Notification, SubscribeOptions, Topic, Topics } from './subscription-types.ts'

export interface SubscriptionEndpoint {
  /** Of the HTTP endpoint. */
  readonly url: string
  readonly WebSocket: WebSocketConstructor | undefined
}

/** `http://host:port` → `ws://host:port/ws`. */
function webSocketUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${pathname.replace(/\/$/, '')}/ws`
}

/**
 * What becomes final, item by item. A connection that breaks is opened again, with back-off and without end, and goes on after the last
 * item that was handed out. See `HanseClient.subscribe`.
 */
export async function* subscribe<T extends Topic>(
  endpoint: SubscriptionEndpoint,
  topic: T,
  options: SubscribeOptions<T> = {},
): AsyncGenerator<Notification<T>, void, undefined> {
  const { filter, signal } = options
  const isOver = (): boolean => signal?.aborted === true
  let from = options.from
  let attempt = 0
  let hasBeenOpen = false
  while (!isOver()) {
    const socket = open(endpoint, { topic, ...(filter === undefined ? {} : { filter }), ...(from === undefined ? {} : { from }) })
    const stop = (): void => socket.close()
    signal?.addEventListener('abort', stop)
    try {
      from = await socket.opened()
      hasBeenOpen = true
      for (let item = await socket.next(); item !== undefined && !isOver(); item = await socket.next()) {
        attempt = 0
        from = item.cursor
        yield { cursor: item.cursor, data: item.data as Topics[T]['data'] }
      }
      from = socket.end.cursor ?? from
      if (socket.end.error !== undefined) throw socket.end.error
    } catch (error) {
      if (isOver()) return
      if (!hasBeenOpen || !isPassing(error)) throw error
    } finally {
      signal?.removeEventListener('abort', stop)
      socket.close()
    }
    await sleep(backOffMs(attempt), signal)
    attempt += 1
  }
}

function open({ url, WebSocket }: SubscriptionEndpoint, params: object): SubscriptionSocket {
  if (WebSocket === undefined) {
    const hint = 'Give createClient one as `WebSocket`: that of the package ws, for example.'
    throw new HanseError(reject('sdk/no-websocket', 'this platform has no WebSocket', { hint }))
  }
  return new SubscriptionSocket(WebSocket, webSocketUrl(url), params)
}
