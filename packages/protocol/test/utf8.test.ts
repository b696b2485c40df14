import { utf8FromBytesOrUndefined } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { holds } from './support/holds.ts'

function platform(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

test("decodes exactly what the platform's strict decoder does", (t) => {
  holds(
    t,
    'texts',
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => utf8FromBytesOrUndefined(Buffer.from(text, 'utf8')) === platform(Buffer.from(text, 'utf8')),
    ),
  )
  holds(
    t,
    'bytes',
    fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => utf8FromBytesOrUndefined(bytes) === platform(bytes)),
    { numRuns: 5_000 },
  )
  const hard = fc.constantFrom(
    0x00,
    0x41,
    0x7f,
    0x80,
    0x8f,
    0x90,
    0x9f,
    0xa0,
    0xbf,
    0xc0,
    0xc2,
    0xdf,
    0xe0,
    0xe1,
    0xed,
    0xef,
    0xf0,
    0xf3,
    0xf4,
    0xf5,
    0xff,
  )
  holds(
    t,
    'hard bytes',
    fc.property(
      fc.array(hard, { maxLength: 5 }),
      (bytes) => utf8FromBytesOrUndefined(Uint8Array.from(bytes)) === platform(Uint8Array.from(bytes)),
    ),
    {
      numRuns: 20_000,
    },
  )
  t.end()
})
