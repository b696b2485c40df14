import { type Hex, reject } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { HanseError, isPassing } from './errors.ts'
import { type CallOptions, callOverHttp, type Fetch } from './http.ts'
import { CALL_TIMEOUT_MS_DEFAULT } from './limits.ts'

export interface NodesOptions {
  readonly urls: readonly string[]
  /** Given where there are several nodes, and where the caller pins the chain: each is asked for it before it is asked for anything else. */
  readonly genesisHash?: Hex
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: Fetch
}

/**
 * Nodes of one chain, asked in turn: what passes at one (nobody answers, syncing, busy, pool full) is asked of the next, and the one that
 * answered is asked first from then on. That is safe for every method: reads change nothing, and a transaction's bytes take effect once.
 */
export class Nodes {
  readonly #options: NodesOptions
  readonly #checked = new Set<string>()
  #first = 0

  constructor(options: NodesOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#options.urls.length
  }

  /**
   * `onPassedOver` hears why a node was passed over.
   * @throws HanseError what the last of them said, or that none answers; `sdk/wrong-chain` when one is of another chain
   */
  async call(method: string, params: Json, options: CallOptions = {}, onPassedOver?: (error: unknown) => void): Promise<Json> {
    const first = this.#first
    let isNobody = this.count > 1
    for (let turn = 0; ; turn++) {
      const url = this.#urlAt(first + turn)
      try {
        await this.#checkChain(url, options)
        const result = await this.#callAt(url, method, params, options)
        if (turn > 0) this.#first = (first + turn) % this.count
        return result
      } catch (error) {
        if (!isPassing(error)) throw error
        this.#checked.delete(url)
        isNobody &&= error instanceof HanseError && error.rejection.code === 'sdk/unreachable'
        if (turn + 1 >= this.count) throw isNobody ? this.#nobody(error) : error
        onPassedOver?.(error)
      }
    }
  }

  /** For a connection that stays: turn 0 is the node that answered last, each further turn the next one. */
  async urlFor(turn: number, signal?: AbortSignal): Promise<string> {
    const url = this.#urlAt(this.#first + turn)
    await this.#checkChain(url, signal === undefined ? {} : { signal })
    return url
  }

  /**
   * Why a WebSocket did not open, of which a socket says nothing: the same node answers over HTTP.
   * @throws HanseError what will not pass, such as a key that the node does not know
   */
  async probe(url: string, signal?: AbortSignal): Promise<void> {
    try {
      await this.#callAt(url, 'chain_getHeight', {}, signal === undefined ? {} : { signal })
    } catch (error) {
      if (!isPassing(error)) throw error
    }
  }

  get headers(): Readonly<Record<string, string>> {
    return this.#options.headers
  }

  /** Who named several nodes wants to know that it is none of them. */
  #nobody(cause: unknown): HanseError {
    const hint = 'Check that the nodes run and that the URLs are those of their RPC.'
    return new HanseError(reject('sdk/unreachable', `nobody answers at ${this.#options.urls.join(' or ')}`, { hint }), { cause })
  }

  #urlAt(place: number): string {
    return this.#options.urls[place % this.count] as string
  }

  async #callAt(url: string, method: string, params: Json, { timeoutMs = CALL_TIMEOUT_MS_DEFAULT, signal }: CallOptions): Promise<Json> {
    const { headers, fetch } = this.#options
    return (await callOverHttp({ url, headers, fetch }, method, params, {
      timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    })) as Json
  }

  async #checkChain(url: string, { signal }: CallOptions): Promise<void> {
    const pinned = this.#options.genesisHash
    if ((this.count === 1 && pinned === undefined) || this.#checked.has(url)) return
    const { genesisHash } = (await this.#callAt(url, 'node_info', {}, signal === undefined ? {} : { signal })) as { genesisHash?: Json }
    if (genesisHash !== pinned) {
      const hint = this.count === 1 ? 'Ask a node of the chain that is meant.' : 'Name nodes of one chain.'
      throw new HanseError(reject('sdk/wrong-chain', `${url} serves the chain ${genesisHash}, not ${pinned}`, { hint }))
    }
    this.#checked.add(url)
  }
}
