import { verifySignature } from '@hanse/crypto'
import { bytesToHex, type Hex, reject } from '@hanse/primitives'
import {
  bytes,
  choice,
  type FieldValue,
  hash,
  type Json,
  jsonValue,
  list,
  object,
  optional,
  parseField,
  SIGNATURES_PER_TRANSACTION_MAX,
  TRANSACTION_BYTES_MAX,
  type TransactionSignature,
  transactionSignatureCodec,
  transactionSignBytes,
  uint,
} from '@hanse/protocol'
import { addressOf, readableBody, readSignedTransaction, readUnsignedTransaction, type UnsignedTransaction } from '@hanse/sdk'
import type { Module } from '@hanse/state'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import { parseJsonText, readInput } from '../json.ts'

const FORMAT = 'hanse-transaction'
const VERSION = 1

/** A transaction on its way from one signer to the next. Only `body` and `signatures` count; the rest is for people and made anew. */
const fileField = object({
  format: choice(FORMAT),
  version: uint({ min: VERSION, max: VERSION }),
  hash: optional(hash()),
  body: bytes({ min: 1, max: TRANSACTION_BYTES_MAX }),
  signatures: list(transactionSignatureCodec, { max: SIGNATURES_PER_TRANSACTION_MAX }),
  preview: optional(jsonValue()),
  signers: optional(jsonValue()),
})

export interface TransactionFile {
  readonly transaction: UnsignedTransaction
  readonly signatures: readonly TransactionSignature[]
}

/** Who must sign, and whether a good signature of theirs is there. */
export function signerStates({
  transaction,
  signatures,
}: TransactionFile): readonly { readonly address: string; readonly signed: boolean }[] {
  const message = transactionSignBytes(transaction.hash)
  return transaction.signers.map((address) => {
    const found = signatures.find((signature) => addressOf(signature) === address)
    return { address, signed: found !== undefined && verifySignature({ ...found, message }) }
  })
}

/** Its preview has the params that these modules can read; others stay bytes. */
export function transactionFileJson(file: TransactionFile, modules: readonly Module[]): Json {
  const { transaction, signatures } = file
  return {
    format: FORMAT,
    version: VERSION,
    hash: transaction.hash,
    preview: readableBody(transaction.body, modules) as unknown as Json,
    signers: signerStates(file).map((state) => ({ ...state })),
    body: bytesToHex(transaction.bodyBytes),
    signatures: signatures.map((signature) => transactionSignatureCodec.toJson(signature)),
  }
}

function fromFields({ body, signatures }: FieldValue<typeof fileField>): TransactionFile {
  return { transaction: orThrow(readUnsignedTransaction(body)), signatures }
}

function parse(content: string, source: string): TransactionFile {
  const trimmed = content.trim()
  if (trimmed.startsWith('0x')) {
    const { signatures, ...transaction } = orThrow(readSignedTransaction(trimmed as Hex))
    return { transaction, signatures }
  }
  const json = parseJsonText(trimmed)
  if (!json.ok) throw usageError(`${source} holds neither a transaction file nor 0x-hex`, 'hanse tx build writes one')
  const fields = parseField(fileField, json.value)
  if (fields.ok) return fromFields(fields.value)
  throw new CliError(
    reject('tx/bad-file', `${source}: ${fields.error.path ?? ''} ${fields.error.message}`, { hint: 'hanse tx build writes such a file.' }),
  )
}

/** A file of `tx build` or `tx sign`, a file with the raw transaction, `-` for standard input, or the raw transaction itself. */
export async function readTransactionFile(reference: string): Promise<TransactionFile> {
  if (reference.startsWith('0x')) return parse(reference, 'the argument')
  return parse(await readInput(reference), reference)
}
