import { assert } from './assert.ts'
import type { Brand } from './brand.ts'

/** Bytes as text: `0x` and lower-case digits, two a byte. The form of every id in memory and of all bytes in JSON. */
export type Hex = `0x${string}`

/** 32 bytes, the output of the chain's hash. */
export type Hash = Brand<Hex, 'Hash'>
/** 20 bytes. */
export type Address = Brand<Hex, 'Address'>

export const HASH_SIZE_BYTES = 32
export const ADDRESS_SIZE_BYTES = 20
export const ZERO_HASH: Hash = `0x${'00'.repeat(HASH_SIZE_BYTES)}` as Hash
export const EMPTY_BYTES: Uint8Array = new Uint8Array(0)

const HEX_PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function bytesToHex(bytes: Uint8Array): Hex {
  let text = '0x'
  for (let index = 0; index < bytes.length; index++) text += HEX_PAIRS[bytes[index] as number]
  return text as Hex
}

const ASCII_CODES = 128
/** Of each character code; -1 for one that is no lower-case hexadecimal digit. */
const HEX_DIGITS = new Int8Array(ASCII_CODES).fill(-1)
for (let digit = 0; digit < 16; digit++) HEX_DIGITS[digit.toString(16).charCodeAt(0)] = digit

function hexDigit(code: number): number {
  return code < ASCII_CODES ? (HEX_DIGITS[code] as number) : -1
}

/** Undefined unless `text` is `0x` and an even number of lower-case hexadecimal digits. */
export function hexToBytesOrUndefined(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || text.charCodeAt(0) !== 48 || text.charCodeAt(1) !== 120) return undefined
  const bytes = new Uint8Array((text.length - 2) / 2)
  let wrong = 0
  for (let index = 0, at = 2; at < text.length; index++, at += 2) {
    const high = hexDigit(text.charCodeAt(at))
    const low = hexDigit(text.charCodeAt(at + 1))
    wrong |= high | low
    bytes[index] = (high << 4) | low
  }
  return wrong < 0 ? undefined : bytes
}

/** For text that is known to be hex: anything else is a broken invariant. */
export function hexToBytes(text: Hex): Uint8Array {
  const bytes = hexToBytesOrUndefined(text)
  assert(bytes !== undefined, `not lower-case hex: ${text.slice(0, 80)}`)
  return bytes
}

export function bytesToHash(bytes: Uint8Array): Hash {
  assert(bytes.length === HASH_SIZE_BYTES, `a hash has ${HASH_SIZE_BYTES} bytes, not ${bytes.length}`)
  return bytesToHex(bytes) as Hash
}

export function bytesToAddress(bytes: Uint8Array): Address {
  assert(bytes.length === ADDRESS_SIZE_BYTES, `an address has ${ADDRESS_SIZE_BYTES} bytes, not ${bytes.length}`)
  return bytesToHex(bytes) as Address
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
  assert(Number.isSafeInteger(value) && value >= 0, `not an unsigned integer below 2^53: ${value}`)
  const bytes = new Uint8Array(8)
  let rest = value
  for (let index = 7; index >= 0; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}

/** Minimal big-endian bytes of a non-negative integer; zero is the empty string. */
export function bigintToBytes(value: bigint): Uint8Array {
  assert(value >= 0n, `not a non-negative integer: ${value}`)
  if (value === 0n) return EMPTY_BYTES
  const digits = value.toString(16)
  return hexToBytes(`0x${digits.length % 2 === 0 ? digits : `0${digits}`}`)
}

export function bytesToBigint(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(bytesToHex(bytes))
}
