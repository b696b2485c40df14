import type { Address } from '@hanse/primitives'
import type { Entry } from './entry.ts'

interface Sender {
  count: number
  readonly bySequence: Map<number, Entry>
}

/** Who has how much in the pool, and the sequences of those who use them. */
export class SenderIndex {
  readonly #senders = new Map<Address, Sender>()
  /** Those with a transaction here that has a sequence. */
  readonly #sequenced = new Set<Address>()

  count(sender: Address): number {
    return this.#senders.get(sender)?.count ?? 0
  }

  withSequence(sender: Address, sequence: number): Entry | undefined {
    return this.#senders.get(sender)?.bySequence.get(sequence)
  }

  /** Of all senders: transactions that wait behind a gap in their sender's sequence. */
  gapped(nextSequence: (sender: Address) => number): number {
    let gapped = 0
    for (const sender of this.#sequenced) {
      const bySequence = this.#senders.get(sender)?.bySequence ?? new Map<number, Entry>()
      let ready = 0
      for (let next = nextSequence(sender); bySequence.has(next); next++) ready += 1
      gapped += bySequence.size - ready
    }
    return gapped
  }

  add(entry: Entry): void {
    const { sender, sequence } = entry.transaction.body
    let held = this.#senders.get(sender)
    if (held === undefined) {
      held = { count: 0, bySequence: new Map() }
      this.#senders.set(sender, held)
    }
    held.count += 1
    if (sequence === undefined) return
    held.bySequence.set(sequence, entry)
    this.#sequenced.add(sender)
  }

  remove(entry: Entry): void {
    const { sender, sequence } = entry.transaction.body
    const held = this.#senders.get(sender)
    if (held === undefined) return
    held.count -= 1
    if (sequence !== undefined) held.bySequence.delete(sequence)
    if (held.bySequence.size === 0) this.#sequenced.delete(sender)
    if (held.count === 0) this.#senders.delete(sender)
  }
}
