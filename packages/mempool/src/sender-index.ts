import type { Address } from '@hanse/primitives'
import type { TransactionBody } from '@hanse/protocol'
import type { Entry } from './entry.ts'

/** What a sender that uses sequences must use next at the final head. */
export type NextSequence = (sender: Address) => number

interface Sender {
  count: number
  readonly bySequence: Map<number, Entry>
  /** The sequences whose turn it is, or will be without anybody's help: from `next` up to before `end`. As of the last count. */
  next: number
  end: number
}

function blockedOf({ bySequence, next, end }: Sender): number {
  return bySequence.size - (end - next)
}

/** Who has how much in the pool, and the sequences of those who use them. */
export class SenderIndex {
  readonly #senders = new Map<Address, Sender>()
  /** Senders whose turns have to be counted again. */
  readonly #changed = new Set<Address>()
  #blocked = 0

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
      held = { count: 0, bySequence: new Map(), next: 0, end: 0 }
      this.#senders.set(sender, held)
    }
    held.count += 1
    if (sequence === undefined) return
    this.#change(sender, held, () => held.bySequence.set(sequence, entry))
  }

  remove(entry: Entry): void {
    const { sender, sequence } = entry.transaction.body
    const held = this.#senders.get(sender)
    if (held === undefined) return
    held.count -= 1
    if (sequence !== undefined) this.#change(sender, held, () => held.bySequence.delete(sequence))
    if (held.count > 0) return
    this.#blocked -= blockedOf(held)
    this.#senders.delete(sender)
    this.#changed.delete(sender)
  }

  /** The sender's next sequence may be another than it was. */
  moved(sender: Address): void {
    const held = this.#senders.get(sender)
    if (held !== undefined && held.bySequence.size > 0) this.#changed.add(sender)
  }

  /** Entries that cannot be taken: an earlier sequence is missing, or theirs was used by another transaction. */
  blocked(nextSequence: NextSequence): number {
    for (const sender of this.#changed) {
      const held = this.#senders.get(sender)
      if (held !== undefined) this.#recount(held, nextSequence(sender))
    }
    this.#changed.clear()
    return this.#blocked
  }

  /** As of the last count. */
  isBlocked({ sender, sequence }: TransactionBody): boolean {
    const held = this.#senders.get(sender)
    return sequence !== undefined && held !== undefined && (sequence < held.next || sequence >= held.end)
  }

  #change(sender: Address, held: Sender, change: () => void): void {
    this.#blocked -= blockedOf(held)
    change()
    this.#blocked += blockedOf(held)
    this.#changed.add(sender)
  }

  #recount(held: Sender, next: number): void {
    this.#blocked -= blockedOf(held)
    held.next = next
    held.end = next
    while (held.bySequence.has(held.end)) held.end += 1
    this.#blocked += blockedOf(held)
  }
}
