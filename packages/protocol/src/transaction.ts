import { concatBytes, err, type Hash, type Hex, hexToBytes, type Result, reject } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { taggedHash, tagPrefix } from './hash.ts'
import {
  CALLS_PER_TRANSACTION_MAX,
  CLIENT_REF_LENGTH_MAX,
  COMMAND_NAME_LENGTH_MAX,
  MODULE_NAME_LENGTH_MAX,
  SIGNATURES_PER_TRANSACTION_MAX,
  TRANSACTION_BYTES_MAX,
  TRANSACTION_UNIQUE_SIZE_BYTES,
} from './limits.ts'
import type { FieldValue } from './schema/field.ts'
import { list, message, optional } from './schema/message.ts'
import { address, bytes, fixedHex, hash, text, uint } from './schema/scalars.ts'

/** The native transaction. Other envelope types can be added beside it. */
export const TRANSACTION_TYPE_NATIVE = 1

export const callCodec = message(hanse.v1.Call, {
  module: text({ max: MODULE_NAME_LENGTH_MAX, pattern: /^[a-z][a-z0-9-]*$/, words: 'a name of a-z, 0-9 and -, from a letter on' }),
  command: text({ max: COMMAND_NAME_LENGTH_MAX, pattern: /^[a-z][A-Za-z0-9]*$/, words: 'a name in camelCase' }),
  params: bytes({ max: TRANSACTION_BYTES_MAX }),
})
export type Call = FieldValue<typeof callCodec>

export const transactionBodyCodec = message(hanse.v1.TransactionBody, {
  genesisHash: hash(),
  chainId: uint(),
  sender: address(),
  coSigners: list(address(), { max: SIGNATURES_PER_TRANSACTION_MAX - 1 }),
  expiresAtMs: uint(),
  unique: fixedHex<Hex>(TRANSACTION_UNIQUE_SIZE_BYTES),
  sequence: optional(uint()),
  clientRef: optional(text({ max: CLIENT_REF_LENGTH_MAX })),
  calls: list(callCodec, { min: 1, max: CALLS_PER_TRANSACTION_MAX }),
})
export type TransactionBody = FieldValue<typeof transactionBodyCodec>

export const transactionSignatureCodec = message(hanse.v1.TransactionSignature, {
  algorithm: uint({ max: 255 }),
  publicKey: bytes({ min: 32, max: 65 }),
  signature: bytes({ min: 64, max: 72 }),
})
export type TransactionSignature = FieldValue<typeof transactionSignatureCodec>

export const transactionEnvelopeCodec = message(hanse.v1.Transaction, {
  type: uint({ max: 255 }),
  body: bytes({ min: 1, max: TRANSACTION_BYTES_MAX }),
  signatures: list(transactionSignatureCodec, { min: 1, max: SIGNATURES_PER_TRANSACTION_MAX }),
})

/** A decoded transaction with the bytes it came as. */
export interface Transaction {
  readonly id: Hash
  readonly body: TransactionBody
  /** Canonical bytes of `body`: what the id names. */
  readonly bodyBytes: Uint8Array
  /** In the order sender, coSigners. Witness: outside the id and outside every root. */
  readonly signatures: readonly TransactionSignature[]
  /** The whole envelope. */
  readonly bytes: Uint8Array
}

/** `H(tx, bodyBytes)`. */
export function transactionId(bodyBytes: Uint8Array): Hash {
  return taggedHash('tx', bodyBytes)
}

/** What a signer signs: `len8(tag) ‖ "hanse/tx-sign/1" ‖ id`. */
export function transactionSignBytes(id: Hash): Uint8Array {
  return concatBytes(tagPrefix('tx-sign'), hexToBytes(id))
}

export function encodeTransaction(bodyBytes: Uint8Array, signatures: readonly TransactionSignature[]): Uint8Array {
  return transactionEnvelopeCodec.encode({ type: TRANSACTION_TYPE_NATIVE, body: bodyBytes, signatures })
}

/**
 * Form only: canonical, inside the format's limits, one signature for the sender and one for each co-signer. Signatures are not verified.
 * `raw` becomes part of the transaction, and its other bytes are parts of it: nobody may change it from then on.
 */
export function decodeTransaction(raw: Uint8Array): Result<Transaction> {
  if (raw.length > TRANSACTION_BYTES_MAX)
    return err(reject('tx/too-large', `a transaction has at most ${TRANSACTION_BYTES_MAX} bytes, this one ${raw.length}`))
  const envelope = transactionEnvelopeCodec.decodeHeld(raw)
  if (!envelope.ok) return envelope
  if (envelope.value.type !== TRANSACTION_TYPE_NATIVE)
    return err(reject('tx/unknown-type', `no transaction type ${envelope.value.type}`, { path: 'type' }))
  const bodyBytes = envelope.value.body
  const body = transactionBodyCodec.decodeHeld(bodyBytes)
  if (!body.ok) return err({ ...body.error, path: body.error.path === undefined ? 'body' : `body.${body.error.path}` })
  const signers = 1 + body.value.coSigners.length
  if (envelope.value.signatures.length !== signers) {
    return err(
      reject('tx/signature-count', `expected ${signers} signatures, got ${envelope.value.signatures.length}`, { path: 'signatures' }),
    )
  }
  if (signers > 1 && new Set([body.value.sender, ...body.value.coSigners]).size !== signers) {
    return err(reject('tx/duplicate-signer', 'each signer stands once', { path: 'body.coSigners' }))
  }
  return {
    ok: true,
    value: { id: transactionId(bodyBytes), body: body.value, bodyBytes, signatures: envelope.value.signatures, bytes: raw },
  }
}
