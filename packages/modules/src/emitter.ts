import type { StateWriter } from '@hanse/state'

/** Attributes of an event by name; an undefined one is left out. */
export type Attributes = Readonly<Record<string, string | number | bigint | undefined>>

export type Emit = (state: StateWriter, type: string, attributes: Attributes) => void

/** Emits events of one module. The runtime sorts the attributes. */
export function emitterOf(module: string): Emit {
  return (state, type, attributes) => {
    const present = Object.entries(attributes).filter(([, value]) => value !== undefined)
    state.emit({ module, type, attributes: present.map(([key, value]) => ({ key, value: `${value}` })) })
  }
}
