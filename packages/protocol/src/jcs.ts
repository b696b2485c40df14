import { err, ok, type Result, reject, utf8ToBytes, utf8ToBytesOrUndefined } from '@hanse/primitives'
import { fault, guarded, type Json, joinPath } from './schema/field.ts'
import { utf8FromBytesOrUndefined } from './utf8.ts'

/** Lists and objects inside one another. */
export const JSON_DEPTH_MAX = 64

function write(json: unknown, path: string, depth: number): string {
  if (depth > JSON_DEPTH_MAX) return fault(path, `at most ${JSON_DEPTH_MAX} levels`)
  switch (typeof json) {
    case 'string':
      return writeText(json, path)
    case 'number':
      // ECMAScript's own number format is the one that RFC 8785 prescribes.
      return Number.isFinite(json) ? JSON.stringify(json) : fault(path, 'not a JSON number')
    case 'boolean':
      return `${json}`
    case 'object':
      if (json === null) return 'null'
      if (Array.isArray(json)) return `[${json.map((item, index) => write(item, joinPath(path, index), depth + 1)).join(',')}]`
      return writeObject(json as Readonly<Record<string, unknown>>, path, depth)
    default:
      return fault(path, `a ${typeof json} is not JSON`)
  }
}

function writeText(text: string, path: string): string {
  return utf8ToBytesOrUndefined(text) === undefined ? fault(path, 'text has a lone surrogate') : JSON.stringify(text)
}

function writeObject(json: Readonly<Record<string, unknown>>, path: string, depth: number): string {
  // Array.prototype.sort orders by UTF-16 code units, as RFC 8785 §3.2.3 does.
  const members = Object.keys(json)
    .sort()
    .map((name) => `${writeText(name, path)}:${write(json[name], joinPath(path, name), depth + 1)}`)
  return `{${members.join(',')}}`
}

/**
 * The one text of a JSON value (RFC 8785). Refuses with `encoding/bad-field` what has none: numbers that are not finite, lone
 * surrogates, undefined members, more than `JSON_DEPTH_MAX` levels.
 */
export function canonicalJson(json: Json): Result<string> {
  return guarded(() => write(json, '', 0))
}

/** As `canonicalJson`, in UTF-8: what is hashed. */
export function canonicalJsonBytes(json: Json): Result<Uint8Array> {
  const text = canonicalJson(json)
  return text.ok ? ok(utf8ToBytes(text.value)) : text
}

/** Reads bytes that must be the canonical form of what they say: so no member can stand twice. */
export function parseCanonicalJson(bytes: Uint8Array): Result<Json> {
  const text = utf8FromBytesOrUndefined(bytes)
  if (text === undefined) return err(reject('encoding/malformed', 'these bytes are not UTF-8'))
  let json: Json
  try {
    json = JSON.parse(text) as Json
  } catch (error) {
    return err(reject('encoding/malformed', `this text is not JSON: ${error instanceof Error ? error.message : 'unknown'}`))
  }
  const canonical = canonicalJson(json)
  if (!canonical.ok) return canonical
  if (canonical.value === text) return ok(json)
  return err(
    reject('encoding/not-canonical', 'this JSON is not in the canonical form of RFC 8785', {
      hint: 'Sort members, drop white space, name each member once.',
    }),
  )
}
