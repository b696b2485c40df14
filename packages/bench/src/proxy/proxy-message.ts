/** From one node to another, by index. */
export interface Link {
  readonly from: number
  readonly to: number
}

/** What a proxy does to what goes over a link. */
export interface LinkDelay extends Link {
  readonly delayMs: number
  readonly jitterMs: number
  /** Every so many per cent of pieces wait as long as TCP takes to send a lost segment again. */
  readonly lossPercent: number
}

/** How much later than its time what was delayed was passed on. */
export interface Lateness {
  readonly pieces: number
  readonly meanMs: number
  readonly maxMs: number
}

/** What the proxy's process is told. It answers each order with its number. */
export type ProxyOrder =
  | { readonly type: 'open'; readonly seed: number; readonly ports: readonly number[] }
  | { readonly type: 'cuts'; readonly links: readonly Link[] }
  | { readonly type: 'delays'; readonly links: readonly LinkDelay[] }
  | { readonly type: 'reset'; readonly nodes: readonly number[] }
  | { readonly type: 'lateness' }

export interface ProxyRequest {
  readonly id: number
  readonly order: ProxyOrder
}

export interface ProxyReply {
  readonly id: number
  /** Of `open`: where each link begins. */
  readonly doors?: readonly (Link & { readonly port: number })[]
  readonly lateness?: Lateness
}
