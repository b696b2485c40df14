import type { Hash, Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { SimNode } from './sim-node.ts'
import { Violation } from './violation.ts'

/** What a client saw of one transaction. */
export interface Operation {
  readonly invokedUs: number
  /** Infinite while nobody has told its outcome. */
  readonly returnedUs: number
  /** Where it was executed: heights first, then places in the block. */
  readonly position: number
}

const PLACES_PER_HEIGHT = 100_000

/**
 * What is wrong with a history, if anything. The positions are the order that the chain claims: the history is linearizable in it when no
 * operation stands behind one that was begun only after it had returned. Each is executed at one position, and returns what that gave
 * (the bank's oracle), so the order is all there is to find.
 */
export function historyFault(operations: Iterable<Operation>): string | undefined {
  let lastInvokedUs = Number.NEGATIVE_INFINITY
  for (const { invokedUs, returnedUs, position } of [...operations].sort((left, right) => left.position - right.position)) {
    if (returnedUs < lastInvokedUs)
      return `what returned at ${returnedUs} µs stands at ${position}, behind what began at ${lastInvokedUs} µs`
    lastInvokedUs = Math.max(lastInvokedUs, invokedUs)
  }
  return undefined
}

/**
 * Oracles 11 and 12, from what clients see and nothing else: the history of transactions is linearizable, and what was read as final is
 * never read otherwise again, at no node.
 */
export class HistoryOracle {
  readonly #invokedUs = new Map<Hash, number>()
  readonly #returnedUs = new Map<Hash, number>()
  readonly #positions = new Map<Hash, number>()
  readonly #ids: Hash[] = []
  /** The highest head that each node has shown. */
  readonly #shown = new Map<ValidatorIndex, number>()

  onInvoked(id: Hash, nowUs: number): void {
    if (!this.#invokedUs.has(id)) this.#invokedUs.set(id, nowUs)
  }

  /** An honest node tells its clients of a block. */
  onTold(node: ValidatorIndex, { block }: FinalBlock, nowUs: number): void {
    for (const [place, { id }] of block.included.entries()) {
      const position = block.header.height * PLACES_PER_HEIGHT + place
      const known = this.#positions.get(id)
      if (known === undefined) {
        this.#positions.set(id, position)
        this.#returnedUs.set(id, nowUs)
        this.#ids.push(id)
      } else if (known !== position)
        throw new Violation(12, `validator ${node} tells transaction ${id} at ${position}, and ${known} was told`)
    }
  }

  /** A client reads from `node`, honest and up: its head, and what became of some transaction. */
  read(node: SimNode, prng: Prng): void {
    const { height } = node.ledger.head.header
    const shown = this.#shown.get(node.index) ?? 0
    if (height < shown) throw new Violation(12, `validator ${node.index} has shown height ${shown}, and shows ${height}`)
    this.#shown.set(node.index, height)
    if (this.#ids.length === 0) return
    const id = prng.pick(this.#ids)
    const told = Math.floor((this.#positions.get(id) ?? 0) / PLACES_PER_HEIGHT)
    const read = node.reader.heightOfTransaction(id)
    if (read !== (told <= height ? told : undefined))
      throw new Violation(12, `validator ${node.index} at height ${height} shows transaction ${id} at ${read}, and ${told} was told`)
  }

  /** Its disk is an older one: what it showed others have. */
  onRestored(node: ValidatorIndex): void {
    this.#shown.delete(node)
  }

  onEnd(): void {
    const operations = [...this.#invokedUs].flatMap(([id, invokedUs]) => {
      const position = this.#positions.get(id)
      return position === undefined ? [] : [{ invokedUs, returnedUs: this.#returnedUs.get(id) ?? Number.POSITIVE_INFINITY, position }]
    })
    const fault = historyFault(operations)
    if (fault !== undefined) throw new Violation(11, fault)
  }
}
