import type { Link, LinkDelay } from '@hanse/bench'

/** How nodes reach each other: over loopback as it is, through a proxy of ours on each link, or each from a network of its own. */
export type FabricType = 'plain' | 'proxy' | 'namespaces'

/** The network between the nodes, and what can be done to it. What a fabric cannot do throws. */
export interface Fabric {
  readonly type: FabricType
  /** What a node's process is started through. */
  enter(node: number): readonly string[]
  /** Where a node listens for its peers. */
  listen(node: number): string
  /** Where `node` reaches the others, by index. */
  addresses(node: number): ReadonlyMap<number, string>
  /** Nothing arrives over these links, and over all others everything does. */
  setCuts(links: readonly Link[]): Promise<void>
  setDelays(links: readonly LinkDelay[]): Promise<void>
  /** Every connection of these nodes ends at once, by a reset. */
  reset(nodes: readonly number[]): Promise<void>
  /** The cable of a node. */
  setCable(node: number, state: 'up' | 'down'): Promise<void>
  close(): Promise<void>
}

export function cannot(type: FabricType, what: string): never {
  throw new Error(`a network of type ${type} cannot ${what}`)
}
