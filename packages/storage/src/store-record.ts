import { crc32 } from 'node:zlib'

const CHECKSUM_BYTES = 4

/** Over the key too, with its length as the seed: a value that comes back under a wrong key does not pass. */
function recordChecksum(key: Uint8Array, value: Uint8Array): number {
  return crc32(value, crc32(key, key.length))
}

/** The value as it is stored: itself, then its CRC-32. */
export function sealValue(key: Uint8Array, value: Uint8Array): Uint8Array {
  const sealed = Buffer.allocUnsafe(value.length + CHECKSUM_BYTES)
  sealed.set(value)
  sealed.writeUInt32BE(recordChecksum(key, value), value.length)
  return sealed
}

/** Undefined when the checksum is wrong. */
export function unsealValue(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - CHECKSUM_BYTES
  if (length < 0) return undefined
  const value = new Uint8Array(sealed.buffer, sealed.byteOffset, length)
  return recordChecksum(key, value) === checksumAt(sealed, length) ? value : undefined
}

/** As `writeUInt32BE` wrote it, without a view of its own: each read comes here. */
function checksumAt(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as [number, number, number, number]
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}
