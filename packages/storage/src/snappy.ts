import { ByteCursor, MalformedBytes } from './byte-cursor.ts'

/** A block of LevelDB is a few KiB, the index of a table a few hundred. */
const UNPACKED_BYTES_MAX = 16 * 1024 * 1024

/** Unpacks what LevelDB packed. @throws MalformedBytes */
export function unpackSnappy(packed: Uint8Array): Uint8Array {
  const cursor = new ByteCursor(packed)
  const length = cursor.varint()
  if (length > UNPACKED_BYTES_MAX) throw new MalformedBytes(`${length} bytes unpacked`)
  const unpacked = Buffer.alloc(length)
  let written = 0
  while (!cursor.isAtEnd) {
    const tag = cursor.bytes(1)[0] as number
    const kind = tag & 3
    if (kind === 0) {
      const literal = cursor.bytes(literalLength(tag >> 2, cursor))
      if (written + literal.length > length) throw new MalformedBytes('more than it says')
      unpacked.set(literal, written)
      written += literal.length
      continue
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
    const offset =
      kind === 1
        ? (tag >> 5) * 256 + (cursor.bytes(1)[0] as number)
        : kind === 2
          ? cursor.bytes(2).readUInt16LE()
          : cursor.bytes(4).readUInt32LE()
    if (offset === 0 || offset > written || written + size > length) throw new MalformedBytes('a copy from outside')
    // Byte by byte: a copy may reach into what it writes.
    for (let end = written + size; written < end; written++) unpacked[written] = unpacked[written - offset] as number
  }
  if (written !== length) throw new MalformedBytes('less than it says')
  return unpacked
}

function literalLength(short: number, cursor: ByteCursor): number {
  return short < 60 ? short + 1 : cursor.bytes(short - 59).readUIntLE(0, short - 59) + 1
}
