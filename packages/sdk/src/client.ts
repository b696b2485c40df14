import { type Address, err, type Hash, ok, type Result, reject } from '@hanse/primitives'
import { type Chain, type Json, parseGenesis } from '@hanse/protocol'
import { HanseError } from './errors.ts'
import { type CallOptions, callOverHttp, type Fetch, type HttpEndpoint } from './http.ts'
import { CALL_TIMEOUT_MS_DEFAULT } from './limits.ts'
import type { FinalReceipt, HeightReference, ParamsOf, ResultOf, RpcMethodName } from './methods.ts'
import { type ProvenReceipt, verifyTransactionProof } from './proof.ts'
import { sendAndWait, type WaitOptions, waitForReceipt } from './send.ts'
import { addressOf, type Signer } from './signer.ts'
import type { WebSocketConstructor } from './socket.ts'
import { subscribe } from './subscribe.ts'
import type { Notification, SubscribeOptions, Topic } from './subscription-types.ts'
import { buildTransaction, type SignedTransaction, signTransaction, type TransactionOptions } from './transaction.ts'

export interface ClientOptions {
  /** Of a node's RPC: `http://127.0.0.1:8545`. */
  readonly url: string
  /** The chain that is meant. A node of another one is refused before anything is built for it: pin it wherever money is at stake. */
  readonly genesisHash?: Hash
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch?: Fetch
  /** For subscriptions, where the platform has none of its own. */
  readonly WebSocket?: WebSocketConstructor
}

export interface QueryOptions extends CallOptions {
  readonly height?: HeightReference
}

/** Everything here throws `HanseError`, `HanseRpcError` where the node refused, or what a given `signal` was aborted with. */
export interface HanseClient {
  readonly url: string
  /** One call, typed by its method's name. */
  call<M extends RpcMethodName>(method: M, ...rest: CallArguments<M>): Promise<ResultOf<M>>
  /** One call of any method, as JSON. */
  callRaw(method: string, params?: Json, options?: CallOptions): Promise<Json>
  /** The chain that the node serves: its genesis, hashed here, and compared with the pinned hash. Asked once. */
  chain(): Promise<Chain>
  /** What a module says about its state. `T` is the caller's claim about the answer's JSON. */
  query<T = Json>(
    module: string,
    query: string,
    args?: Json,
    options?: QueryOptions,
  ): Promise<{ readonly value: T; readonly height: number }>
  /** Hands a transaction over; it is not final yet. The same bytes again are no error. */
  send(transaction: SignedTransaction, options?: CallOptions): Promise<ResultOf<'tx_send'>>
  /**
   * Sends and waits for the final receipt. What is lost on the way is sent again, always the same bytes, so nothing is executed twice.
   * @throws HanseRpcError −32003 with `receipt` when a module rejected it; NotFinalInTime with the hash
   */
  sendAndWait(transaction: SignedTransaction, options?: WaitOptions): Promise<FinalReceipt>
  /** As `sendAndWait`, for what was sent before. */
  waitForReceipt(hash: Hash, options?: WaitOptions): Promise<FinalReceipt>
  /** Builds, signs, sends and waits: the first signer sends, the others co-sign. */
  transact(options: TransactionOptions & WaitOptions & { readonly signers: readonly [Signer, ...Signer[]] }): Promise<FinalReceipt>
  /** Fetches a transaction's proof and checks it here, against the validators of `chain()`. */
  fetchProof(hash: Hash): Promise<Result<ProvenReceipt>>
  /**
   * What becomes final, as an async iterable that survives broken connections: `for await (const { data, cursor } of …)`. Without loss
   * and without repetition from the first item on; `from` goes on after a stored cursor.
   */
  subscribe<T extends Topic>(topic: T, options?: SubscribeOptions<T>): AsyncGenerator<Notification<T>, void, undefined>
}

type CallArguments<M extends RpcMethodName> =
  Readonly<Record<string, never>> extends ParamsOf<M>
    ? [params?: ParamsOf<M>, options?: CallOptions]
    : [params: ParamsOf<M>, options?: CallOptions]

/** A client of one node. It opens nothing before it is asked to, and keeps nothing but the chain's genesis. */
export function createClient(options: ClientOptions): HanseClient {
  const { url, genesisHash, headers = {} } = options
  const endpoint: HttpEndpoint = { url, headers, fetch: options.fetch ?? ((...parameters) => globalThis.fetch(...parameters)) }
  let known: Promise<Chain> | undefined

  const callRaw = async (
    method: string,
    params: Json = {},
    { timeoutMs = CALL_TIMEOUT_MS_DEFAULT, signal }: CallOptions = {},
  ): Promise<Json> => (await callOverHttp(endpoint, method, params, { timeoutMs, ...(signal === undefined ? {} : { signal }) })) as Json
  const call = async <M extends RpcMethodName>(method: M, ...[params, more]: CallArguments<M>): Promise<ResultOf<M>> =>
    (await callRaw(method, (params ?? {}) as Json, more)) as ResultOf<M>
  const callForReceipt = async (method: 'tx_sendAndWait' | 'tx_waitForReceipt', params: object, more: CallOptions): Promise<FinalReceipt> =>
    (await callRaw(method, params as Json, more)) as unknown as FinalReceipt

  const chain = (): Promise<Chain> => {
    known ??= call('chain_getGenesis').then((reply) => checkedChain(reply, genesisHash))
    // A failure is not kept: the next call asks again.
    known.catch(() => {
      known = undefined
    })
    return known
  }

  const client: HanseClient = {
    url,
    call,
    callRaw,
    chain,
    query: async <T>(module: string, query: string, args: Json = {}, { height, ...more }: QueryOptions = {}) => {
      const reply = await call('state_query', { module, query, args, ...(height === undefined ? {} : { height }) }, more)
      return reply as { readonly value: T; readonly height: number }
    },
    send: async ({ raw }, more) => await call('tx_send', { raw }, more),
    sendAndWait: async (transaction, more) => await sendAndWait(callForReceipt, transaction, more),
    waitForReceipt: async (hash, more) => await waitForReceipt(callForReceipt, hash, more),
    transact: async ({ signers, timeoutMs, signal, ...transaction }) => {
      const [sender, ...coSigners] = signers.map(addressOf) as [Address, ...Address[]]
      const signed = await signTransaction(buildTransaction({ ...transaction, chain: await chain(), sender, coSigners }), signers)
      return await client.sendAndWait(signed, {
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(signal === undefined ? {} : { signal }),
      })
    },
    fetchProof: async (hash) => provenOf(hash, verifyTransactionProof(await callRaw('tx_getProof', { hash }), await chain())),
    subscribe: (topic, more) => subscribe({ url, WebSocket: options.WebSocket ?? platformWebSocket() }, topic, more),
  }
  return client
}

/** A proof of something else proves nothing about what was asked. */
function provenOf(hash: Hash, proven: Result<ProvenReceipt>): Result<ProvenReceipt> {
  if (!proven.ok || proven.value.receipt.txId === hash) return proven
  return err(reject('proof/bad-inclusion', 'the proof is of another transaction', { path: 'id' }))
}

function platformWebSocket(): WebSocketConstructor | undefined {
  return typeof globalThis.WebSocket === 'function' ? (globalThis.WebSocket as unknown as WebSocketConstructor) : undefined
}

function checkedChain(reply: { readonly genesis: unknown }, pinned: Hash | undefined): Chain {
  const chain = parseGenesis(reply.genesis as Json)
  if (!chain.ok) throw new HanseError({ ...chain.error, code: 'sdk/bad-genesis', message: `the node’s genesis: ${chain.error.message}` })
  const checked = matchingPin(chain.value, pinned)
  if (!checked.ok) throw new HanseError(checked.error)
  return checked.value
}

function matchingPin(chain: Chain, pinned: Hash | undefined): Result<Chain> {
  if (pinned === undefined || chain.genesisHash === pinned) return ok(chain)
  const message = `the node serves the chain ${chain.genesisHash}, not ${pinned}`
  return err(reject('sdk/wrong-chain', message, { hint: 'Ask a node of the chain that is meant.' }))
}
