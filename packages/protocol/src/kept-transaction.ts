import { assert } from '@hanse/primitives'
import { type Transaction, type TransactionBody, transactionEnvelopeCodec } from './transaction.ts'

/** What a transaction is told by and executed from: the rest is in its bytes. */
class KeptTransaction implements Transaction {
  readonly id: Transaction['id']
  readonly body: TransactionBody
  readonly bytes: Uint8Array

  constructor({ id, body, bytes }: Transaction) {
    this.id = id
    this.body = body
    this.bytes = bytes
  }

  get bodyBytes(): Uint8Array {
    return envelopeOf(this.bytes).body
  }

  get signatures(): Transaction['signatures'] {
    return envelopeOf(this.bytes).signatures
  }
}

function envelopeOf(bytes: Uint8Array): Pick<Transaction, 'signatures'> & { readonly body: Uint8Array } {
  const envelope = transactionEnvelopeCodec.decodeHeld(bytes)
  assert(envelope.ok, 'what was decoded once can be decoded')
  return envelope.value
}

/**
 * The same transaction for as long as it waits for its block: thousands do, and each of their objects is moved and marked by the garbage
 * collector. What its check alone needs is decoded anew by who asks for it.
 */
export function keptTransaction<T extends Transaction>(transaction: T): T {
  return new KeptTransaction(transaction) as Transaction as T
}
