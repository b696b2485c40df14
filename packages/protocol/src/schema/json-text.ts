import { assert, utf8ToBytesOrUndefined } from '@hanse/primitives'
import { canonicalJson, parseCanonicalJson } from '../jcs.ts'
import { type Field, fault, type Json } from './field.ts'
import { text } from './scalars.ts'

/** JSON of any shape: a value in memory and in JSON, its RFC 8785 text on the wire. `max` bounds that text, in UTF-16 code units. */
export function jsonText(limits: { readonly max: number }): Field<Json> {
  const wire = text(limits)
  return {
    optional: false,
    wireForm: 'text',
    toWire: (value) => {
      const canonical = canonicalJson(value)
      assert(canonical.ok, 'JSON of ours has a canonical form')
      return wire.toWire(canonical.value)
    },
    fromWire: (given, path) => {
      const bytes = utf8ToBytesOrUndefined(wire.fromWire(given, path))
      const parsed = bytes === undefined ? undefined : parseCanonicalJson(bytes)
      return parsed?.ok === true ? parsed.value : fault(path, 'expected JSON in its RFC 8785 form')
    },
    toJson: (value) => value,
    fromJson: (json, path) => {
      const canonical = canonicalJson(json as Json)
      if (!canonical.ok) return fault(path, canonical.error.message)
      wire.fromJson(canonical.value, path)
      return json as Json
    },
    jsonSchema: {},
  }
}
