import { decodeTransaction, encodeTransaction, keptTransaction, transactionBodyCodec } from '@hanse/protocol'
import { test } from 'tap'
import { hashOf } from './support/consensus-fixtures.ts'

test('what is kept is the same transaction, in every member', (t) => {
  const bodyBytes = transactionBodyCodec.encode({
    genesisHash: hashOf(0xaa),
    chainId: 20_260,
    sender: `0x${'01'.repeat(20)}` as never,
    coSigners: [`0x${'02'.repeat(20)}` as never],
    expiresAtMs: 1_790_000_000_000,
    unique: `0x${'cd'.repeat(16)}`,
    calls: [{ module: 'settlement', command: 'transfer', params: Uint8Array.of(1, 2, 3) }],
  })
  const signatures = [1, 2].map((byte) => ({
    algorithm: 1,
    publicKey: new Uint8Array(32).fill(byte),
    signature: new Uint8Array(64).fill(byte),
  }))
  const decoded = decodeTransaction(encodeTransaction(bodyBytes, signatures))
  if (!decoded.ok) throw new Error(decoded.error.message)
  const kept = keptTransaction(decoded.value)
  t.same(kept.bodyBytes, bodyBytes)
  t.same(kept.signatures, signatures)
  t.equal(kept.id, decoded.value.id)
  t.equal(kept.body, decoded.value.body)
  t.equal(kept.bytes, decoded.value.bytes)
  t.end()
})
