import { type Prng, utf8ToBytes } from '@hanse/primitives'
import { mutateBytes } from './bytes.ts'

/** A word, a number, blanks, or a sign. */
const TOKENS = /[\p{L}\p{N}_.-]+|\s+|[^\p{L}\p{N}_\s.-]/gu
/** What JSON, XML, TOML and readers of names and amounts trip over. */
const WORDS = [
  '',
  'null',
  'true',
  '-1',
  '0',
  '-0',
  '1.5',
  '1e3',
  '9007199254740993',
  `${'9'.repeat(400)}`,
  '"',
  '\\u0000',
  '\\ud800',
  '__proto__',
  'constructor',
  'toString',
  '[',
  ']',
  '{',
  '}',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  ',',
  ':',
  '0x',
  `0x${'00'.repeat(31)}`,
  '<',
  '>',
  '/>',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&amp;',
  '&b;',
  '&#0;',
  '&#x10ffff;',
  '<?xml version="1.0" encoding="utf-16"?>',
  'xmlns="urn:x"',
  '\ufeff',
  'e\u0301',
  '\u202e',
  '\u0000',
  'x'.repeat(5_000),
  '../../x',
  '"""',
  '#',
  '=',
  '\n',
] as const

function tokensOf(text: string): readonly string[] {
  return text.match(TOKENS) ?? []
}

/** One change of a text token by token; now and then of its bytes. */
export function mutateText(prng: Prng, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  if (prng.chance(1, 5)) return mutateBytes(prng, bytes)
  const tokens = [...tokensOf(new TextDecoder().decode(bytes))]
  const donor = tokensOf(new TextDecoder().decode(other))
  const at = prng.below(tokens.length + 1)
  const count = prng.below(prng.chance(1, 4) ? 40 : 4)
  switch (prng.below(6)) {
    case 0:
      tokens.splice(at, 1, prng.pick(WORDS))
      break
    case 1:
      tokens.splice(at, 0, prng.pick(WORDS))
      break
    case 2:
      tokens.splice(at, count)
      break
    case 3:
      tokens.splice(at, 0, ...tokens.slice(at, at + count))
      break
    case 4:
      if (donor.length > 0) tokens.splice(at, count, ...donor.slice(prng.below(donor.length)).slice(0, count + 1))
      break
    default: {
      const to = prng.below(tokens.length + 1)
      tokens.splice(to, 0, ...tokens.splice(at, count))
    }
  }
  return utf8ToBytes(tokens.join(''))
}
