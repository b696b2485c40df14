import { type Address, equalBytes } from '@hanse/primitives'
import {
  addressOfPublicKey,
  decodeTransaction,
  encodeTransaction,
  KEY_ALGORITHM,
  TRANSACTION_BYTES_MAX,
  transactionBodyCodec,
  transactionChecks,
  transactionId,
} from '@hanse/protocol'
import { hashOf } from '../support/consensus-fixtures.ts'

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
const addressOf = (byte: number) => addressOfPublicKey(KEY_ALGORITHM.ed25519, key(byte))

function transaction(signers: readonly number[], more: object = {}): Uint8Array {
  const [sender = 1, ...others] = signers
  const body = transactionBodyCodec.encode({
    genesisHash: hashOf(0xaa),
    chainId: 20_260,
    sender: addressOf(sender),
    coSigners: others.map(addressOf),
    expiresAtMs: 1_790_000_000_000,
    unique: `0x${'cd'.repeat(16)}`,
    calls: [{ module: 'settlement', command: 'transfer', params: Uint8Array.of(1, 2, 3) }],
    ...more,
  })
  return encodeTransaction(
    body,
    signers.map((byte) => ({ algorithm: KEY_ALGORITHM.ed25519, publicKey: key(byte), signature: new Uint8Array(64).fill(byte) })),
  )
}

export const target = {
  name: 'transactions',
  promise: 'a transaction has one spelling, one id over its body, and one key for each signer; nothing throws',
  shape: 'protobuf',
  seeds: () =>
    [transaction([1]), transaction([1, 2], { sequence: 0, clientRef: 'ORDER-1' }), transaction([3], { sequence: 7 })].map((bytes) => ({
      label: 'transaction',
      bytes,
    })),
  check: ({ bytes }: { readonly bytes: Uint8Array }): string => {
    const decoded = decodeTransaction(bytes)
    if (!decoded.ok) return `${decoded.error.code} ${decoded.error.path ?? ''}`
    const { id, body, bodyBytes, signatures } = decoded.value
    if (bytes.length > TRANSACTION_BYTES_MAX) throw new Error('taken, and too large')
    if (!equalBytes(encodeTransaction(bodyBytes, signatures), bytes)) throw new Error('taken, and encodes to other bytes')
    if (!equalBytes(transactionBodyCodec.encode(body), bodyBytes)) throw new Error('its body encodes to other bytes')
    if (id !== transactionId(bodyBytes)) throw new Error('its id is not that of its body')
    const signers: readonly Address[] = [body.sender, ...body.coSigners]
    if (new Set(signers).size !== signers.length || signers.length !== signatures.length)
      throw new Error('a signer twice, or without a signature')
    const checks = transactionChecks(decoded.value)
    if (!checks.ok) return `accepted in form, ${checks.error.code}`
    for (const [index, { publicKey, algorithm }] of checks.value.entries())
      if (addressOfPublicKey(algorithm, publicKey) !== signers[index]) throw new Error('a key that is not its signer’s')
    return 'accepted'
  },
}
