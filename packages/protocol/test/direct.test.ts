import { isDeepStrictEqual } from 'node:util'
import { bytesToHex, equalBytes, ok } from '@hanse/primitives'
import { bytes as bytesField, type Codec, defineMessage, list, mapped, optional, text, uint } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { BoundedReader, DECODED_FIELDS_MAX } from '../src/schema/bounded-reader.ts'
import { DirectReader, NOT_PLAIN } from '../src/schema/direct-reader.ts'
import type { WireType } from '../src/schema/field.ts'
import { CODECS } from './support/codecs.ts'
import { holds } from './support/holds.ts'
import { jsonOfSchema } from './support/json-of-schema.ts'

const RUNS = 60

function wireOf({ wireForm }: Codec<unknown>): WireType {
  if (typeof wireForm !== 'object' || !('message' in wireForm)) throw new Error('a codec is of a message')
  return wireForm.message as unknown as WireType
}

/** By protobufjs alone. */
function encodeSlowly(codec: Codec<unknown>, value: unknown): Uint8Array {
  return wireOf(codec)
    .encode(codec.toWire(value) as object)
    .finish()
}

/** Undefined for what is refused. */
function decodeSlowly(codec: Codec<unknown>, bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const value = codec.fromWire(wireOf(codec).decode(new BoundedReader(bytes, DECODED_FIELDS_MAX)), '')
    return equalBytes(encodeSlowly(codec, value), bytes) ? { value } : undefined
  } catch {
    return undefined
  }
}

function agree(codec: Codec<unknown>, bytes: Uint8Array): boolean {
  const [direct, slow] = [codec.decode(bytes), decodeSlowly(codec, bytes)]
  if (!direct.ok || slow === undefined) return !direct.ok && slow === undefined
  return (
    isDeepStrictEqual(direct.value, slow.value) && JSON.stringify(codec.toJson(direct.value)) === JSON.stringify(codec.toJson(slow.value))
  )
}

function valuesOf(codec: Codec<unknown>): fc.Arbitrary<unknown> {
  return jsonOfSchema(codec.jsonSchema).map((json) => {
    const value = codec.parseJson(json)
    if (!value.ok) throw new Error(value.error.message)
    return value.value
  })
}

test('every codec is written and read directly', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const { direct } = codec
    t.ok(direct?.form.type === 'message' && direct.form.plan() !== undefined, name)
  }
  t.end()
})

test('what is written directly is what protobufjs writes', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const same = fc.property(valuesOf(codec), (value) => bytesToHex(codec.encode(value)) === bytesToHex(encodeSlowly(codec, value)))
    holds(t, name, same, { numRuns: RUNS })
  }
  t.end()
})

test('what is read directly is what protobufjs reads, and nothing else is', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const bytes = valuesOf(codec).map((value) => codec.encode(value))
    const changed = fc.tuple(bytes, fc.nat(), fc.nat(255), fc.nat(3)).map(([original, position, byte, kind]) => {
      const at = position % (original.length + 1)
      if (kind === 0) return original
      if (kind === 1) return original.map((value, index) => (index === at ? byte : value))
      if (kind === 2) return Uint8Array.of(...original.subarray(0, at), byte, ...original.subarray(at))
      return Uint8Array.of(...original.subarray(0, at), ...original.subarray(at + 1))
    })
    holds(
      t,
      name,
      fc.property(changed, (one) => agree(codec, one)),
      { numRuns: 4 * RUNS },
    )
  }
  t.end()
})

test('texts beyond ASCII, lengths of several bytes and numbers of seven pass, and what is ours to have checked is asserted', (t) => {
  const codec = defineMessage({ name: [1, text({ max: 40_000, min: 0 })], count: [2, uint()], limited: [3, uint({ min: 5, max: 9 })] })
  for (const value of [
    { name: '顺和金属', count: 0, limited: 5 },
    { name: 'x'.repeat(127), count: 2 ** 31 - 1, limited: 9 },
    { name: 'x'.repeat(128), count: 2 ** 31, limited: 9 },
    { name: 'x'.repeat(20_000), count: Number.MAX_SAFE_INTEGER, limited: 6 },
    { name: '', count: 2 ** 32, limited: 6 },
  ]) {
    const bytes = codec.encode(value)
    t.equal(bytesToHex(bytes), bytesToHex(encodeSlowly(codec as Codec<unknown>, value)))
    t.strictSame(codec.decode(bytes), { ok: true, value })
  }
  for (const wrong of [
    { name: 'a\u0000', count: 1, limited: 5 },
    { name: 'a', count: -1, limited: 5 },
    { name: 'a', count: 1.5, limited: 5 },
    { name: 'a', limited: 5 },
  ])
    t.throws(() => codec.encode(wrong as never))
  t.notOk(codec.decode(Uint8Array.of(0x10, 0x01)).ok, 'what is missing and must not be zero')
  t.end()
})

test('a field that stands for another one is written and read as that one', (t) => {
  const decimal = mapped(text({ max: 9, pattern: /^(0|-?[1-9][0-9]*)$/ }), { to: BigInt, from: String })
  const codec = defineMessage({ total: [1, decimal], parts: [2, list(decimal, { max: 3 })], rest: [3, optional(decimal)] })
  t.ok(codec.direct?.form.type === 'message' && codec.direct.form.plan() !== undefined)
  for (const value of [
    { total: 0n, parts: [] },
    { total: -7n, parts: [1n, -2n], rest: 99n },
  ]) {
    const bytes = codec.encode(value)
    t.equal(bytesToHex(bytes), bytesToHex(encodeSlowly(codec as Codec<unknown>, value)))
    t.strictSame(codec.decode(bytes), { ok: true, value })
    t.ok(agree(codec as Codec<unknown>, bytes))
  }
  t.match(codec.decode(defineMessage({ total: [1, text({ max: 9 })] }).encode({ total: '07' })), { ok: false, error: { path: 'total' } })
  t.notOk(codec.decode(new Uint8Array(0)).ok, 'what is missing')
  t.end()
})

test('a message stays as it was written, whatever is written after it, and is nobody’s but its own', (t) => {
  const inner = defineMessage({ count: [1, uint()], bytes: [2, bytesField({ max: 9_000 })] })
  const codec = defineMessage({ bytes: [1, bytesField({ max: 9_000 })], inner: [2, inner] })
  const sizes = fc.array(fc.oneof(fc.nat(70), fc.nat(600), fc.nat(9_000)), { minLength: 1, maxLength: 60 })
  const stays = fc.property(sizes, (all) => {
    const values = all.map((size, index) => ({
      bytes: new Uint8Array(size).fill(index),
      inner: { count: index, bytes: new Uint8Array((size * 7) % 300).fill(index + 1) },
    }))
    const written = values.map((value) => codec.encode(value))
    const texts = written.map(bytesToHex)
    // Who has one may do with it what he likes.
    const whole = written.every((bytes, index) => {
      const isWhole = isDeepStrictEqual(codec.decode(bytes), { ok: true, value: values[index] })
      bytes.fill(0xff)
      return isWhole
    })
    return whole && values.every((value, index) => bytesToHex(codec.encode(value)) === texts[index])
  })
  holds(t, 'stays', stays, { numRuns: RUNS })
  t.end()
})

test('of bytes that are held a value may have parts, of others copies', (t) => {
  const codec = defineMessage({ short: [1, bytesField({ max: 100 })], long: [2, bytesField({ max: 1_000 })] })
  const value = { short: new Uint8Array(64).fill(1), long: new Uint8Array(65).fill(2) }
  for (const source of [codec.encode(value), Buffer.from(codec.encode(value))]) {
    const [held, copied] = [codec.decodeHeld(source), codec.decode(source)]
    t.strictSame([held, copied], [ok(value), ok(value)])
    if (!held.ok || !copied.ok) continue
    t.equal(held.value.long.buffer, source.buffer)
    t.notOk(Buffer.isBuffer(held.value.long), 'plain bytes of a Buffer')
    source.fill(9)
    t.strictSame(copied.value, value, 'the source is its owner’s')
  }
  t.notOk(codec.decodeHeld(Uint8Array.of(0x0a)).ok)
  t.end()
})

test('texts beyond ASCII are read directly too, if they are as a text must be', (t) => {
  const codec = defineMessage({ name: [1, text({ max: 10 })] })
  const { direct } = codec
  if (direct?.form.type !== 'message') throw new Error('a codec is a message')
  const plan = direct.form.plan()
  const read = (utf8: Uint8Array): unknown => {
    const bytes = Uint8Array.of(0x0a, utf8.length, ...utf8)
    const message: Record<string, unknown> = {}
    const reader = new DirectReader(bytes, 1)
    try {
      plan?.readInto(reader as never, bytes.length, message)
    } catch (error) {
      // The package's own is another than that of the sources.
      t.equal((error as Error).message, NOT_PLAIN.message)
      t.notOk(codec.decode(bytes).ok, 'nobody else reads it')
      return undefined
    }
    return reader.at === bytes.length ? message.name : undefined
  }
  for (const name of ['顺和金属', 'é', 'Zürich', '😀', 'a']) t.equal(read(Buffer.from(name)), name)
  for (const [what, utf8] of Object.entries({
    'not in normal form C': Buffer.from('e\u0301'),
    'a character that Unicode does not have': Buffer.from('\u0378'),
    'a NUL beside others': Buffer.from('é\0'),
    'a lone surrogate': [0xed, 0xa0, 0x80],
    'more bytes than it takes': [0xc1, 0x81],
    'cut off': [0xe9, 0xa1],
    'too long': Buffer.from('顺'.repeat(11)),
  }))
    t.equal(read(Uint8Array.from(utf8)), undefined, what)
  t.end()
})
