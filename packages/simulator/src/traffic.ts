import type { Prng } from '@hanse/primitives'
import type { Transaction, ValidatorIndex, Verified } from '@hanse/protocol'
import type { Clients } from './clients.ts'
import type { EventQueue } from './event-queue.ts'
import type { Oracles } from './oracles.ts'
import { LIVENESS_TRANSACTIONS, RESUBMIT_EVERY_US } from './pace.ts'
import type { Goal } from './result.ts'
import type { SimEvent } from './sim-event.ts'
import type { SimNode } from './sim-node.ts'
import type { Stories } from './stories.ts'
import { Violation } from './violation.ts'

interface TrafficParts {
  readonly clients: Clients
  readonly oracles: Oracles
  /** What is sent beside payments, when its time has come. */
  readonly stories: Pick<Stories, 'next'>
  readonly queue: EventQueue<SimEvent>
  readonly prng: Prng
  readonly honest: ReadonlySet<ValidatorIndex>
  readonly nodes: readonly SimNode[]
  readonly honestNodes: readonly SimNode[]
  readonly goal: Goal
  nowMs(): number
  isRunning(node: ValidatorIndex): boolean
  /** Runs something on a node; a crash on the way ends its process. */
  survive(node: SimNode, action: () => void): void
}

/** What goes between clients and nodes. */
export class Traffic {
  readonly #parts: TrafficParts

  constructor(parts: TrafficParts) {
    this.#parts = parts
  }

  /** Some read, some send, and the next come after a while. */
  burst(): void {
    const { clients, oracles, stories, queue, prng, nodes, goal } = this.#parts
    const nowMs = this.#parts.nowMs()
    const { sendings, waitMs } = clients.burst(nowMs, { height: oracles.height, transactions: oracles.transactions, goal })
    if (sendings.length > 0) this.#read()
    const one = prng.pick(nodes)
    for (const sending of sendings) {
      if ('oversized' in sending) this.#offerOversized(one, sending.oversized)
      else if (sending.to === 'all') for (const node of nodes) this.#submit(sending.transaction, node)
      else this.#submit(sending.transaction, sending.to === 'one' ? one : prng.pick(nodes))
    }
    for (const transaction of stories.next(nowMs)) this.#submit(transaction)
    queue.schedule(waitMs * 1000, { type: 'submit' })
  }

  /** What is not final yet, once more. */
  resubmit(): void {
    for (const transaction of this.#parts.clients.pending.values()) this.#submit(transaction)
    this.#parts.queue.schedule(RESUBMIT_EVERY_US, { type: 'resubmit' })
  }

  /** So that liveness has something to show. */
  last(): void {
    for (const transaction of this.#parts.clients.take(LIVENESS_TRANSACTIONS, this.#parts.nowMs())) this.#submit(transaction)
  }

  /** Some client looks up at some node how things stand. */
  #read(): void {
    const { prng, honestNodes, oracles } = this.#parts
    const node = prng.pick(honestNodes)
    if (this.#parts.isRunning(node.index)) oracles.read(node, prng)
  }

  #offerOversized(node: SimNode, raw: Uint8Array): void {
    if (this.#parts.honest.has(node.index) && node.takes(raw))
      throw new Violation(3, `validator ${node.index} takes a transaction of ${raw.length} bytes`)
  }

  /** To one node or another. Nobody answers for one that is down; one that has it final says so. */
  #submit(transaction: Verified<Transaction>, node = this.#parts.prng.pick(this.#parts.nodes)): void {
    const { oracles, clients, honest } = this.#parts
    oracles.onSubmitted(transaction.id)
    if (!this.#parts.isRunning(node.index)) return
    const isFinal = honest.has(node.index) && node.reader.heightOfTransaction(transaction.id) !== undefined
    if (isFinal) clients.onFinal([transaction.id])
    else this.#parts.survive(node, () => node.submit(transaction))
  }
}
