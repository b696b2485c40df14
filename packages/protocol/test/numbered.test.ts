import { bytesToHex, type Hash, hexToBytes } from '@hanse/primitives'
import {
  amount,
  bool,
  bytes,
  type Codec,
  choice,
  DECODED_FIELDS_MAX,
  defineMessage,
  hash,
  jsonText,
  list,
  message,
  optional,
  text,
  uint,
} from '@hanse/protocol'
import fc from 'fast-check'
import protobuf from 'protobufjs'
import { test } from 'tap'

const PROTO = `
syntax = "proto3";
message Inner { string label = 1; optional uint64 count = 3; }
message Outer {
  string name = 1;
  uint64 points = 2;
  bool open = 3;
  bytes amount = 4;
  optional string note = 5;
  optional bytes digest = 7;
  Inner inner = 16;
  repeated Inner items = 17;
  repeated string words = 18;
  repeated uint64 numbers = 19;
  optional Inner more = 2048;
  optional bool flag = 2049;
  string kind = 2050;
}`

/** Reflection of protobufjs on the same .proto: what `npm run generate` makes its code from. */
const { root } = protobuf.parse(PROTO)
const typeOf = (name: string): protobuf.Type => root.lookupType(name)

const innerFields = { label: text({ min: 0, max: 40 }), count: optional(uint()) }
const inner = defineMessage({ label: [1, innerFields.label], count: [3, innerFields.count] })
const outerFields = {
  name: text({ min: 0, max: 40 }),
  points: uint(),
  open: bool(),
  amount: amount(),
  note: optional(text({ min: 0, max: 40 })),
  digest: optional(hash()),
  inner,
  items: list(inner, { max: 5 }),
  words: list(text({ min: 0, max: 10 }), { max: 5 }),
  numbers: list(uint(), { max: 5 }),
  more: optional(inner),
  flag: optional(bool()),
  kind: choice('one', 'two'),
}
const NUMBERS = {
  name: 1,
  points: 2,
  open: 3,
  amount: 4,
  note: 5,
  digest: 7,
  inner: 16,
  items: 17,
  words: 18,
  numbers: 19,
  more: 2048,
  flag: 2049,
  kind: 2050,
}
// Not in ascending order: the numbers say where a member stands.
const outer = defineMessage({
  kind: [NUMBERS.kind, outerFields.kind],
  name: [NUMBERS.name, outerFields.name],
  points: [NUMBERS.points, outerFields.points],
  open: [NUMBERS.open, outerFields.open],
  amount: [NUMBERS.amount, outerFields.amount],
  note: [NUMBERS.note, outerFields.note],
  digest: [NUMBERS.digest, outerFields.digest],
  inner: [NUMBERS.inner, outerFields.inner],
  items: [NUMBERS.items, outerFields.items],
  words: [NUMBERS.words, outerFields.words],
  numbers: [NUMBERS.numbers, outerFields.numbers],
  more: [NUMBERS.more, outerFields.more],
  flag: [NUMBERS.flag, outerFields.flag],
})
const generated = message(typeOf('Outer') as never, outerFields)

const innerValue = fc.record(
  { label: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }), count: fc.maxSafeNat() },
  { requiredKeys: ['label'] },
)
const outerValue = fc.record(
  {
    name: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
    points: fc.maxSafeNat(),
    open: fc.boolean(),
    // Reflection reads absent bytes as a list, generated code does not.
    amount: fc.bigInt({ min: 1n, max: 2n ** 128n - 1n }),
    note: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
    digest: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((value) => bytesToHex(value) as Hash),
    inner: innerValue,
    items: fc.array(innerValue, { maxLength: 3 }),
    words: fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 5 }), { maxLength: 3 }),
    numbers: fc.array(fc.maxSafeNat(), { maxLength: 3 }),
    more: innerValue,
    flag: fc.boolean(),
    kind: fc.constantFrom('one' as const, 'two' as const),
  },
  { requiredKeys: ['name', 'points', 'open', 'amount', 'inner', 'items', 'words', 'numbers', 'kind'] },
)

test('its bytes are those of protobuf, in both directions', (t) => {
  fc.assert(
    fc.property(outerValue, (value) => {
      const encoded = outer.encode(value as never)
      return (
        bytesToHex(encoded) === bytesToHex(generated.encode(value as never)) &&
        isSame(outer as never, encoded) &&
        isSame(generated as never, encoded)
      )
    }),
    { numRuns: 500, seed: 19 },
  )
  t.end()
})

function isSame(codec: Codec<never>, encoded: Uint8Array): boolean {
  const decoded = codec.decode(encoded)
  return decoded.ok && bytesToHex(codec.encode(decoded.value)) === bytesToHex(encoded)
}

test('each other spelling of the same content is refused, and bytes of nobody do not throw', (t) => {
  const small = defineMessage({ label: [1, text({ min: 0, max: 9 })], items: [2, list(uint(), { max: 4 })], open: [3, bool()] })
  const rows: readonly (readonly [string, string, string])[] = [
    ['a default that is written', '0a00', 'encoding/not-canonical'],
    ['a number that is not packed', '1005', 'encoding/not-canonical'],
    ['fields out of order', '18010a0161', 'encoding/not-canonical'],
    ['an unknown field', '0a01612001', 'encoding/not-canonical'],
    ['a field twice', '0a01610a0161', 'encoding/not-canonical'],
    ['a field of another kind', '0801', 'encoding/not-canonical'],
    ['a long varint', '0a81000061', 'encoding/malformed'],
    ['true as two', '1802', 'encoding/not-canonical'],
    ['a length past the end', '0a0561', 'encoding/malformed'],
    ['a packed list past the end', '12056102', 'encoding/malformed'],
    ['a list that is too long', '12050102030405', 'encoding/bad-field'],
    ['the end of a group', '0c', 'encoding/malformed'],
  ]
  for (const [name, hex, code] of rows) t.match(small.decode(hexToBytes(`0x${hex}`)), { ok: false, error: { code } }, name)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (source) => {
      const decoded = outer.decode(source)
      return !decoded.ok || bytesToHex(outer.encode(decoded.value)) === bytesToHex(source)
    }),
    { numRuns: 2_000, seed: 19 },
  )
  t.end()
})

test('a nested message counts against the budget of fields', (t) => {
  const many = defineMessage({ items: [1, list(inner, { max: 100_000 })] })
  const source = new Uint8Array(2 * (DECODED_FIELDS_MAX + 1))
  for (let index = 0; index < source.length; index += 2) source[index] = 0x0a
  t.match(many.decode(source), { ok: false, error: { code: 'encoding/malformed', message: /more than 65536 fields/ } })
  t.match(many.decode(source.subarray(0, 2 * 100)), { ok: true })
  t.end()
})

test('what cannot be on the wire is refused where it is written', (t) => {
  t.throws(() => defineMessage({ one: [1, uint()], two: [1, uint()] }), /same number/)
  t.throws(() => defineMessage({ one: [0, uint()] }), /no field number/)
  t.throws(() => defineMessage({ one: [1, bytes({ max: 4 })], two: [1.5, uint()] }), /no field number/)
  const nameless = { ...uint(), wireForm: undefined }
  t.throws(() => defineMessage({ one: [1, nameless as never] }), /no wire form/)
  t.end()
})

test('JSON stands on the wire in its one form', (t) => {
  const codec = defineMessage({ json: [1, jsonText({ max: 20 })] })
  const bytesOf = (json: string): Uint8Array => Uint8Array.from([0x0a, json.length, ...Buffer.from(json)])
  t.same(codec.encode({ json: { b: [1], a: 'x' } }), bytesOf('{"a":"x","b":[1]}'))
  t.same(codec.decode(bytesOf('{"a":1}')), { ok: true, value: { json: { a: 1 } } })
  for (const text of ['{"a": 1}', '{"b":1,"a":1}', '{"a":1,"a":2}', '{', '1.0']) {
    t.match(codec.decode(bytesOf(text)), { ok: false, error: { code: 'encoding/bad-field', path: 'json' } }, text)
  }
  t.match(codec.parseJson({ json: 'x'.repeat(19) }), { ok: false, error: { path: 'json' } }, 'with its quotes it is too long')
  t.match(codec.parseJson({ json: '\ud800' }), { ok: false, error: { path: 'json' } })
  t.end()
})

test('what is no kind of field is refused when the message is made, not when somebody sends one', (t) => {
  const wrong = (value: unknown): never => value as never
  const rows: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['a list of texts as one', () => choice(wrong(['yes', 'no'])), /choice\('yes', 'no'\)/],
    ['no text', () => choice(), /one after the other/],
    ['an empty text', () => choice('yes', ''), /one after the other/],
    ['a text twice', () => choice('yes', 'yes'), /each of its texts once/],
    ['a text without end', () => text(wrong({})), /a text has a limit: { max/],
    ['a text without a word of its limits', () => text(wrong(undefined)), /a text has a limit: { max/],
    ['a list without a word of its limits', () => list(text({ max: 4 }), wrong(undefined)), /a list has a limit: { max/],
    ['a text of nothing', () => text({ min: 5, max: 4 }), /a text has limits/],
    ['a fraction as limit', () => uint({ max: wrong(1.5) }), /an integer has limits/],
    ['bytes without end', () => bytes(wrong({})), /bytes has a limit: { max/],
    ['a list without end', () => list(uint(), wrong({})), /a list has a limit: { max/],
  ]
  for (const [name, make, message] of rows) t.throws(make, message, name)
  t.end()
})
