/** CRC-32C, which LevelDB puts on everything and Node does not have: eight bytes a step, about a gigabyte a second. */
const POLYNOMIAL = 0x82f63b78
const STEP_BYTES = 8
/** LevelDB stores a checksum turned and moved, so that one of data that holds checksums is sound. */
const MASK_DELTA = 0xa282ead8

const TABLES = makeTables()
const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
]

function makeTables(): readonly Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL
    return value
  })
  const tables = [first]
  // Each is the one before, a byte further on.
  while (tables.length < STEP_BYTES) {
    tables.push((tables.at(-1) ?? first).map((value) => (value >>> 8) ^ (first[value & 255] as number)))
  }
  return tables
}

/** Of `bytes` from `start` to before `end`, as an unsigned number. */
export function crc32c(bytes: Uint8Array, start: number, end: number): number {
  let crc = -1
  let at = start
  // Every index is in range: the loop's bounds and a byte's.
  const byte = (offset: number): number => bytes[offset] as number
  for (; at + STEP_BYTES <= end; at += STEP_BYTES) {
    crc ^= byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24)
    crc =
      (T7[crc & 255] as number) ^
      (T6[(crc >>> 8) & 255] as number) ^
      (T5[(crc >>> 16) & 255] as number) ^
      (T4[crc >>> 24] as number) ^
      (T3[byte(at + 4)] as number) ^
      (T2[byte(at + 5)] as number) ^
      (T1[byte(at + 6)] as number) ^
      (T0[byte(at + 7)] as number)
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ (T0[(crc ^ byte(at)) & 255] as number)
  return ~crc >>> 0
}

/** As LevelDB stores it. */
export function maskedCrc32c(bytes: Uint8Array, start: number, end: number): number {
  const crc = crc32c(bytes, start, end)
  return (((crc >>> 15) | (crc << 17)) + MASK_DELTA) >>> 0
}
