import { Violation } from './oracles.ts'
import { SimNode } from './sim-node.ts'

/** Oracle 9: a node made from the disk alone is where the running one is. */
export function checkReplay(node: SimNode): void {
  node.sync()
  const before = node.replica.describe()
  const copy = node.reborn()
  const after = copy.replica.describe()
  if (after.view !== before.view || after.head.hash !== before.head.hash) {
    throw new Violation(9, `validator ${node.index} was at ${before.head.height}@${before.view} and replays to ${after.head.height}@${after.view}`)
  }
}
