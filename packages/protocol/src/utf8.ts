import { asciiToText } from '@hanse/primitives'

/** Strict UTF-8 (RFC 3629) without the platform's decoder, which the pure ring does not have. Anything else gives undefined. */
export function utf8FromBytesOrUndefined(bytes: Uint8Array): string | undefined {
  return asciiToText(bytes, 0, bytes.length) ?? decode(bytes)
}

function decode(bytes: Uint8Array): string | undefined {
  let text = ''
  let index = 0
  while (index < bytes.length) {
    const lead = bytes[index++] as number
    if (lead < 0x80) {
      text += String.fromCharCode(lead)
      continue
    }
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
    if (more === 0 || index + more > bytes.length) return undefined
    let code = lead & (0x3f >> more)
    for (let count = 0; count < more; count++) {
      const next = bytes[index++] as number
      if ((next & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (next & 0x3f)
    }
    const shortest = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000
    if (code < shortest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    text += String.fromCodePoint(code)
  }
  return text
}
