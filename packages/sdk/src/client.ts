import { MODULES, type RegisteredModules } from '@hanse/modules'
import { type Address, err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import { type Chain, type ChainParams, type Json, parseGenesis } from '@hanse/protocol'
import type { Module } from '@hanse/state'
import { checkedEndpoint } from './endpoint.ts'
import { HanseError } from './errors.ts'
import type { CallOptions, Fetch } from './http.ts'
import { type LightClient, lightClientOf } from './light-client.ts'
import type { FinalReceipt, ParamsOf, ResultOf, RpcMethodName } from './methods.ts'
import { type Answer, type ModuleClients, type ModuleHost, moduleClients, type SendOptions, type Signers } from './module-client.ts'
import { named } from './named.ts'
import { Nodes } from './nodes.ts'
import { CALL_OPTIONS, checkOptions, type OptionNames, QUERY_OPTIONS, TRANSACT_OPTIONS, WAIT_OPTIONS } from './options.ts'
import { ParamsInForce } from './params-in-force.ts'
import { type ProvenReceipt, verifyTransactionProof } from './proof.ts'
import type { QueryOptions } from './record-proof.ts'
import { wordsFrom } from './rejection-words.ts'
import { type CallForReceipt, sendAndWait, type WaitOptions, waitForReceipt } from './send.ts'
import { addressOf } from './signer.ts'
import type { WebSocketConstructor } from './socket.ts'
import { subscribe } from './subscribe.ts'
import type { Notification, SubscribeOptions, Topic } from './subscription-types.ts'
import { buildTransaction, type CallDraft, type SignedTransaction, signTransaction } from './transaction.ts'

export type ClientOptions<M extends readonly Module[] = readonly []> = CommonOptions<M> & (OneNode | SeveralNodes)

interface OneNode {
  /** Of a node's RPC: `http://127.0.0.1:8545`. */
  readonly url: string
  readonly urls?: never
  /**
   * The chain that is meant. A node of another one is refused before anything is built for it: pin it wherever money is at stake. Left out,
   * the node's word is taken; given and undefined, it is refused (`sdk/bad-pin`).
   */
  readonly genesisHash?: Hex
}

interface SeveralNodes {
  /** Nodes of one chain: what one cannot do at the moment is asked of the next. */
  readonly urls: readonly [string, ...string[]]
  readonly url?: never
  /** The chain that is meant: several nodes are one chain's only if each says so. */
  readonly genesisHash: Hex
}

interface CommonOptions<M extends readonly Module[]> {
  /** Sign what names no signers of its own: the first sends, the others co-sign. */
  readonly signers?: Signers
  /** Modules of one's own beside the registered ones: their commands and queries are typed and encoded in the same way. */
  readonly modules?: M
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch?: Fetch
  /** For subscriptions, where the platform has none of its own. */
  readonly WebSocket?: WebSocketConstructor
}

/**
 * A client of a chain with the modules `M`: what every client has, and each module under its name: `client.settlement.transfer(…)`,
 * `client.settlement.query.balance(…)`. Everything here throws `HanseError`, `HanseRpcError` where the node refused, or what a given
 * `signal` was aborted with.
 */
export type HanseClient<M extends readonly Module[] = RegisteredModules> = CoreClient & {
  /** Each module by its name, those too whose name is taken by another member of the client. */
  readonly modules: ModuleClients<M>
} & Omit<ModuleClients<M>, keyof CoreClient | 'modules'>

export interface CoreClient {
  /** Of the node, or of the first of them. */
  readonly url: string
  /** One call, typed by its method's name. */
  call<M extends RpcMethodName>(method: M, ...rest: CallArguments<M>): Promise<ResultOf<M>>
  /** One call of any method, as JSON. */
  callRaw(method: string, params?: Json, options?: CallOptions): Promise<Json>
  /** The chain that the node serves: its genesis, hashed here, and compared with the pinned hash. Asked once. */
  chain(): Promise<Chain>
  /** The parameters in force, as the node says: votes change them. Asked again when the last answer is a minute old. */
  params(): Promise<ChainParams>
  /** What a module says about its state. `T` is the caller's claim about the answer's JSON. */
  query<T = Json>(module: string, query: string, args?: Json, options?: QueryOptions): Promise<Answer<T>>
  /** Hands a transaction over; it is not final yet. The same bytes again are no error. */
  send(transaction: SignedTransaction, options?: CallOptions): Promise<ResultOf<'tx_send'>>
  /**
   * Sends and waits for the final receipt. What is lost on the way is sent again, always the same bytes, so nothing is executed twice.
   * @throws HanseRpcError −32003 with `receipt` when a module rejected it; NotFinalInTime with the hash
   */
  sendAndWait(transaction: SignedTransaction, options?: WaitOptions): Promise<FinalReceipt>
  /** As `sendAndWait`, for what was sent before. */
  waitForReceipt(hash: Hex, options?: WaitOptions): Promise<FinalReceipt>
  /** Builds, signs, sends and waits: the first signer sends, the others co-sign. Several calls succeed together or not at all. */
  transact(options: SendOptions & { readonly calls: readonly CallDraft[] }): Promise<FinalReceipt>
  /** Knows the validators of every epoch from the genesis of `chain()` on. Made once, and asked of the node as far as it is needed. */
  lightClient(): Promise<LightClient>
  /** Fetches a transaction's proof and checks it here, from the genesis of `chain()` on. */
  fetchProof(hash: Hex): Promise<Result<ProvenReceipt>>
  /**
   * What becomes final, as an async iterable that survives broken connections: `for await (const { data, cursor } of …)`. Without loss
   * and without repetition from the first item on; `from` goes on after a stored cursor.
   */
  subscribe<T extends Topic>(topic: T, options?: SubscribeOptions<T>): AsyncGenerator<Notification<T>, void, undefined>
}

const CLIENT_OPTIONS: OptionNames<ClientOptions> = {
  ...{ url: true, urls: true, genesisHash: true, signers: true, modules: true, headers: true, fetch: true, WebSocket: true },
}

type CallArguments<M extends RpcMethodName> =
  Readonly<Record<string, never>> extends ParamsOf<M>
    ? [params?: ParamsOf<M>, options?: CallOptions]
    : [params: ParamsOf<M>, options?: CallOptions]

/** A client of one node, or of several that stand in for each other. It opens nothing before it is asked to, and keeps nothing but the chain's genesis. */
export function createClient<const M extends readonly Module[] = readonly []>(
  options: ClientOptions<M>,
): HanseClient<readonly [...RegisteredModules, ...M]> {
  checkOptions('createClient', options, CLIENT_OPTIONS)
  const core = coreClient(options)
  const modules = moduleClients(core as ModuleHost, modulesOf(options))
  return named({ ...modules, ...core, modules }, 'the client') as HanseClient<readonly [...RegisteredModules, ...M]>
}

/** One's own come last: one of them replaces a registered one of its name. */
function modulesOf({ modules = [] }: ClientOptions<readonly Module[]>): readonly Module[] {
  return [...MODULES, ...modules]
}

function coreClient(options: ClientOptions<readonly Module[]>): CoreClient {
  const { urls, genesisHash } = checkedEndpoint(options)
  const { headers = {} } = options
  const fetch: Fetch = options.fetch ?? ((...parameters) => globalThis.fetch(...parameters))
  const nodes = new Nodes({ urls, headers, fetch, ...(genesisHash === undefined ? {} : { genesisHash }) })
  let known: Promise<Chain> | undefined

  const callRaw = async (method: string, params: Json = {}, more?: CallOptions): Promise<Json> => {
    checkOptions(`the call of ${method}`, more, CALL_OPTIONS)
    return await nodes.call(method, params, more)
  }
  const call = async <M extends RpcMethodName>(method: M, ...[params, more]: CallArguments<M>): Promise<ResultOf<M>> =>
    (await callRaw(method, (params ?? {}) as Json, more)) as ResultOf<M>
  const callForReceipt: CallForReceipt = async (method, params, more, onPassedOver) =>
    (await nodes.call(method, params as Json, more, onPassedOver)) as unknown as FinalReceipt

  const chain = (): Promise<Chain> => {
    known ??= call('chain_getGenesis').then((reply) => checkedChain(reply, genesisHash))
    // A failure is not kept: the next call asks again.
    known.catch(() => {
      known = undefined
    })
    return known
  }

  const inForce = new ParamsInForce(async () => (await call('chain_getParams')).params)

  let light: LightClient | undefined
  const lightClient = async (): Promise<LightClient> => {
    light ??= lightClientOf(await chain(), call)
    return light
  }

  const source = { call: callForReceipt, wordsOf: wordsFrom(options.modules ?? [], () => callRaw('rpc.discover')) }
  const client: CoreClient = {
    url: urls[0],
    call,
    callRaw,
    chain,
    params: () => inForce.get(),
    query: async <T>(module: string, query: string, args: Json = {}, options: QueryOptions = {}) => {
      checkOptions(`the query ${query} of ${module}`, options, QUERY_OPTIONS)
      const { height, ...more } = options
      const reply = await call('state_query', { module, query, args, ...(height === undefined ? {} : { height }) }, more)
      return reply as Answer<T>
    },
    send: async ({ raw }, more) => await call('tx_send', { raw }, more),
    sendAndWait: async (transaction, more) => {
      checkOptions('sendAndWait', more, WAIT_OPTIONS)
      return await sendAndWait(source, transaction, more)
    },
    waitForReceipt: async (hash, more) => {
      checkOptions('waitForReceipt', more, WAIT_OPTIONS)
      return await waitForReceipt(source, hash, more)
    },
    transact: async (given) => {
      checkOptions('transact', given, TRANSACT_OPTIONS)
      const { signers = options.signers, onSigned, timeoutMs, signal, ...transaction } = given
      if (signers === undefined) throw noSigner()
      const [sender, ...coSigners] = signers.map(addressOf) as [Address, ...Address[]]
      const known = await chain()
      const build = {
        ...transaction,
        chain: known,
        params: await inForce.likely(known.genesis.params),
        sender,
        coSigners,
        modules: modulesOf(options),
      }
      const signed = await signTransaction(buildTransaction(build), signers)
      await onSigned?.(signed)
      return await client.sendAndWait(signed, {
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(signal === undefined ? {} : { signal }),
      })
    },
    lightClient,
    fetchProof: async (hash) => {
      const proof = await callRaw('tx_getProof', { hash })
      const light = await lightClient()
      return provenOf(hash, await light.verify(() => verifyTransactionProof(proof, light)))
    },
    subscribe: (topic, more) => subscribe({ nodes, WebSocket: options.WebSocket ?? platformWebSocket() }, topic, more),
  }
  return client
}

function noSigner(): HanseError {
  const hint = 'Give signers with the call, or once to createClient.'
  return new HanseError(reject('sdk/no-signer', 'nobody signs this transaction', { hint }))
}

/** A proof of something else proves nothing about what was asked. */
function provenOf(hash: Hex, proven: Result<ProvenReceipt>): Result<ProvenReceipt> {
  if (!proven.ok || proven.value.receipt.txId === hash) return proven
  return err(reject('proof/bad-inclusion', 'the proof is of another transaction', { path: 'id' }))
}

function platformWebSocket(): WebSocketConstructor | undefined {
  return typeof globalThis.WebSocket === 'function' ? (globalThis.WebSocket as unknown as WebSocketConstructor) : undefined
}

function checkedChain(reply: { readonly genesis: unknown }, pinned: Hex | undefined): Chain {
  const chain = parseGenesis(reply.genesis as Json)
  if (!chain.ok) {
    const hint = 'Ask another node, and tell the operator of this one.'
    throw new HanseError({ hint, ...chain.error, code: 'sdk/bad-genesis', message: `the node’s genesis: ${chain.error.message}` })
  }
  const checked = matchingPin(chain.value, pinned)
  if (!checked.ok) throw new HanseError(checked.error)
  return checked.value
}

function matchingPin(chain: Chain, pinned: Hex | undefined): Result<Chain> {
  if (pinned === undefined || chain.genesisHash === pinned) return ok(chain)
  const message = `the node serves the chain ${chain.genesisHash}, not ${pinned}`
  return err(reject('sdk/wrong-chain', message, { hint: 'Ask a node of the chain that is meant.' }))
}
