import type { Address } from '@hanse/primitives'
import type { Entry } from './entry.ts'

interface Sender {
  count: number
  readonly bySequence: Map<number, Entry>
}

/** Who has how much in the pool, and the sequences of those who use them. */
export class SenderIndex {
  readonly #senders = new Map<Address, Sender>()

  count(sender: Address): number {
    return this.#senders.get(sender)?.count ?? 0
  }

  withSequence(sender: Address, sequence: number): Entry | undefined {
    return this.#senders.get(sender)?.bySequence.get(sequence)
  }

  add(entry: Entry): void {
    const { sender, sequence } = entry.transaction.body
    let held = this.#senders.get(sender)
    if (held === undefined) {
      held = { count: 0, bySequence: new Map() }
      this.#senders.set(sender, held)
    }
    held.count += 1
    if (sequence !== undefined) held.bySequence.set(sequence, entry)
  }

  remove(entry: Entry): void {
    const { sender, sequence } = entry.transaction.body
    const held = this.#senders.get(sender)
    if (held === undefined) return
    held.count -= 1
    if (sequence !== undefined) held.bySequence.delete(sequence)
    if (held.count === 0) this.#senders.delete(sender)
  }
}
