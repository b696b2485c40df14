import { assert, err, type Hex, ok, type Rejection, type Result } from '@hanse/primitives'
import type protobuf from 'protobufjs/minimal.js'
import type { BoundedReader } from './bounded-reader.ts'
import type { Direct } from './direct.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A JSON Schema (2020-12) fragment. */
export type JsonSchema = { readonly [key: string]: Json }

/** How a field stands on the wire, in protobuf's terms: `string`, `uint64`, `bool`, `bytes`, a message, a repeated field. */
export type WireForm = 'text' | 'uint' | 'bool' | 'bytes' | { readonly message: WireType } | { readonly list: WireForm }

/** Writes and reads a message: generated code, or what `defineMessage` makes. */
export interface WireType {
  encode(message: object, writer?: protobuf.Writer): { finish(): Uint8Array }
  /** `length` where the message stands inside of another. */
  decode(source: Uint8Array | BoundedReader, length?: number): object
}

/**
 * One field of a message in its four forms: the value in memory (`T`), what protobufjs takes and gives, JSON, and JSON's schema.
 * `fromWire` and `fromJson` throw a `SchemaFault`; codecs turn that into a `Rejection`.
 */
export interface Field<T> {
  /** Absent on the wire and in JSON when the value is undefined. */
  readonly optional: boolean
  /** Absent where the form is the .proto's to say, or where there is none. */
  readonly wireForm?: WireForm
  toWire(value: T): unknown
  fromWire(wire: unknown, path: string): T
  toJson(value: T): Json
  fromJson(json: unknown, path: string): T
  readonly jsonSchema: JsonSchema
  /** How it is written and read without a copy in between, for as long as the field has these two forms. */
  readonly direct?: {
    readonly form: Direct
    readonly toWire: unknown
    readonly fromWire: unknown
  }
}

export type FieldValue<F> = F extends Field<infer T> ? T : never

/** A value of a field as JSON: integers beyond 2^53 are decimal texts, bytes and ids 0x-hex, everything else is itself. */
export type JsonOf<T> = [Json] extends [T]
  ? Json
  : T extends bigint
    ? string
    : T extends Uint8Array | Hex
      ? Hex
      : T extends string | number | boolean | null | undefined
        ? T
        : T extends readonly (infer I)[]
          ? readonly JsonOf<I>[]
          : { readonly [K in keyof T]: JsonOf<T[K]> }

/** Thrown by fields, caught by `guarded`: it never leaves the package. */
class SchemaFault extends Error {
  readonly rejection: Rejection

  constructor(code: string, message: string, path: string) {
    super(message)
    this.rejection = path === '' ? { code, message } : { code, message, path }
  }
}

export function fault(path: string, message: string): never {
  throw new SchemaFault('encoding/bad-field', message, path)
}

/** Runs `body`; a `SchemaFault` becomes its rejection, anything else is ours. */
export function guarded<T>(body: () => T): Result<T> {
  try {
    return ok(body())
  } catch (error) {
    if (error instanceof SchemaFault) return err(error.rejection)
    throw error
  }
}

/** Checks and converts JSON by a field that is no codec. */
export function parseField<T>(field: Field<T>, json: unknown, pathPrefix = ''): Result<T> {
  return guarded(() => field.fromJson(json, pathPrefix))
}

/** A path names fields of ours and, where one is unknown, of the sender's: that one is cut. */
const PATH_NAME_LENGTH_MAX = 64

export function joinPath(path: string, name: string | number): string {
  const part = typeof name === 'string' ? name.slice(0, PATH_NAME_LENGTH_MAX) : `${name}`
  return path === '' ? part : `${path}.${part}`
}

/** A short, safe picture of an unexpected value: never longer than 40 characters, never throws. */
export function describeJson(json: unknown): string {
  if (json === null) return 'null'
  if (Array.isArray(json)) return 'a list'
  if (typeof json === 'string') return json.length <= 40 ? `"${json}"` : 'a long text'
  if (typeof json === 'number' || typeof json === 'boolean') return `${json}`
  return json === undefined ? 'nothing' : `a ${typeof json}`
}

/** Limits are part of a format: one that is missing, or no limit at all, would show when it is too late. A module need not be compiled. */
export function assertLimits(what: string, min: number, max: number): void {
  const isLimit = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
  assert(max !== undefined, `${what} has a limit: { max: 140 }`)
  assert(isLimit(min) && isLimit(max) && min <= max, `${what} has limits in whole numbers: min ${min}, max ${max}`)
}
