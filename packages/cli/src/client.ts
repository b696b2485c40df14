import { rpcKeyOf } from '@hanse/node/outside'
import { createClient, type HanseClient, type WebSocketConstructor, type WebSocketLike } from '@hanse/sdk'

/** How a node is asked whose certificate is at hand. */
type PinnedFetch = typeof globalThis.fetch

/** A client of the node at `url`. */
export function clientOf(url: string, pinned?: PinnedFetch): HanseClient {
  // From the environment alone: other users of a machine can read command lines.
  const key = rpcKeyOf()
  const trust = pinned === undefined ? {} : { fetch: pinned }
  if (key === undefined) return createClient({ url, ...trust })
  const headers = { authorization: `Bearer ${key}` }
  return createClient({ url, ...trust, headers, WebSocket: webSocketWith(headers) })
}

/** Node's WebSocket takes headers, which the standard one, that of browsers, does not. */
function webSocketWith(headers: Readonly<Record<string, string>>): WebSocketConstructor {
  const Platform = globalThis.WebSocket as unknown as new (url: string, options: object) => WebSocketLike
  return class extends Platform {
    constructor(url: string) {
      super(url, { headers })
    }
  }
}
