import type { Json, JsonOf, JsonSchema } from '@hanse/protocol'
import type { BoundCommand, BoundQuery, DefinedCommand, DefinedQuery, Module } from '@hanse/state'
import type { FinalReceipt } from './methods.ts'
import { eventReader, type ReaderOfEvent } from './module-event.ts'
import { named } from './named.ts'
import { checkOptions, SEND_OPTIONS } from './options.ts'
import { type MethodOfRecord, type ProofHost, type QueryOptions, recordMethod } from './record-proof.ts'
import type { WaitOptions } from './send.ts'
import type { Signer } from './signer.ts'
import type { CallDraft, SignedTransaction, TransactionOptions } from './transaction.ts'

/** Who signs, and how long to wait. */
export interface SendOptions extends Omit<TransactionOptions, 'calls'>, WaitOptions {
  /** The first sends, the others co-sign. Default: those of the client. */
  readonly signers?: Signers
  /** Called with what will be sent, and awaited: who keeps its `raw` can send it again after a crash, instead of paying twice. */
  readonly onSigned?: (transaction: SignedTransaction) => void | Promise<void>
}
export type Signers = readonly [Signer, ...Signer[]]

export interface Answer<T> {
  readonly value: T
  /** The height of the state that was asked. */
  readonly height: number
}

/** A command of a module: a transaction with this one call. Its `summary` is the module's own. */
export interface CommandMethod<P, S extends string = string> {
  /** Builds, signs, sends and waits for the final receipt. Throws as `HanseClient.transact`. */
  (params: P, options?: SendOptions): Promise<FinalReceipt>
  /** The call alone, for a transaction of several: `client.transact({ calls: [...] })`. */
  draft(params: P): CallDraft
  readonly summary: S
  readonly paramsSchema: JsonSchema
}

/** A query of a module. Its answer is the node's word; what has a record can be proven. */
export interface QueryMethod<A, R, S extends string = string> {
  (
    ...rest: Readonly<Record<string, never>> extends A ? [args?: A, options?: QueryOptions] : [args: A, options?: QueryOptions]
  ): Promise<Answer<R>>
  readonly summary: S
  readonly argsSchema: JsonSchema
  readonly resultSchema: JsonSchema
}

type MethodOfCommand<C> = C extends DefinedCommand<infer P, infer S> ? CommandMethod<JsonOf<P>, S> : never
type MethodOfQuery<Q> = Q extends DefinedQuery<infer A, infer R, infer S> ? QueryMethod<JsonOf<A>, JsonOf<R>, S> : never

/** Names in a module's client that are no commands. A command of such a name is sent by `client.transact`. */
interface Reserved<M extends Module> {
  readonly query: { readonly [Q in keyof M['queries']]: MethodOfQuery<M['queries'][Q]> }
  readonly event: { readonly [E in keyof NonNullable<M['events']>]: ReaderOfEvent<NonNullable<M['events']>[E]> }
  readonly proof: { readonly [R in keyof NonNullable<M['records']>]: MethodOfRecord<NonNullable<M['records']>[R]> }
}

/** What a client can do with one module: a method a command, under `query` one a query, under `proof` one a kind of record, under
 * `event` a reader a type of event. */
export type ModuleClient<M extends Module> = Reserved<M> & {
  readonly [C in Exclude<keyof M['commands'], keyof Reserved<M>>]: MethodOfCommand<M['commands'][C]>
}

/** By the modules' names. One whose type was lost, as by the annotation `Module`, has none here. */
export type ModuleClients<M extends readonly Module[]> = {
  readonly [X in M[number] as string extends X['name'] ? never : X['name']]: ModuleClient<X>
}

/** The client's part that a module's methods are made of. */
export interface ModuleHost extends ProofHost {
  transact(options: SendOptions & { readonly calls: readonly CallDraft[] }): Promise<FinalReceipt>
  query(module: string, query: string, args?: Json, options?: QueryOptions): Promise<Answer<unknown>>
}

function commandMethod(host: ModuleHost, module: string, command: string, bound: BoundCommand): unknown {
  const draft = (params: Json): CallDraft => ({ module, command, params })
  const send = async (params: Json, options: SendOptions = {}): Promise<FinalReceipt> => {
    checkOptions(`${module}.${command}`, options, SEND_OPTIONS)
    return await host.transact({ ...options, calls: [draft(params)] })
  }
  return Object.assign(send, { draft, summary: bound.summary, paramsSchema: bound.params.jsonSchema })
}

function queryMethod(host: ModuleHost, module: string, query: string, bound: BoundQuery): unknown {
  const ask = (args: Json = {}, options: QueryOptions = {}): Promise<Answer<unknown>> => host.query(module, query, args, options)
  return Object.assign(ask, { summary: bound.summary, argsSchema: bound.args.jsonSchema, resultSchema: bound.result.jsonSchema })
}

function methodsOf<B>(bound: Readonly<Record<string, B>>, method: (name: string, one: B) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(bound).map(([name, one]) => [name, method(name, one)]))
}

function moduleClient(host: ModuleHost, { name, commands, queries, events = {}, records = {} }: Module): object {
  const query = methodsOf(queries, (one, bound) => queryMethod(host, name, one, bound))
  const event = methodsOf(events, (one, bound) => eventReader(name, one, bound))
  const proof = methodsOf(records, (_, bound) => recordMethod(host, bound))
  const reserved = {
    query: named(query, `query of ${name}`),
    event: named(event, `event of ${name}`),
    proof: named(proof, `proof of ${name}`),
  }
  return named({ ...methodsOf(commands, (one, bound) => commandMethod(host, name, one, bound)), ...reserved }, `the module ${name}`)
}

export function moduleClients<M extends readonly Module[]>(host: ModuleHost, modules: M): ModuleClients<M> {
  const members = Object.fromEntries(modules.map((module) => [module.name, moduleClient(host, module)]))
  return named(members, 'the client’s list of modules') as ModuleClients<M>
}
