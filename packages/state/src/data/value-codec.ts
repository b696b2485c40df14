import { err, ok, type Result, reject, utf8ToBytes } from '@hanse/primitives'
import { utf8FromBytesOrUndefined } from '@hanse/protocol'

/** What a table needs of a codec. Every `Codec` of `protocol` is one. */
export interface ValueCodec<V> {
  encode(value: V): Uint8Array
  decode(bytes: Uint8Array): Result<V>
}

/** A text as its UTF-8 bytes: ids in indexes. */
export const textValue: ValueCodec<string> = {
  encode: utf8ToBytes,
  decode: (bytes) => {
    const text = utf8FromBytesOrUndefined(bytes)
    return text === undefined ? err(reject('encoding/malformed', 'not UTF-8')) : ok(text)
  },
}

/** An unsigned integer below 2^53 as seven bits a byte, lowest first, without trailing zero groups. */
export const countValue: ValueCodec<number> = {
  encode: (value) => {
    const bytes: number[] = []
    let rest = value
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) + 0x80)
      rest = Math.floor(rest / 0x80)
    }
    bytes.push(rest)
    return Uint8Array.from(bytes)
  },
  decode: (bytes) => {
    let value = 0
    let factor = 1
    for (const [index, byte] of bytes.entries()) {
      const last = index === bytes.length - 1
      if (byte < 0x80 !== last || index > 7 || (last && byte === 0 && index > 0)) return err(reject('encoding/malformed', 'not a count'))
      value += (byte % 0x80) * factor
      factor *= 0x80
    }
    return bytes.length > 0 && Number.isSafeInteger(value) ? ok(value) : err(reject('encoding/malformed', 'not a count'))
  },
}
