import type { NodeChain } from './chain.ts'
import { summarized, type Violation } from './violation.ts'

/** **Agreement**: every node has the same block at every height, none is left out, and all have come to one head. */
export function checkAgreement(chains: ReadonlyMap<string, NodeChain>): readonly Violation[] {
  const messages: string[] = []
  const known = new Map<number, { readonly hash: string; readonly node: string }>()
  const heads = new Map([...chains].map(([node, chain]) => [node, chain.at(-1)?.height ?? 0]))
  for (const [node, chain] of chains) {
    for (const [place, { height, hash }] of chain.entries()) {
      if (height !== place + 1) {
        messages.push(`${node} has height ${height} in the place of ${place + 1}`)
        break
      }
      const other = known.get(height)
      if (other === undefined) known.set(height, { hash, node })
      else if (other.hash !== hash) messages.push(`height ${height}: ${node} has ${hash}, ${other.node} has ${other.hash}`)
    }
  }
  if (new Set(heads.values()).size > 1) messages.push(`heads differ: ${[...heads].map(([node, head]) => `${node} ${head}`).join(', ')}`)
  return summarized('agreement', messages)
}

/** The same while it runs: what each node tells as it becomes final. Keeps one hash a height. */
export class RunningAgreement {
  readonly #known = new Map<number, { readonly hash: string; readonly node: string }>()

  /** What is wrong with it, if anything. */
  add(node: string, height: number, hash: string): string | undefined {
    const other = this.#known.get(height)
    if (other === undefined) this.#known.set(height, { hash, node })
    else if (other.hash !== hash) return `height ${height}: ${node} has ${hash}, ${other.node} had ${other.hash}`
    return undefined
  }
}
