import { assert } from '@hanse/primitives'

/**
 * Reads records of the state as any program could that has the `.proto` files: proto3, as far as the modules use it. The oracles read with
 * it, so that they have nothing of the modules' own code.
 */

const VARINT = 0
const LENGTH_DELIMITED = 2
const WIRE_TYPE_BITS = 3n

/** What a store writes before a value: whether it is there, and the height of the block that wrote it. */
const STORED_HEAD_BYTES = 7
const PRESENT = 1

/** The value of a stored record; undefined where it was deleted. */
export function storedValue(stored: Uint8Array | undefined): Uint8Array | undefined {
  return stored?.[0] === PRESENT ? stored.subarray(STORED_HEAD_BYTES) : undefined
}

/** By field number. Numbers are bigints. */
export type Fields = ReadonlyMap<number, readonly (bigint | Uint8Array)[]>

export function readRecord(bytes: Uint8Array): Fields {
  const fields = new Map<number, (bigint | Uint8Array)[]>()
  let at = 0
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      assert(byte !== undefined, 'a record ends within a number')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const number = Number(tag >> WIRE_TYPE_BITS)
    const wireType = Number(tag) % (1 << Number(WIRE_TYPE_BITS))
    assert(wireType === VARINT || wireType === LENGTH_DELIMITED, `a record has a field of wire type ${wireType}`)
    let value: bigint | Uint8Array = varint()
    if (wireType === LENGTH_DELIMITED) {
      const end = at + Number(value)
      assert(end <= bytes.length, 'a record ends within a field')
      value = bytes.subarray(at, end)
      at = end
    }
    const known = fields.get(number)
    if (known === undefined) fields.set(number, [value])
    else known.push(value)
  }
  return fields
}

export function messagesOf(fields: Fields, number: number): readonly Fields[] {
  return (fields.get(number) ?? []).map((value) => {
    assert(typeof value !== 'bigint', `field ${number} is a message`)
    return readRecord(value)
  })
}

export function textOf(fields: Fields, number: number): string {
  const value = fields.get(number)?.[0]
  if (value === undefined) return ''
  assert(typeof value !== 'bigint', `field ${number} is a text`)
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString()
}

/** A number: 0 where the field is absent. */
export function numberOf(fields: Fields, number: number): number {
  const value = fields.get(number)?.[0] ?? 0n
  assert(typeof value === 'bigint', `field ${number} is a number`)
  return Number(value)
}

/** An amount: big-endian bytes, none for zero. */
export function amountOf(fields: Fields, number: number): bigint {
  const value = fields.get(number)?.[0]
  if (value === undefined) return 0n
  assert(typeof value !== 'bigint', `field ${number} is an amount`)
  let amount = 0n
  for (const byte of value) amount = (amount << 8n) | BigInt(byte)
  return amount
}
