import { err, ok, reject } from '@hanse/primitives'
import { type Codec, canonicalJsonBytes, type Field, type Fields, type MessageOf, object, parseCanonicalJson } from '@hanse/protocol'

/** A codec whose bytes are canonical JSON: modules of tests have no .proto. */
export function jsonCodec<const F extends Fields>(fields: F): Codec<MessageOf<F>> {
  const field: Field<MessageOf<F>> = object(fields)
  const parse = (json: unknown, path = ''): ReturnType<Codec<MessageOf<F>>['parseJson']> => {
    try {
      return ok(field.fromJson(json, path))
    } catch (error) {
      return err(reject('encoding/bad-field', `${error instanceof Error ? error.message : error}`))
    }
  }
  const decode: Codec<MessageOf<F>>['decode'] = (bytes) => {
    const json = parseCanonicalJson(bytes)
    return json.ok ? parse(json.value) : json
  }
  return {
    ...field,
    encode: (value) => {
      const bytes = canonicalJsonBytes(field.toJson(value))
      if (!bytes.ok) throw new Error(bytes.error.message)
      return bytes.value
    },
    decode,
    decodeHeld: decode,
    parseJson: parse,
  }
}
