import { reject } from '@hanse/primitives'
import type { Event, JsonOf, JsonSchema, MessageOf } from '@hanse/protocol'
import { attributesSchema, type BoundEvent, type DefinedEvent, readAttributes } from '@hanse/state'
import { HanseError } from './errors.ts'

/** One type of event that a module tells. Its `summary` is the module's own. */
export interface EventReader<A, S extends string = string> {
  /** For `client.subscribe('events', { filter })` and, with heights, for `event_list`; add `attributes` to have fewer. */
  readonly filter: { readonly module: string; readonly type: string }
  /**
   * The attributes by name, as params are: amounts and hashes are texts, whole numbers numbers. Undefined for an event of another type.
   * @throws HanseError `sdk/bad-event` for one that is not as declared, as where the chain has another version of the module
   */
  read(event: Event): A | undefined
  readonly summary: S
  /** Of the texts by name, as a receipt has them. */
  readonly attributesSchema: JsonSchema
}

export type ReaderOfEvent<E> = E extends DefinedEvent<infer F, infer S> ? EventReader<JsonOf<MessageOf<F>>, S> : never

export function eventReader(module: string, type: string, bound: BoundEvent): EventReader<unknown> {
  return {
    filter: { module, type },
    read: (event) => {
      if (event.module !== module || event.type !== type) return undefined
      const attributes = readAttributes(bound, event)
      if (attributes.ok) return attributes.value
      const { message, path = '' } = attributes.error
      const hint = 'Ask chain_getParams which version of the module is in force, and take the client of that version.'
      throw new HanseError(reject('sdk/bad-event', `an event ${type} of ${module} is not as declared: ${message}`, { hint, path }))
    },
    summary: bound.summary,
    attributesSchema: attributesSchema(bound),
  }
}
