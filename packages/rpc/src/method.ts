import { assert, err, ok, type Result } from '@hanse/primitives'
import { type Field, type Fields, type Json, type JsonSchema, type MessageOf, object, parseField } from '@hanse/protocol'
import { badParams, type ErrorCode, type Failure, failure, refusedRead } from './errors.ts'
import type { NodeApi, NodeStatus } from './node-api.ts'
import type { Feed } from './subscriptions/block-feed.ts'
import type { Reader } from './subscriptions/reader.ts'

/** What a method may use. */
export interface MethodContext {
  readonly api: NodeApi
  /** What `latest` means in this call. */
  readonly head: number
  readonly services: MethodServices
  /** Who asks. */
  readonly caller: Caller
}

/** What the server offers to its methods. */
export interface MethodServices {
  nowMs(): number
  /** The node's status, a moment old. */
  status(): NodeStatus
  randomBytes(length: number): Uint8Array
  /** The OpenRPC document of this listener. */
  discover(): WrittenJson
  /** The node took a transaction that it did not know. */
  onSubmitted(id: string): void
  /** The node refused a transaction with this code. */
  onRefused(code: string): void
}

/** The client behind a call. */
export interface Caller {
  /** For rates: the organization of its key, else its address. */
  readonly client: string
  /** Aborted when nobody waits for the answer any more. */
  signal(): AbortSignal
  /** The same, for who only looks. */
  isGone(): boolean
  /** A call has done what it has to do and waits for the node: what comes next need not wait for its answer. */
  onWaiting?(): void
  /** Of a connection that stays. */
  readonly subscriptions?: Subscriber
}

/** The subscriptions of one connection. */
export interface Subscriber {
  open(request: SubscriptionRequest): Result<{ readonly id: string; readonly cursor: string }, Failure>
  close(id: string): { readonly cursor: string } | undefined
}

/** Makes the reader of a new subscription. */
export type SubscriptionRequest = (parts: { readonly feed: Feed }) => Reader

export type Outcome<R> = Result<R, Failure>

/** A result that is the same for everybody, written once: making it anew for each call would cost a thousand times what sending it does. */
export class WrittenJson {
  readonly text: string
  readonly sizeBytes: number

  constructor(value: Json) {
    this.text = JSON.stringify(value)
    this.sizeBytes = Buffer.byteLength(this.text)
  }
}

export interface MethodDefinition<P extends Fields, R> {
  /** `namespace_camelCase`. */
  readonly name: string
  readonly summary: string
  readonly description?: string
  /** In the order of positional params. */
  readonly params: P
  readonly result: { readonly name: string; readonly field: Field<R> }
  /** Codes that the method may give beside those that any call may get. */
  readonly errors: readonly ErrorCode[]
  /** Calls that one counts as, for the rate. Default 1. */
  readonly cost?: number
  /** It waits for the node and its result is small: in a batch such calls run at the same time, the others one after another. */
  readonly waits?: boolean
  handle(context: MethodContext, params: MessageOf<P>): Outcome<R | WrittenJson> | Promise<Outcome<R | WrittenJson>>
}

/** A method whose types are bound: JSON in, JSON out. */
export interface Method {
  readonly name: string
  readonly summary: string
  readonly description?: string
  readonly params: readonly { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[]
  readonly result: { readonly name: string; readonly schema: JsonSchema }
  readonly errors: readonly ErrorCode[]
  readonly cost: number
  readonly waits: boolean
  /** What has to wait for nothing is there at once. @throws what is a defect, or rejects with it */
  call(context: MethodContext, params: Json | undefined): Result<WrittenJson, Failure> | Promise<Result<WrittenJson, Failure>>
}

export function defineMethod<const P extends Fields, R>(definition: MethodDefinition<P, R>): Method {
  const { name, summary, description, params: fields, result, errors, cost = 1, waits = false } = definition
  assert(/^[a-z]+[_.][a-z][A-Za-z]*$/.test(name), `not a method name: ${name}`)
  const params = object(fields)
  const written = (outcome: Outcome<R | WrittenJson>): Result<WrittenJson, Failure> => {
    if (!outcome.ok) return outcome
    const { value } = outcome
    return ok(value instanceof WrittenJson ? value : new WrittenJson(result.field.toJson(value)))
  }
  return {
    name,
    summary,
    ...(description === undefined ? {} : { description }),
    params: Object.entries(fields).map(([member, field]) => ({ name: member, required: !field.optional, schema: field.jsonSchema })),
    result: { name: result.name, schema: result.field.jsonSchema },
    errors,
    cost,
    waits,
    call: (context, given) => {
      const named = namedParams(fields, given)
      if (!named.ok) return named
      const parsed = parseField(params, named.value)
      if (!parsed.ok) return err(badParams({ ...parsed.error, code: 'rpc/bad-params' }))
      const outcome = definition.handle(context, parsed.value)
      return outcome instanceof Promise ? outcome.then(written) : written(outcome)
    },
  }
}

/** Positional params under their names; a null in the place of one that may be absent leaves it out. */
function namedParams(fields: Fields, given: Json | undefined): Result<Json, Failure> {
  if (given === undefined) return ok({})
  if (!Array.isArray(given)) return ok(given)
  const items: readonly Json[] = given
  const names = Object.keys(fields)
  if (items.length > names.length) {
    const message = `the method has ${names.length} params, got ${items.length}`
    return err(failure('rpc/bad-params', { message, path: `${names.length}` }))
  }
  const named: Record<string, Json> = {}
  for (const [index, value] of items.entries()) {
    const name = names[index] as string
    if (value !== null || fields[name]?.optional !== true) named[name] = value
  }
  return ok(named)
}

/** The outcome of what a part of the node did: its code is one of the error table's. */
export function outcomeOf<T>(result: Result<T>): Outcome<T> {
  return result.ok ? result : err(refusedRead(result.error))
}
