import { assert, utf8ToBytes } from '@hanse/primitives'

/** The parts of a key inside a table: texts without NUL. One text is a key of one part. */
export type KeyParts = string | readonly string[]

const SEPARATOR = '\0'
/** Printable ASCII, which most keys are made of: its UTF-8 is the text itself. */
const PLAIN = /^[ -~]*$/

/** The UTF-8 of a part, one character a byte. A part with a NUL is a broken invariant. */
function partText(part: string): string {
  if (PLAIN.test(part)) return part
  assert(!part.includes(SEPARATOR), 'a part of a state key has a NUL')
  let text = ''
  for (const byte of utf8ToBytes(part)) text += String.fromCharCode(byte)
  return text
}

/** The `keyText` of `stateKey`. */
export function stateKeyText(module: string, parts: readonly string[]): string {
  return textBelow(partText(module), parts)
}

/** The same of a key that begins with what has this `keyText`. */
export function textBelow(beginning: string, parts: KeyParts): string {
  if (typeof parts === 'string') return beginning + SEPARATOR + partText(parts)
  let text = beginning
  for (const part of parts) text += SEPARATOR + partText(part)
  return text
}

/** `module ‖ 0x00 ‖ part ‖ 0x00 ‖ part …`: a key of the state. A part with a NUL is a broken invariant. */
export function stateKey(module: string, ...parts: readonly string[]): Uint8Array {
  return keyBytes(stateKeyText(module, parts))
}

export function partsOf(key: KeyParts): readonly string[] {
  return typeof key === 'string' ? [key] : key
}

/** One character a byte: what maps in memory are keyed by, and the form that a key has until a store or a hash asks for its bytes. */
export function keyText(key: Uint8Array): string {
  return String.fromCharCode.apply(null, key as unknown as number[])
}

export function keyBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}

/** The module that a key belongs to, or undefined when it has no separator. */
export function moduleOfKeyText(text: string): string | undefined {
  const end = text.indexOf(SEPARATOR)
  return end < 0 ? undefined : text.slice(0, end)
}
