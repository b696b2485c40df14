import { assert } from './assert.ts'
import { bytesToHex, hexToBytes, hexToBytesOrUndefined } from './hex.ts'
import { ADDRESS_SIZE_BYTES, type Address, HASH_SIZE_BYTES, type Hash } from './ids.ts'
import { knownToHex } from './known-hex.ts'

export const ZERO_HASH: Hash = `0x${'00'.repeat(HASH_SIZE_BYTES)}` as Hash
export const EMPTY_BYTES: Uint8Array = new Uint8Array(0)

const SAFE_INTEGER_MAX = BigInt(Number.MAX_SAFE_INTEGER)
/** A number of so many bytes is an exact one. */
const SAFE_INTEGER_BYTES = 6

export function bytesToHash(bytes: Uint8Array): Hash {
  assert(bytes.length === HASH_SIZE_BYTES, () => `a hash has ${HASH_SIZE_BYTES} bytes, not ${bytes.length}`)
  return knownToHex(bytes, 0, bytes.length) as Hash
}

export function bytesToAddress(bytes: Uint8Array): Address {
  assert(bytes.length === ADDRESS_SIZE_BYTES, () => `an address has ${ADDRESS_SIZE_BYTES} bytes, not ${bytes.length}`)
  return knownToHex(bytes, 0, bytes.length) as Address
}

export function isHash(text: string): text is Hash {
  return text.length === 2 + 2 * HASH_SIZE_BYTES && hexToBytesOrUndefined(text) !== undefined
}

export function isAddress(text: string): text is Address {
  return text.length === 2 + 2 * ADDRESS_SIZE_BYTES && hexToBytesOrUndefined(text) !== undefined
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}

/** Byte-wise order, shorter first when one is a prefix of the other. Negative, zero or positive. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const difference = (left[index] as number) - (right[index] as number)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Eight bytes, big-endian. `value` is an integer from 0 to 2^53 − 1. */
export function uint64ToBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  writeUint64(value, bytes, 0)
  return bytes
}

/** As `uint64ToBytes`, into `into` from `at` on. */
export function writeUint64(value: number, into: Uint8Array, at: number): void {
  assert(Number.isSafeInteger(value) && value >= 0, () => `not an unsigned integer below 2^53: ${value}`)
  const high = Math.floor(value / 2 ** 32)
  const low = value >>> 0
  into[at] = 0
  into[at + 1] = high >>> 16
  into[at + 2] = high >>> 8
  into[at + 3] = high
  into[at + 4] = low >>> 24
  into[at + 5] = low >>> 16
  into[at + 6] = low >>> 8
  into[at + 7] = low
}

/** Minimal big-endian bytes of a non-negative integer; zero is the empty string. */
export function bigintToBytes(value: bigint): Uint8Array {
  assert(value >= 0n, () => `not a non-negative integer: ${value}`)
  if (value === 0n) return EMPTY_BYTES
  if (value <= SAFE_INTEGER_MAX) return minimal(Number(value))
  const digits = value.toString(16)
  return hexToBytes(`0x${digits.length % 2 === 0 ? digits : `0${digits}`}`)
}

function minimal(value: number): Uint8Array {
  let size = 0
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) size += 1
  const bytes = new Uint8Array(size)
  let rest = value
  for (let index = size - 1; index >= 0; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}

export function bytesToBigint(bytes: Uint8Array): bigint {
  if (bytes.length > SAFE_INTEGER_BYTES) return BigInt(bytesToHex(bytes))
  let value = 0
  for (const byte of bytes) value = value * 256 + byte
  return BigInt(value)
}
