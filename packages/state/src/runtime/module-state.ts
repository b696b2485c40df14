import { assert } from '@hanse/primitives'
import { EVENTS_PER_RECEIPT_MAX, type Event, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX } from '@hanse/protocol'
import { ABSENT, copied, HELD, HeldState, HeldValue, HOLD } from '../data/held-value.ts'
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

  [HELD](text: string): HeldValue {
    return text.length > STATE_KEY_BYTES_MAX ? ABSENT : this.#writes.read(text)
  }

  [HOLD](text: string, value: HeldValue): void {
    this.#hold(text, value)
  }

  /** The caller may change both arrays afterwards: the state does not. */
  put(key: Uint8Array, value: Uint8Array): void {
    checkValueSize(value.length)
    checkKeySize(key.length)
    this.#hold(keyText(key), new HeldValue(copied(value)))
  }

  delete(key: Uint8Array): void {
    checkKeySize(key.length)
    this.#hold(keyText(key), ABSENT)
  }

  get eventsLeft(): number {
    return EVENTS_PER_RECEIPT_MAX - this.#events.length
  }

  emit(event: Event): void {
    const types = this.#writable.get(event.module)
    assert(types !== undefined, () => `module ${this.#module} may not emit for ${event.module}`)
    assert(types.has(event.type), () => `module ${event.module} declares no event ${event.type}`)
    if (this.eventsLeft <= 0) {
      throw new LimitFault('tx/too-many-events', `a receipt has at most ${EVENTS_PER_RECEIPT_MAX} events`)
    }
    this.#events.push(checkedEvent(event))
  }

  #hold(text: string, value: HeldValue): void {
    checkValueSize(value.bytes?.length ?? 0)
    checkKeySize(text.length)
    const owner = moduleOfKeyText(text)
    assert(owner !== undefined && this.#writable.has(owner), () => `module ${this.#module} may not write under ${owner ?? 'no name'}`)
    this.#writes.set(text, value)
  }
}

function checkKeySize(sizeBytes: number): void {
  if (sizeBytes <= STATE_KEY_BYTES_MAX) return
  throw new LimitFault('tx/key-too-large', `a key has at most ${STATE_KEY_BYTES_MAX} bytes, not ${sizeBytes}`)
}

function checkValueSize(sizeBytes: number): void {
  if (sizeBytes <= STATE_VALUE_BYTES_MAX) return
  throw new LimitFault('tx/value-too-large', `a value has at most ${STATE_VALUE_BYTES_MAX} bytes, not ${sizeBytes}`)
}
