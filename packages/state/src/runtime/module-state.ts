import { assert } from '@hanse/primitives'
import { EVENTS_PER_RECEIPT_MAX, type Event, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX } from '@hanse/protocol'
import { copied, HELD_BYTES, HeldState } from '../data/held-bytes.ts'
import { keyText, moduleOfKeyText } from '../data/state-key.ts'
import type { StateWriter } from '../module.ts'
import { checkedEvent } from './event-check.ts'
import { LimitFault } from './limit-fault.ts'
import type { Writable } from './registry.ts'
import type { WriteSet } from './write-set.ts'

/** What one module sees of a transaction's or a block's state: it writes under its own name and under those it uses. */
export class ModuleState extends HeldState implements StateWriter {
  readonly #writes: WriteSet
  readonly #events: Event[]
  readonly #module: string
  readonly #writable: Writable

  /** `events` is shared by all who write into the same receipt. */
  constructor(module: string, writable: Writable, writes: WriteSet, events: Event[]) {
    super()
    this.#module = module
    this.#writable = writable
    this.#writes = writes
    this.#events = events
  }

  /** Nothing stands under a key that is too long to be written: not each store would say so. */
  [HELD_BYTES](key: Uint8Array): Uint8Array | undefined {
    if (key.length > STATE_KEY_BYTES_MAX) return undefined
    return this.#writes.read(keyText(key), key)
  }

  /** The caller may change both arrays afterwards: the state does not. */
  put(key: Uint8Array, value: Uint8Array): void {
    if (value.length > STATE_VALUE_BYTES_MAX) {
      throw new LimitFault('tx/value-too-large', `a value has at most ${STATE_VALUE_BYTES_MAX} bytes, not ${value.length}`)
    }
    this.#writes.set(this.#writableText(key), { key: copied(key), value: copied(value) })
  }

  delete(key: Uint8Array): void {
    this.#writes.set(this.#writableText(key), { key: copied(key), value: undefined })
  }

  get eventsLeft(): number {
    return EVENTS_PER_RECEIPT_MAX - this.#events.length
  }

  emit(event: Event): void {
    const types = this.#writable.get(event.module)
    assert(types !== undefined, `module ${this.#module} may not emit for ${event.module}`)
    assert(types.has(event.type), `module ${event.module} declares no event ${event.type}`)
    if (this.eventsLeft <= 0) {
      throw new LimitFault('tx/too-many-events', `a receipt has at most ${EVENTS_PER_RECEIPT_MAX} events`)
    }
    this.#events.push(checkedEvent(event))
  }

  #writableText(key: Uint8Array): string {
    if (key.length > STATE_KEY_BYTES_MAX)
      throw new LimitFault('tx/key-too-large', `a key has at most ${STATE_KEY_BYTES_MAX} bytes, not ${key.length}`)
    const text = keyText(key)
    const owner = moduleOfKeyText(text)
    assert(owner !== undefined && this.#writable.has(owner), `module ${this.#module} may not write under ${owner ?? 'no name'}`)
    return text
  }
}
