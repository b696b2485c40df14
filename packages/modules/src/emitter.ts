import type { StateWriter } from '@hanse/state'

/** Attributes of an event by name; an undefined one is left out. */
export type Attributes = Readonly<Record<string, string | number | bigint | undefined>>

export type Emit = (state: StateWriter, type: string, attributes: Attributes) => void

/** Emits events of one module, attributes in the order of their names as receipts want them. */
export function emitterOf(module: string): Emit {
  return (state, type, attributes) => {
    const present = Object.entries(attributes).filter(([, value]) => value !== undefined)
    present.sort(([left], [right]) => (left < right ? -1 : 1))
    state.emit({ module, type, attributes: present.map(([key, value]) => ({ key, value: `${value}` })) })
  }
}
