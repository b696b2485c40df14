import { bytesToHex, didYouMean, err, type Hash, type Hex, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import {
  address,
  CALLS_PER_TRANSACTION_MAX,
  type Call,
  CLIENT_REF_LENGTH_MAX,
  COMMAND_NAME_LENGTH_MAX,
  described,
  ED25519_PUBLIC_KEY_SIZE_BYTES,
  ED25519_SIGNATURE_SIZE_BYTES,
  encodeTransaction,
  jsonValue,
  KEY_ALGORITHM,
  list,
  type MessageOf,
  MODULE_NAME_LENGTH_MAX,
  object,
  optional,
  SIGNATURES_PER_TRANSACTION_MAX,
  TRANSACTION_UNIQUE_SIZE_BYTES,
  type TransactionBody,
  text,
  transactionBodyCodec,
  transactionId,
  uint,
} from '@hanse/protocol'
import { badParams, type Failure, failure } from '../errors.ts'
import type { MethodContext } from '../method.ts'
import type { ModuleDescription } from '../node-api.ts'
import { commandOf } from '../results.ts'

const draftCallField = object({
  module: text({ max: MODULE_NAME_LENGTH_MAX }),
  command: text({ max: COMMAND_NAME_LENGTH_MAX }),
  params: described('as the command’s schema in x-modules says', jsonValue()),
})
const draftCalls = list(draftCallField, { min: 1, max: CALLS_PER_TRANSACTION_MAX })

/** What one says to have a transaction prepared. */
export const draftFields = {
  sender: address(),
  calls: draftCalls,
  expiresInBlocks: optional(described('blocks at the pace of an idle chain, heartbeatMs each', uint({ min: 1, max: 1_000_000 }))),
  expiresAtMs: optional(described('block time, ms; default: half of the chain’s timeToLiveMsMax from now', uint())),
  clientRef: optional(described('unique for ever within the sender’s party', text({ max: CLIENT_REF_LENGTH_MAX }))),
  coSigners: optional(list(address(), { max: SIGNATURES_PER_TRANSACTION_MAX - 1 })),
  sequence: optional(described('for senders that want strict order', uint())),
}
export type Draft = MessageOf<typeof draftFields>

export interface DraftedTransaction {
  readonly id: Hash
  readonly body: TransactionBody
  readonly bodyBytes: Uint8Array
}

/** Builds the body. What does not fit is −32602 with the path of the param. */
export function buildDraft({ api, services }: MethodContext, draft: Draft): Result<DraftedTransaction, Failure> {
  const { genesis, genesisHash } = api.chain
  const params = api.params()
  const { sender, coSigners = [], clientRef, sequence } = draft
  if (new Set([sender, ...coSigners]).size !== 1 + coSigners.length) {
    return err(badParams(reject('tx/duplicate-signer', 'each signer stands once', { path: 'coSigners' })))
  }
  const calls = encodeCalls(api.modules, draft.calls)
  if (!calls.ok) return err(badParams(calls.error))
  const expiry = expiryOf(draft, Math.max(services.status().headTime, services.nowMs()), params)
  if (!expiry.ok) return err(badParams(expiry.error))
  const unique = bytesToHex(services.randomBytes(TRANSACTION_UNIQUE_SIZE_BYTES)) as Hex
  const body: TransactionBody = {
    genesisHash,
    chainId: genesis.chainId,
    sender,
    coSigners,
    expiresAtMs: expiry.value,
    unique,
    calls: calls.value,
    ...(clientRef === undefined ? {} : { clientRef }),
    ...(sequence === undefined ? {} : { sequence }),
  }
  const bodyBytes = transactionBodyCodec.encode(body)
  const sizeBytes = signedSizeBytes(bodyBytes, 1 + coSigners.length)
  if (sizeBytes > params.transactionBytesMax) {
    const message = `signed it would have ${sizeBytes} bytes, this chain takes ${params.transactionBytesMax}`
    return err(badParams(failure('pool/too-large', { message, path: 'calls' }).rejection))
  }
  return ok({ id: transactionId(bodyBytes), body, bodyBytes })
}

function encodeCalls(modules: readonly ModuleDescription[], calls: Draft['calls']): Result<readonly Call[]> {
  const encoded: Call[] = []
  for (const [index, { module, command, params }] of calls.entries()) {
    const path = `calls.${index}`
    const known = modules.find(({ name }) => name === module)
    if (known === undefined) {
      const meant = didYouMean(
        module,
        modules.map(({ name }) => name),
      )
      return err(reject('tx/unknown-module', `the chain has no module ${module}${meant}`, { path: `${path}.module` }))
    }
    const codec = commandOf(modules, module, command)?.params
    if (codec === undefined) {
      const names = known.commands.map(({ name }) => name)
      const message = `module ${module} has no command ${command}${didYouMean(command, names)}`
      return err(reject('tx/unknown-command', message, { hint: `Commands of ${module}: ${names.join(', ')}.`, path: `${path}.command` }))
    }
    const parsed = codec.parseJson(params, `${path}.params`)
    if (!parsed.ok) return err({ ...parsed.error, code: 'rpc/bad-params' })
    encoded.push({ module, command, params: codec.encode(parsed.value) })
  }
  return ok(encoded)
}

interface ExpiryBounds {
  readonly heartbeatMs: number
  readonly timeToLiveMsMax: number
}

function expiryOf({ expiresAtMs, expiresInBlocks }: Draft, nowMs: number, { heartbeatMs, timeToLiveMsMax }: ExpiryBounds): Result<number> {
  if (expiresAtMs !== undefined && expiresInBlocks !== undefined) {
    return err(reject('rpc/bad-params', 'expiresAtMs and expiresInBlocks exclude each other', { path: 'expiresInBlocks' }))
  }
  const path = expiresAtMs === undefined ? 'expiresInBlocks' : 'expiresAtMs'
  const latest = nowMs + timeToLiveMsMax
  const chosen = expiresAtMs ?? nowMs + (expiresInBlocks === undefined ? Math.floor(timeToLiveMsMax / 2) : expiresInBlocks * heartbeatMs)
  const refuse = (code: 'pool/expired' | 'pool/expiry-too-far', message: string): { readonly ok: false; readonly error: Rejection } =>
    err(failure(code, { message, path }).rejection)
  if (chosen <= nowMs) return refuse('pool/expired', `${chosen} is not after ${nowMs}`)
  if (chosen > latest) return refuse('pool/expiry-too-far', `expires at ${chosen}, at most ${latest} is allowed now`)
  return ok(chosen)
}

/** What the transaction will weigh with its signatures. */
function signedSizeBytes(bodyBytes: Uint8Array, signers: number): number {
  const signature = {
    algorithm: KEY_ALGORITHM.ed25519,
    publicKey: new Uint8Array(ED25519_PUBLIC_KEY_SIZE_BYTES),
    signature: new Uint8Array(ED25519_SIGNATURE_SIZE_BYTES),
  }
  return encodeTransaction(
    bodyBytes,
    Array.from({ length: signers }, () => signature),
  ).length
}
