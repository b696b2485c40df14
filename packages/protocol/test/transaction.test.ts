import { type Address, bytesToHex, hexToBytes } from '@hanse/primitives'
import {
  addressOfPublicKey,
  decodeTransaction,
  encodeTransaction,
  KEY_ALGORITHM,
  partyAddress,
  TRANSACTION_BYTES_MAX,
  type TransactionBody,
  type TransactionSignature,
  transactionBodyCodec,
  transactionChecks,
  transactionEnvelopeCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import { test } from 'tap'
import { hashOf } from './support/consensus-fixtures.ts'

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
const addressOf = (byte: number): Address => addressOfPublicKey(KEY_ALGORITHM.ed25519, key(byte))
const signatureOf = (byte: number, fields: Partial<TransactionSignature> = {}): TransactionSignature => ({
  algorithm: KEY_ALGORITHM.ed25519,
  publicKey: key(byte),
  signature: new Uint8Array(64).fill(byte),
  ...fields,
})

function bodyOf(fields: Partial<TransactionBody> = {}): TransactionBody {
  return {
    genesisHash: hashOf(0xaa),
    chainId: 20_260,
    sender: addressOf(1),
    coSigners: [],
    expiresAtMs: 1_790_000_000_000,
    unique: `0x${'cd'.repeat(16)}`,
    calls: [{ module: 'settlement', command: 'transfer', params: Uint8Array.of(1, 2, 3) }],
    ...fields,
  }
}

const encoded = (fields: Partial<TransactionBody>, signatures: readonly TransactionSignature[]): Uint8Array =>
  encodeTransaction(transactionBodyCodec.encode(bodyOf(fields)), signatures)

test('a transaction is read with its id, over the body alone', (t) => {
  const raw = encoded({ coSigners: [addressOf(2)], sequence: 0, clientRef: 'ORDER-1' }, [signatureOf(1), signatureOf(2)])
  const decoded = decodeTransaction(raw)
  if (!decoded.ok) throw new Error(decoded.error.message)
  const { id, body, bodyBytes, bytes, signatures } = decoded.value
  t.equal(id, transactionId(bodyBytes))
  t.equal(body.sequence, 0, 'a sequence of 0 is not an absent one')
  t.same(bytes, raw)
  t.equal(signatures.length, 2)
  const other = decodeTransaction(
    encoded({ coSigners: [addressOf(2)], sequence: 0, clientRef: 'ORDER-1' }, [signatureOf(1), signatureOf(3)]),
  )
  t.equal(other.ok && other.value.id, id, 'signatures are witness')
  t.equal(bytesToHex(transactionSignBytes(id)), `0x0f${Buffer.from('hanse/tx-sign/1').toString('hex')}${id.slice(2)}`)
  t.end()
})

test('an envelope that cannot be judged is refused', (t) => {
  const bodyBytes = transactionBodyCodec.encode(bodyOf())
  const envelope = (fields: object): Uint8Array =>
    transactionEnvelopeCodec.encode({ type: 1, body: bodyBytes, signatures: [signatureOf(1)], ...fields })
  const long = bodyOf({ calls: [{ module: 'm', command: 'c', params: new Uint8Array(TRANSACTION_BYTES_MAX - 300) }] })
  const rows: readonly (readonly [string, Uint8Array, string, string?])[] = [
    ['another type', envelope({ type: 2 }), 'tx/unknown-type', 'type'],
    ['no type', envelope({ type: 0 }), 'tx/unknown-type', 'type'],
    ['a body that is none', envelope({ body: Uint8Array.of(0xff) }), 'encoding/malformed', 'body'],
    ['a body that is not canonical', envelope({ body: Uint8Array.of(...bodyBytes, 0x50, 0x01) }), 'encoding/not-canonical', 'body'],
    ['no signature', envelope({ signatures: [] }), 'encoding/bad-field', 'signatures'],
    ['too many signatures', envelope({ signatures: Array.from({ length: 9 }, () => signatureOf(1)) }), 'encoding/bad-field', 'signatures'],
    ['a signature too many', envelope({ signatures: [signatureOf(1), signatureOf(2)] }), 'tx/signature-count', 'signatures'],
    ['a signature too few', encoded({ coSigners: [addressOf(2)] }, [signatureOf(1)]), 'tx/signature-count', 'signatures'],
    [
      'the sender as co-signer',
      encoded({ coSigners: [addressOf(1)] }, [signatureOf(1), signatureOf(1)]),
      'tx/duplicate-signer',
      'body.coSigners',
    ],
    [
      'a co-signer twice',
      encoded(
        { coSigners: [addressOf(2), addressOf(2)] },
        [1, 2, 2].map((byte) => signatureOf(byte)),
      ),
      'tx/duplicate-signer',
      'body.coSigners',
    ],
    ['no calls', encoded({ calls: [] }, [signatureOf(1)]), 'encoding/bad-field', 'body.calls'],
    ['a clientRef too long', encoded({ clientRef: 'x'.repeat(65) }, [signatureOf(1)]), 'encoding/bad-field', 'body.clientRef'],
    [
      'a command that is no name',
      encoded({ calls: [{ module: 'm', command: 'a b', params: key(1) }] }, [signatureOf(1)]),
      'encoding/bad-field',
      'body.calls.0.command',
    ],
    ['nothing', new Uint8Array(0), 'encoding/bad-field', 'body'],
  ]
  for (const [name, raw, code, path] of rows) t.match(decodeTransaction(raw), { ok: false, error: { code, ...(path && { path }) } }, name)
  t.match(decodeTransaction(encodeTransaction(transactionBodyCodec.encode(long), [signatureOf(1)])), { ok: true }, 'a long one')
  t.end()
})

test("every signature is checked with a key that is the signer's", (t) => {
  const checksOf = (signatures: readonly TransactionSignature[], coSigners: readonly Address[] = []) => {
    const decoded = decodeTransaction(encoded({ coSigners }, signatures))
    if (!decoded.ok) throw new Error(decoded.error.message)
    return transactionChecks(decoded.value)
  }
  const good = checksOf([signatureOf(1), signatureOf(2)], [addressOf(2)])
  t.ok(good.ok && good.value.length === 2)
  t.ok(good.ok && good.value.every(({ message }) => bytesToHex(message).startsWith('0x0f68616e73652f74782d7369676e2f31')))
  const rows: readonly (readonly [string, ReturnType<typeof checksOf>, string, string])[] = [
    ['a key of another', checksOf([signatureOf(2)]), 'tx/wrong-key', 'signatures.0.publicKey'],
    ['signatures out of order', checksOf([signatureOf(2), signatureOf(1)], [addressOf(2)]), 'tx/wrong-key', 'signatures.0.publicKey'],
    ['an algorithm not in use', checksOf([signatureOf(1, { algorithm: 2 })]), 'tx/unknown-algorithm', 'signatures.0.algorithm'],
    ['algorithm 0', checksOf([signatureOf(1, { algorithm: 0 })]), 'tx/unknown-algorithm', 'signatures.0.algorithm'],
    ['a key too long', checksOf([signatureOf(1, { publicKey: new Uint8Array(33).fill(1) })]), 'tx/wrong-key', 'signatures.0.publicKey'],
    ['a signature too long', checksOf([signatureOf(1, { signature: new Uint8Array(65) })]), 'tx/bad-signature', 'signatures.0.signature'],
  ]
  for (const [name, result, code, path] of rows) t.match(result, { ok: false, error: { code, path } }, name)
  t.end()
})

test('addresses', (t) => {
  t.not(addressOf(1), addressOf(2))
  t.not(addressOfPublicKey(3, key(1)), addressOfPublicKey(4, key(1)), 'the algorithm is part of the address')
  t.not(partyAddress('bank-a'), partyAddress('bank-b'))
  // The key and the address of the first account of Ethereum's widely used test mnemonic.
  const publicKey =
    '0x048318535b54105d4a7aae60c08fc45f9687181b4fdfc625bd1a753fa7397fed753547f11ca8696646f2f3acb08e31016afac23e630c5d11f59f61fef57b0d2aa5'
  t.equal(addressOfPublicKey(KEY_ALGORITHM.secp256k1, hexToBytes(publicKey)), '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266')
  t.throws(() => addressOfPublicKey(0, key(1)), { name: 'InvariantError' })
  t.throws(() => addressOfPublicKey(KEY_ALGORITHM.secp256k1, key(1)), { name: 'InvariantError' })
  t.end()
})
