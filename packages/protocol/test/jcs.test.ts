import { readdirSync, readFileSync } from 'node:fs'
import { canonicalJson, canonicalJsonBytes, JSON_DEPTH_MAX, type Json, parseCanonicalJson } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { holds } from './support/holds.ts'
import { needsVectors, vectorsPath } from './support/public-vectors.ts'

test('RFC 8785 vectors', needsVectors('jcs'), (t) => {
  const names = readdirSync(vectorsPath('jcs/input'))
  t.ok(names.length >= 6)
  for (const name of names) {
    const input = JSON.parse(readFileSync(vectorsPath('jcs/input', name), 'utf8')) as Json
    const output = readFileSync(vectorsPath('jcs/output', name))
    const bytes = canonicalJsonBytes(input)
    t.equal(bytes.ok && Buffer.from(bytes.value).toString('utf8'), output.toString('utf8'), name)
    t.match(parseCanonicalJson(output), { ok: true, value: input }, `${name} reads back`)
  }
  t.end()
})

test('RFC 8785 appendix B: numbers', (t) => {
  const rows: readonly (readonly [string, string])[] = [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['41b3de4355555557', '333333333.3333334'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ]
  for (const [bits, expected] of rows) {
    const value = Buffer.from(bits, 'hex').readDoubleBE()
    t.match(canonicalJson(value), { ok: true, value: expected })
  }
  t.end()
})

test('reads what it writes, whatever the order of members', (t) => {
  const reversed = (json: unknown): unknown =>
    Array.isArray(json)
      ? json.map(reversed)
      : typeof json === 'object' && json !== null
        ? Object.fromEntries(
            Object.entries(json)
              .reverse()
              .map(([name, member]) => [name, reversed(member)]),
          )
        : json
  holds(
    t,
    'round trip',
    fc.property(fc.jsonValue({ noUnicodeString: false }), (json) => {
      const bytes = canonicalJsonBytes(json as Json)
      const again = canonicalJsonBytes(reversed(json) as Json)
      // Texts with lone surrogates have no canonical form.
      if (!bytes.ok || !again.ok) return bytes.ok === again.ok
      const read = parseCanonicalJson(bytes.value)
      const rewritten = read.ok ? canonicalJsonBytes(read.value) : read
      return rewritten.ok && Buffer.from(rewritten.value).equals(bytes.value) && Buffer.from(again.value).equals(bytes.value)
    }),
  )
  t.end()
})

test('what has no canonical form is refused', (t) => {
  let deep: Json = 0
  for (let level = 0; level <= JSON_DEPTH_MAX; level++) deep = [deep]
  const rows: readonly unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, { a: undefined }, 1n, deep]
  for (const json of rows) t.match(canonicalJson(json as Json), { ok: false, error: { code: 'encoding/bad-field' } })
  t.end()
})

test('bytes that are not canonical are refused', (t) => {
  const rows: readonly (readonly [string | Uint8Array, string])[] = [
    ['{"a":1,"a":2}', 'encoding/not-canonical'],
    ['{"b":1,"a":2}', 'encoding/not-canonical'],
    ['{ "a":1}', 'encoding/not-canonical'],
    ['{"a":1}\n', 'encoding/not-canonical'],
    ['\ufeff{}', 'encoding/malformed'],
    ['1.0', 'encoding/not-canonical'],
    ['-0', 'encoding/not-canonical'],
    ['"\\u0061"', 'encoding/not-canonical'],
    ['"\\ud800"', 'encoding/bad-field'],
    ['{"a":', 'encoding/malformed'],
    ['', 'encoding/malformed'],
    [Uint8Array.of(0x22, 0xff, 0x22), 'encoding/malformed'],
    // '/' in longer forms than needed, a surrogate in UTF-8, a code point above U+10FFFF, a cut sequence.
    [Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), 'encoding/malformed'],
    [Uint8Array.of(0x22, 0xe0, 0x80, 0xaf, 0x22), 'encoding/malformed'],
    [Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'encoding/malformed'],
    [Uint8Array.of(0x22, 0xf4, 0x90, 0x80, 0x80, 0x22), 'encoding/malformed'],
    [Uint8Array.of(0x22, 0xe2, 0x82), 'encoding/malformed'],
  ]
  for (const [source, code] of rows) {
    const bytes = typeof source === 'string' ? Buffer.from(source, 'utf8') : source
    t.match(parseCanonicalJson(bytes), { ok: false, error: { code } }, Buffer.from(bytes).toString('hex'))
  }
  t.match(parseCanonicalJson(Buffer.from('{"__proto__":{"a":1}}')), { ok: true })
  t.equal(({} as { a?: number }).a, undefined, 'no prototype is touched')
  t.end()
})
