/** Codes of so many characters make a text in one call: an argument each is still passed on the stack. */
const PIECE_LENGTH_MAX = 130
/**
 * By its length, an array for the codes of a text. `String.fromCharCode` makes a flat text of them at once, where characters put together one
 * by one are a rope of as many links, which the first comparison has to flatten.
 */
const CODES: readonly number[][] = Array.from({ length: PIECE_LENGTH_MAX + 1 }, (_, length) => Array.from({ length }, () => 0))

/** For the codes of a text of this length, up to 130: `codesToText` makes it. One array a length, so it is good until the next call. */
export function codesOf(length: number): number[] {
  return CODES[length] as number[]
}

export function codesToText(codes: readonly number[]): string {
  return String.fromCharCode(...codes)
}

/** The text that the bytes from `from` up to `to` are, or undefined where one of them is no ASCII character or is NUL. */
export function asciiToText(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = ''
  for (let at = from; at < to; at += PIECE_LENGTH_MAX) {
    const length = Math.min(to - at, PIECE_LENGTH_MAX)
    const codes = codesOf(length)
    for (let index = 0; index < length; index++) {
      const byte = bytes[at + index] as number
      if (byte === 0 || byte > 0x7f) return undefined
      codes[index] = byte
    }
    const piece = codesToText(codes)
    text = at === from ? piece : text + piece
  }
  return text
}

/** Writes `text` into `into` from `at` on, where there is room. False for one that has NUL or other characters than ASCII. */
export function writeAscii(text: string, into: Uint8Array, at: number): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0 || code > 0x7f) return false
    into[at + index] = code
  }
  return true
}
