import { assert, utf8ToBytes } from '@hanse/primitives'

/** The parts of a key inside a table: texts without NUL. One text is a key of one part. */
export type KeyParts = string | readonly string[]

const SEPARATOR = '\0'

/** Keys are mostly ASCII, which needs no encoder. */
function textToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x80) return utf8ToBytes(text)
    bytes[index] = code
  }
  return bytes
}

/** `module ‖ 0x00 ‖ part ‖ 0x00 ‖ part …`: a key of the state. A part with a NUL is a broken invariant. */
export function stateKey(module: string, ...parts: readonly string[]): Uint8Array {
  let text = module
  for (const part of parts) {
    assert(!part.includes(SEPARATOR), 'a part of a state key has a NUL')
    text += SEPARATOR + part
  }
  return textToBytes(text)
}

export function partsOf(key: KeyParts): readonly string[] {
  return typeof key === 'string' ? [key] : key
}

/** One character a byte: what maps in memory are keyed by. */
export function keyText(key: Uint8Array): string {
  return String.fromCharCode.apply(null, key as unknown as number[])
}

/** The module that a key belongs to, or undefined when it has no separator. */
export function moduleOfKeyText(text: string): string | undefined {
  const end = text.indexOf(SEPARATOR)
  return end < 0 ? undefined : text.slice(0, end)
}
