import { MODULES } from '@hanse/modules'
import { type Address, bytesToHex, err, type Hash, type Hex, hexToBytesOrUndefined, ok, type Result, reject } from '@hanse/primitives'
import {
  CALLS_PER_TRANSACTION_MAX,
  type Call,
  type Chain,
  type ChainParams,
  type Codec,
  callCodec,
  decodeTransaction,
  encodeTransaction,
  type Json,
  KEY_ALGORITHM,
  TRANSACTION_UNIQUE_SIZE_BYTES,
  type TransactionBody,
  type TransactionSignature,
  taggedHash,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import type { Module } from '@hanse/state'
import { HanseError } from './errors.ts'
import { TIME_TO_LIVE_MS_DEFAULT } from './limits.ts'
import type { ReadableBody, ReadableCall } from './methods.ts'
import { BUILD_OPTIONS, checkOptions } from './options.ts'
import { addressOf, type Signer } from './signer.ts'

/** What a transaction asks for: all of its calls succeed, or none does. */
export interface CallDraft {
  readonly module: string
  readonly command: string
  /** By the command's schema: amounts are decimal texts of minor units, bytes are 0x-hex. */
  readonly params: Json
}

export interface TransactionOptions {
  readonly calls: readonly CallDraft[]
  /** Block time after which it cannot be executed any more, ms. Default: two minutes from now, or less where the chain allows less. */
  readonly expiresAtMs?: number
  /** Unique for ever within the sender's party: sent again, the first transaction's receipt is the answer. */
  readonly clientRef?: string
  /** For senders that want strict order. */
  readonly sequence?: number
}

export interface BuildOptions extends TransactionOptions {
  /** Of `client.chain()`, or of a genesis file. Its modules' codecs encode the params here: nothing is left to a node. */
  readonly chain: Chain
  /** The parameters in force, of `client.params()`. Default: those of genesis, which votes may have changed since. */
  readonly params?: Pick<ChainParams, 'timeToLiveMsMax'>
  readonly sender: Address
  /** Others that must sign: four-eyes is a sender and a co-signer of one party. */
  readonly coSigners?: readonly Address[]
  /**
   * Whose codecs encode the params. Default: the registered modules, which must be those that genesis names; of others, the last of a name
   * counts, and that the chain has this version of it is the caller's word.
   */
  readonly modules?: readonly Module[]
}

/** Ready to be signed. */
export interface UnsignedTransaction {
  readonly hash: Hash
  readonly body: TransactionBody
  readonly bodyBytes: Uint8Array
  /** Who must sign, in this order. */
  readonly signers: readonly Address[]
}

/** Ready to be sent, any number of times: the same bytes are executed once. */
export interface SignedTransaction extends UnsignedTransaction {
  readonly raw: Hex
}

function commandCodec(
  chain: Chain,
  modules: readonly Module[],
  { module, command }: Pick<CallDraft, 'module' | 'command'>,
): Result<Codec<unknown>> {
  const listed = chain.genesis.modules.find(({ name }) => name === module)
  // Votes bring modules and versions that genesis does not name: of one's own modules the caller knows that they are in force.
  const isInForce = (candidate: Module): boolean => candidate.version === listed?.version || !MODULES.includes(candidate)
  const known = modules.findLast((candidate) => candidate.name === module && isInForce(candidate))
  if (known === undefined) {
    const names = chain.genesis.modules.map(({ name }) => name).join(', ')
    return err(
      reject('tx/unknown-module', `the chain has no module ${module} that this client knows`, { hint: `It has ${names}.`, path: 'module' }),
    )
  }
  if (!Object.hasOwn(known.commands, command)) {
    const hint = `Commands of ${module}: ${Object.keys(known.commands).join(', ')}.`
    return err(reject('tx/unknown-command', `module ${module} has no command ${command}`, { hint, path: 'command' }))
  }
  return ok(known.commands[command]?.params as unknown as Codec<unknown>)
}

function encodeCall(chain: Chain, modules: readonly Module[], draft: CallDraft, path: string): Call {
  const codec = commandCodec(chain, modules, draft)
  if (!codec.ok) throw new HanseError({ ...codec.error, path: `${path}.${codec.error.path}` })
  const params = codec.value.parseJson(draft.params, `${path}.params`)
  if (!params.ok) throw new HanseError(params.error)
  return { module: draft.module, command: draft.command, params: codec.value.encode(params.value) }
}

/** `H(call, encoded call)`: what a four-eyes proposal names. @throws HanseError with the path of the param that does not fit */
export function callDigest(chain: Chain, call: CallDraft, modules: readonly Module[] = MODULES): Hash {
  return taggedHash('call', callCodec.encode(encodeCall(chain, modules, call, 'call')))
}

function checkedBody(body: TransactionBody, { timeToLiveMsMax }: Pick<ChainParams, 'timeToLiveMsMax'>): TransactionBody {
  if (body.calls.length === 0 || body.calls.length > CALLS_PER_TRANSACTION_MAX) {
    throw new HanseError(reject('encoding/bad-field', `a transaction has 1 to ${CALLS_PER_TRANSACTION_MAX} calls`, { path: 'calls' }))
  }
  if (new Set([body.sender, ...body.coSigners]).size !== 1 + body.coSigners.length) {
    throw new HanseError(reject('tx/duplicate-signer', 'each signer stands once', { path: 'coSigners' }))
  }
  const latest = Date.now() + timeToLiveMsMax
  if (body.expiresAtMs > latest) {
    const hint = `This chain allows ${timeToLiveMsMax} ms.`
    throw new HanseError(reject('pool/expiry-too-far', 'the expiry lies too far ahead', { hint, path: 'expiresAtMs' }))
  }
  const form = transactionBodyCodec.parseJson(transactionBodyCodec.toJson(body))
  if (!form.ok) throw new HanseError(form.error)
  return body
}

/**
 * Encodes a transaction here, bound to this chain's genesis hash: what is signed is what the calls say, whatever a node answers.
 * @throws HanseError with the path of the field that does not fit
 */
export function buildTransaction(options: BuildOptions): UnsignedTransaction {
  checkOptions('buildTransaction', options, BUILD_OPTIONS)
  const { chain, params = chain.genesis.params, sender, coSigners = [], clientRef, sequence, modules = MODULES } = options
  const timeToLiveMs = Math.min(TIME_TO_LIVE_MS_DEFAULT, Math.floor(params.timeToLiveMsMax / 2))
  const body: TransactionBody = {
    genesisHash: chain.genesisHash,
    chainId: chain.genesis.chainId,
    sender,
    coSigners,
    expiresAtMs: options.expiresAtMs ?? Date.now() + timeToLiveMs,
    unique: bytesToHex(crypto.getRandomValues(new Uint8Array(TRANSACTION_UNIQUE_SIZE_BYTES))),
    ...(sequence === undefined ? {} : { sequence }),
    ...(clientRef === undefined ? {} : { clientRef }),
    calls: options.calls.map((call, index) => encodeCall(chain, modules, call, `calls.${index}`)),
  }
  return unsignedTransaction(checkedBody(body, params), transactionBodyCodec.encode(body))
}

function unsignedTransaction(body: TransactionBody, bodyBytes: Uint8Array): UnsignedTransaction {
  return { hash: transactionId(bodyBytes), body, bodyBytes, signers: [body.sender, ...body.coSigners] }
}

/** Reads the bytes of a body that was built elsewhere, to be looked at and signed. Codes: `encoding/…`. */
export function readUnsignedTransaction(bodyBytes: Uint8Array): Result<UnsignedTransaction> {
  const body = transactionBodyCodec.decode(bodyBytes)
  return body.ok ? ok(unsignedTransaction(body.value, bodyBytes)) : body
}

/** One signer's signature. @throws HanseError `sdk/wrong-signer` when the transaction does not name this signer */
export async function signOnce(unsigned: UnsignedTransaction, signer: Signer): Promise<TransactionSignature> {
  const address = addressOf(signer)
  if (!unsigned.signers.includes(address)) {
    const hint = `It is to be signed by ${unsigned.signers.join(' and ')}.`
    throw new HanseError(reject('sdk/wrong-signer', `the transaction does not name ${address}`, { hint }))
  }
  const signature = await signer.sign(transactionSignBytes(unsigned.hash))
  return { algorithm: KEY_ALGORITHM.ed25519, publicKey: signer.publicKey, signature }
}

/**
 * Puts signatures, which may come from several machines and in any order, into the place that the body gives each signer.
 * @throws HanseError `sdk/missing-signature` names who has not signed
 */
export function assembleTransaction(unsigned: UnsignedTransaction, signatures: readonly TransactionSignature[]): SignedTransaction {
  const inOrder = unsigned.signers.map((address) => {
    const signature = signatures.find((candidate) => addressOf(candidate) === address)
    if (signature !== undefined) return signature
    throw new HanseError(
      reject('sdk/missing-signature', `${address} has not signed`, { hint: 'Give the sender’s and every co-signer’s key.' }),
    )
  })
  return { ...unsigned, raw: bytesToHex(encodeTransaction(unsigned.bodyBytes, inOrder)) }
}

/** Signs with every key that the transaction names, one after the other. @throws HanseError `sdk/wrong-signer`, `sdk/missing-signature` */
export async function signTransaction(unsigned: UnsignedTransaction, signers: readonly Signer[]): Promise<SignedTransaction> {
  const signatures: TransactionSignature[] = []
  for (const signer of signers) signatures.push(await signOnce(unsigned, signer))
  return assembleTransaction(unsigned, signatures)
}

/** Reads a signed transaction for sending it or looking at it. Its signatures are not verified. Codes: `encoding/…`, `tx/…`. */
export function readSignedTransaction(raw: Hex): Result<SignedTransaction & { readonly signatures: readonly TransactionSignature[] }> {
  const bytes = hexToBytesOrUndefined(raw)
  if (bytes === undefined) return err(reject('encoding/malformed', 'a transaction is 0x and lower-case hexadecimal digits'))
  const decoded = decodeTransaction(bytes)
  if (!decoded.ok) return decoded
  const { body, bodyBytes, signatures } = decoded.value
  return ok({ ...unsignedTransaction(body, bodyBytes), raw, signatures })
}

/** A body with its params decoded by these modules; params that no command of theirs can decode stay bytes. */
export function readableBody(body: TransactionBody, modules: readonly Module[] = MODULES): ReadableBody {
  return { ...body, calls: body.calls.map((call) => readableCall(call, modules)) }
}

function readableCall({ module, command, params }: Call, modules: readonly Module[]): ReadableCall {
  const known = modules.findLast(({ name }) => name === module)
  const codec = known !== undefined && Object.hasOwn(known.commands, command) ? known.commands[command]?.params : undefined
  const decoded = codec?.decode(params)
  return codec !== undefined && decoded?.ok === true
    ? { module, command, params: codec.toJson(decoded.value) }
    : { module, command, paramsBytes: bytesToHex(params) }
}
