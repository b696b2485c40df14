import { randomBytes } from 'node:crypto'
import { MODULES } from '@hanse/modules'
import { assert, bytesToHex, type Hash } from '@hanse/primitives'
import {
  type Call,
  type Chain,
  encodeTransaction,
  type Json,
  KEY_ALGORITHM,
  TRANSACTION_UNIQUE_SIZE_BYTES,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import type { LoadSender } from './cast.ts'

export interface SignedTransaction {
  readonly id: Hash
  readonly bytes: Uint8Array
}

export interface TransactionTerms {
  /** The sender first, then who signs with it. */
  readonly signers: readonly [LoadSender, ...LoadSender[]]
  readonly calls: readonly Call[]
  readonly expiresAtMs: number
  /** One that each has for itself is a key of the state for ever. */
  readonly clientRef?: string
}

/** Signs with native code. No two have the same id, whatever they say. */
export function signTransaction(
  { genesis, genesisHash }: Chain,
  { signers, calls, expiresAtMs, clientRef }: TransactionTerms,
): SignedTransaction {
  const [sender, ...coSigners] = signers
  const body = transactionBodyCodec.encode({
    genesisHash,
    chainId: genesis.chainId,
    sender: sender.address,
    coSigners: coSigners.map(({ address }) => address),
    expiresAtMs,
    unique: bytesToHex(new Uint8Array(randomBytes(TRANSACTION_UNIQUE_SIZE_BYTES))),
    ...(clientRef === undefined ? {} : { clientRef }),
    calls,
  })
  const id = transactionId(body)
  const message = transactionSignBytes(id)
  const signatures = signers.map(({ publicKey, signer }) => ({
    algorithm: KEY_ALGORITHM.ed25519,
    publicKey,
    signature: signer.sign(message),
  }))
  return { id, bytes: encodeTransaction(body, signatures) }
}

/** A call as it stands in a transaction; `params` as people write them. */
export function encodeCall(module: string, command: string, params: Json): Call {
  const codec = MODULES.find(({ name }) => name === module)?.commands[command]?.params
  assert(codec !== undefined, `there is a command ${module}.${command}`)
  const parsed = codec.parseJson(params)
  if (!parsed.ok) throw new Error(`${module}.${command}: ${parsed.error.path ?? ''} ${parsed.error.message}`)
  return { module, command, params: codec.encode(parsed.value) }
}
