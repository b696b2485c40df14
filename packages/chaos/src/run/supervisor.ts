import { join } from 'node:path'
import { bringBack, wayOutOf } from '../faults/damage.ts'
import type { ChaosNode, Exit } from '../network/chaos-node.ts'
import type { Journal } from './journal.ts'

/** Codes of ends that nobody has foreseen. */
const DEFECTS: ReadonlySet<string> = new Set(['node/failed', 'node/invariant'])

/**
 * Sees every end of every process. One that no fault explains is a violation; the node is started again, so that the run goes on. A node
 * whose files were damaged may find out later, and is then brought back as its code says.
 */
export class Supervisor {
  readonly #journal: Journal
  readonly #violate: (check: string, message: string) => void
  /** How many faults under way may end it. */
  readonly #allowed = new Map<ChaosNode, number>()
  readonly #damaged = new Set<ChaosNode>()
  readonly #restarts = new Set<Promise<unknown>>()
  #isOver = false

  constructor(nodes: readonly ChaosNode[], journal: Journal, violate: (check: string, message: string) => void) {
    this.#journal = journal
    this.#violate = violate
    for (const node of nodes) {
      node.onChange = (isUp, exit) => this.#changed(node, isUp, exit)
    }
  }

  allowEnd(node: ChaosNode): void {
    this.#allowed.set(node, (this.#allowed.get(node) ?? 0) + 1)
  }

  /** A fault of these nodes is healed. */
  expectAll(nodes: readonly ChaosNode[], isDamaged: boolean): void {
    for (const node of nodes) {
      this.#allowed.set(node, Math.max(0, (this.#allowed.get(node) ?? 0) - 1))
      if (isDamaged) this.#damaged.add(node)
    }
  }

  /** All are asked to stop now: ends are expected. */
  async over(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#restarts)
  }

  /** Nodes whose files were damaged. */
  get damaged(): ReadonlySet<ChaosNode> {
    return this.#damaged
  }

  #changed(node: ChaosNode, isUp: boolean, exit: Exit | undefined): void {
    this.#journal.changes.push({ atMs: this.#journal.nowMs(), node: node.index, isUp, ...(exit === undefined ? {} : { exit }) })
    if (isUp) return
    const { code, message } = exit?.code === 0 || exit?.signal === 'SIGKILL' ? {} : node.lastWords()
    // Whatever was done to it, a node knows what it ends of.
    if (code !== undefined && DEFECTS.has(code)) this.#violate('defect', `${node.name}: ${code}: ${message}`)
    if (this.#isOver || (this.#allowed.get(node) ?? 0) > 0) return
    if (this.#damaged.has(node) && wayOutOf(code) !== undefined)
      this.#restart(bringBack(node, join(node.home, 'guard-before'), (text) => this.#journal.note(text)))
    else {
      this.#violate('process', `${node.name} ended by itself (${exit?.signal ?? `code ${exit?.code}`}): ${code ?? ''} ${message ?? ''}`)
      this.#restart(node.start())
    }
  }

  #restart(restart: Promise<unknown>): void {
    const settled = restart.catch((error: unknown) => this.#violate('process', String(error))).finally(() => this.#restarts.delete(settled))
    this.#restarts.add(settled)
  }
}
