import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { test } from 'tap'
import { type JsonFault, JsonReader, JsonSyntaxError } from '../../src/json/json-reader.ts'

function read(text: string): { readonly value: unknown } | { readonly fault: JsonFault } {
  const reader = new JsonReader(text)
  try {
    const value = reader.value()
    reader.end()
    const fault = reader.takeFault()
    return fault === undefined ? { value } : { fault }
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { fault: error.fault }
    throw error
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`
}

test('what it accepts, JSON.parse reads as the same value', (t) => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '"a"',
    '"b"',
    '"__proto__"',
    '1',
    '-0',
    '0.5',
    '1e3',
    '9007199254740993',
    'true',
    'null',
    ' ',
    '\n',
    '\\u00e9',
    '\\ud800',
    'é',
    '\u0001',
    '01',
    '.',
    '+',
  ]
  const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))
  const honest = fc.tuple(fc.json({ maxDepth: 6 }), fc.constantFrom('', ' ', '\n\t')).map(([json, space]) => `${space}${json}${space}`)
  const broken = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...pieces)).map(([json, at, piece]) => {
    const place = at % (json.length + 1)
    return json.slice(0, place) + piece + json.slice(place + 1)
  })
  let accepted = 0
  fc.assert(
    fc.property(fc.oneof(hostile, honest, broken), (text) => {
      const result = read(text)
      if ('value' in result) {
        accepted += 1
        return isDeepStrictEqual(result.value, JSON.parse(text))
      }
      return result.fault.code !== 'json/malformed' || !parses(text)
    }),
    { numRuns: 10_000 },
  )
  t.ok(accepted > 500, `${accepted} texts were accepted`)
  t.end()
})

test('texts that JSON.parse takes and this reader does not', (t) => {
  const rows: readonly [text: string, code: JsonFault['code'], path: readonly (string | number)[]][] = [
    ['{"a":1,"a":1}', 'json/duplicate-member', ['a']],
    ['{"a":1,"\\u0061":2}', 'json/duplicate-member', ['a']],
    ['[{"x":{"b":0,"b":0}}]', 'json/duplicate-member', [0, 'x', 'b']],
    ['{"__proto__":{"admin":true}}', 'json/forbidden-member', ['__proto__']],
    ['{"a":[{"constructor":1}]}', 'json/forbidden-member', ['a', 0, 'constructor']],
    ['["\\ud800"]', 'json/lone-surrogate', [0]],
    ['{"\\udc00":1}', 'json/lone-surrogate', ['\udc00']],
    ['{"amount":9007199254740993}', 'json/number-too-large', ['amount']],
    ['[-9007199254740992]', 'json/number-too-large', [0]],
    ['1e400', 'json/number-too-large', []],
    [`0.${'1'.repeat(100)}`, 'json/number-too-large', []],
    [nested(33), 'json/too-deep', []],
    [`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'json/too-deep', []],
  ]
  for (const [text, code, path] of rows) {
    JSON.parse(text)
    const result = read(text)
    t.match(result, { fault: { code } }, text.slice(0, 60))
    if ('fault' in result && code !== 'json/lone-surrogate') t.same(result.fault.path, path, `path in ${text.slice(0, 60)}`)
  }
  t.end()
})

test('texts that are no JSON', (t) => {
  for (const text of [
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    'tru',
    'nul',
    '"\t"',
    '"\\x"',
    '"\\u12g4"',
    '"abc',
    '1 2',
    '[1] x',
    '\ufeff1',
    '{"a" 1}',
    '[1 2]',
    '{1:2}',
    '-',
    '1e',
    '"\\',
  ]) {
    t.match(read(text), { fault: { code: 'json/malformed' } }, JSON.stringify(text))
  }
  t.end()
})

test('the limits themselves are allowed', (t) => {
  t.match(read(nested(32)), { value: [] })
  t.same(read('[9007199254740991,-9007199254740991,-0,1e15,0.1]'), { value: [9007199254740991, -9007199254740991, -0, 1e15, 0.1] })
  t.same(read('{"a":{"b":1},"b":{"a":1}}'), { value: { a: { b: 1 }, b: { a: 1 } } }, 'a name may stand again in another object')
  t.same(read('"\\ud83d\\ude00 é 😀"'), { value: '😀 é 😀' })
  t.end()
})

test('large texts take little time and no stack', (t) => {
  const long = 'x'.repeat(5_000_000)
  const startedMs = performance.now()
  t.same(read(JSON.stringify(long)), { value: long })
  t.ok('value' in read(JSON.stringify(`${long}\\"`)))
  t.match(read('['.repeat(1_000_000)), { fault: { code: 'json/too-deep' } })
  t.match(read(`[${'1,'.repeat(60_000)}1]`), { value: [1] })
  for (const many of [
    `[${'1,'.repeat(500_000)}1]`,
    `[${'[],'.repeat(500_000)}1]`,
    `{${Array.from({ length: 200_000 }, (_, index) => `"m${index}":1`).join()}}`,
  ])
    t.match(read(many), { fault: { code: 'json/too-many-values' } })
  t.match(read('9'.repeat(5_000_000)), { fault: { code: 'json/number-too-large' } })
  t.ok(performance.now() - startedMs < 5_000)
  t.end()
})

test('reading goes on after a fault that leaves the grammar whole', (t) => {
  const reader = new JsonReader('[{"a":1,"a":2},{"b":9007199254740993}, "end"]')
  const items: unknown[] = []
  const faults: (string | undefined)[] = []
  reader.list(() => {
    items.push(reader.value())
    faults.push(reader.takeFault()?.code)
  })
  reader.end()
  t.same(faults, ['json/duplicate-member', 'json/number-too-large', undefined])
  t.equal(items[2], 'end')
  t.end()
})

test('the source of a value is its own text, and a number there loses nothing', (t) => {
  const reader = new JsonReader(' 123456789012345678901234567890 ')
  t.equal(reader.source().text, '123456789012345678901234567890')
  t.equal(reader.takeFault(), undefined)
  t.end()
})
