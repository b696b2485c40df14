import type { Link, LinkDelay } from './fabric.ts'

/** What the proxy's process is told. It answers each order with its number. */
export type ProxyOrder =
  | { readonly type: 'open'; readonly seed: number; readonly ports: readonly number[] }
  | { readonly type: 'cuts'; readonly links: readonly Link[] }
  | { readonly type: 'delays'; readonly links: readonly LinkDelay[] }
  | { readonly type: 'reset'; readonly nodes: readonly number[] }

export interface ProxyRequest {
  readonly id: number
  readonly order: ProxyOrder
}

export interface ProxyReply {
  readonly id: number
  /** Of `open`: where each link begins. */
  readonly doors?: readonly (Link & { readonly port: number })[]
}
