import type { Chain, ValidatorIndex } from '@hanse/protocol'
import { LOG_SLACK_RECORDS, POOL_CAPACITY, type SimNode } from './sim-node.ts'
import { Violation } from './violation.ts'

/** Every so many events the memory of a node is looked at. */
export const MEMORY_CHECK_EVENTS = 64
/** Windows of heights above head for which an engine keeps votes. */
const WINDOWS_KEPT = 2
/** Bodies of one height in one view: what the replica has prepared, and what a quorum has when the primary equivocates. */
const BODIES_PER_HEIGHT = 2
/** Log records of one height in one view beside its bodies: Prepare, prepared certificate, Commit, commit certificate. */
const RECORDS_PER_HEIGHT = BODIES_PER_HEIGHT + 4
/** Of a view change: ViewChange, prepared certificate, NewView. */
const RECORDS_PER_VIEW = 3
const KINDS_OF_RECORDS = 8

/** Oracle 8, as far as it shows from outside: what a node holds stays inside its bounds. */
export class MemoryOracle {
  readonly #window: number
  /** Of each node, the view in which its head rose to each height: every view since may have left what cannot go yet. */
  readonly #viewsOfHeights = new Map<ValidatorIndex, { readonly epoch: number; readonly views: Map<number, number>; last: number }>()

  constructor(chain: Chain) {
    this.#window = chain.genesis.params.window
  }

  check(node: SimNode): void {
    const { index, replica } = node
    const { epoch, head, view, slots, poolSize, bodiesHeld, logRecords } = replica.describe()
    const views = view - this.#oldestView(index, epoch, head.height, view) + 1
    const bounds = [
      { name: 'heights above head', value: slots.length, max: WINDOWS_KEPT * this.#window },
      { name: 'transactions in the pool', value: poolSize, max: POOL_CAPACITY },
      { name: 'bodies held', value: bodiesHeld, max: views * this.#window * BODIES_PER_HEIGHT },
      {
        name: 'log records',
        value: logRecords,
        max: LOG_SLACK_RECORDS + KINDS_OF_RECORDS + views * (RECORDS_PER_VIEW + RECORDS_PER_HEIGHT * this.#window),
      },
    ]
    for (const { name, value, max } of bounds)
      if (value > max) throw new Violation(8, `validator ${index} has ${value} ${name}, more than ${max}`)
  }

  /** No body above head is of an older view than the one in which the first head came that its height was in the window of. */
  #oldestView(index: ValidatorIndex, epoch: number, head: number, view: number): number {
    let known = this.#viewsOfHeights.get(index)
    // One in an earlier view than before has lost its disk.
    if (known?.epoch !== epoch || view < known.last) {
      known = { epoch, views: new Map([[0, 0]]), last: view }
      this.#viewsOfHeights.set(index, known)
    }
    known.last = view
    const { views } = known
    if (!views.has(head)) views.set(head, view)
    let oldest = 0
    for (const [height, at] of views) {
      if (height > head - this.#window) continue
      oldest = Math.max(oldest, at)
      if (height < head - this.#window) views.delete(height)
    }
    return oldest
  }
}
