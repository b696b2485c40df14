import { concatBytes, type Prng } from '@hanse/primitives'

const INSERTED_BYTES_MAX = 16
/** Bytes that readers trip over: ends of ranges, tags, lengths, line ends, quotes. */
const EDGES = [0x00, 0x01, 0x0a, 0x22, 0x2d, 0x3c, 0x7f, 0x80, 0xc0, 0xc1, 0xed, 0xfe, 0xff] as const

function cutAt(bytes: Uint8Array, from: number, to: number, between: Uint8Array = new Uint8Array()): Uint8Array {
  return concatBytes(bytes.subarray(0, from), between, bytes.subarray(to))
}

/** One change that knows nothing of what the bytes mean. */
export function mutateBytes(prng: Prng, bytes: Uint8Array): Uint8Array {
  const at = prng.below(bytes.length + 1)
  const to = Math.min(bytes.length, at + 1 + prng.below(prng.chance(1, 4) ? bytes.length + 1 : 8))
  switch (prng.below(9)) {
    case 0:
    case 1: {
      const changed = Uint8Array.from(bytes)
      if (changed.length > 0) changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ (1 << prng.below(8))
      return changed
    }
    case 2: {
      const changed = Uint8Array.from(bytes)
      if (changed.length > 0) changed[at % changed.length] = prng.pick(EDGES)
      return changed
    }
    case 3:
      return cutAt(bytes, at, to)
    case 4:
      return bytes.slice(0, at)
    case 5:
      return cutAt(bytes, at, at, prng.bytes(1 + prng.below(INSERTED_BYTES_MAX)))
    case 6:
      return cutAt(bytes, at, at, bytes.subarray(at, to))
    case 7:
      return cutAt(bytes, at, to, new Uint8Array(to - at))
    default: {
      const from = prng.below(bytes.length + 1)
      return cutAt(bytes, at, to, bytes.subarray(from, Math.min(bytes.length, from + to - at)))
    }
  }
}
