import { writeAscii } from './ascii.ts'

/** UTF-8 without the platform's encoder, which the pure ring does not have. Lone surrogates give undefined. */
export function utf8ToBytesOrUndefined(text: string): Uint8Array | undefined {
  const ascii = new Uint8Array(text.length)
  return writeAscii(text, ascii, 0) ? ascii : encode(text)
}

function encode(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) as number
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000) {
      if (code >= 0xd800 && code <= 0xdfff) return undefined
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    } else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
  }
  return Uint8Array.from(bytes)
}

/** For text of ours; a lone surrogate is a broken invariant. */
export function utf8ToBytes(text: string): Uint8Array {
  const bytes = utf8ToBytesOrUndefined(text)
  if (bytes === undefined) throw new TypeError('text has a lone surrogate')
  return bytes
}
