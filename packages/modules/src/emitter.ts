import { assert } from '@hanse/primitives'
import type { AttributesOf, AttributeValue, BoundEvent, StateWriter } from '@hanse/state'

/** Emits an event that is declared. A type or an attribute that is not does not compile. */
export type Emit<E extends Readonly<Record<string, BoundEvent>>> = <T extends keyof E & string>(
  state: StateWriter,
  type: T,
  attributes: Optional<AttributesOf<E[T]>>,
) => void

/** What may be absent may be given as undefined too: it is left out. */
type Optional<A> = { readonly [K in keyof A]: A[K] | (undefined extends A[K] ? undefined : never) }

/** Binds a module's declared events. The runtime sorts the attributes. What a spread brings in that is not declared is a broken invariant. */
export function emitterOf<const E extends Readonly<Record<string, BoundEvent>>>(module: string, events: E): Emit<E> {
  return (state, type, attributes) => {
    const declared = events[type]?.attributes ?? {}
    const given: Readonly<Record<string, AttributeValue | undefined>> = attributes
    const present: { readonly key: string; readonly value: string }[] = []
    for (const key of Object.keys(given)) {
      const value = given[key]
      if (value === undefined) continue
      assert(Object.hasOwn(declared, key), () => `the event ${type} of ${module} declares no attribute ${key}`)
      present.push({ key, value: `${value}` })
    }
    state.emit({ module, type, attributes: present })
  }
}
