import {
  certificateVerification,
  transactionVerification,
  verifyCommitCertificate,
  verifyConsensusMessage,
  verifySignature,
  verifyTransaction,
} from '@hanse/crypto'
import {
  asEpoch,
  asHeight,
  asView,
  type ConsensusMessage,
  decodeTransaction,
  encodeTransaction,
  proposalDigest,
  type Transaction,
} from '@hanse/protocol'
import { test } from 'tap'
import * as sample from './support/sample-chain.ts'

const { alice, bob, certificate, domain, header, set, transactions } = sample

function resigned(transaction: Transaction, edit: (signature: Uint8Array) => Uint8Array): Transaction {
  const signatures = transaction.signatures.map((entry) => ({ ...entry, signature: edit(entry.signature) }))
  const decoded = decodeTransaction(encodeTransaction(transaction.bodyBytes, signatures))
  if (!decoded.ok) throw new Error(decoded.error.message)
  return decoded.value
}

const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte))

test('a transaction is verified when all its signers signed it', (t) => {
  for (const transaction of transactions) {
    const verified = verifyTransaction(transaction, verifySignature)
    t.ok(verified.ok && (verified.value as Transaction) === transaction)
  }
  t.end()
})

test('a signature that does not hold is named', (t) => {
  const [plain, shared] = transactions as readonly [Transaction, Transaction, ...Transaction[]]
  t.match(verifyTransaction(resigned(plain, flipped), verifySignature), {
    ok: false,
    error: { code: 'tx/bad-signature', path: 'signatures.0.signature' },
  })
  const half = {
    ...shared,
    signatures: [shared.signatures[0], { ...shared.signatures[1], signature: shared.signatures[0]?.signature }],
  } as Transaction
  t.match(verifyTransaction(half, verifySignature), { ok: false, error: { code: 'tx/bad-signature', path: 'signatures.1.signature' } })
  const swapped = { ...shared, signatures: [...shared.signatures].reverse() }
  t.match(verifyTransaction(swapped, verifySignature), { ok: false, error: { code: 'tx/wrong-key' } })
  t.end()
})

test('a signature is valid for its body only', (t) => {
  const other = sample.bodyOf({ chainId: domain.chainId + 1 })
  const [plain] = transactions as readonly [Transaction, ...Transaction[]]
  const moved = { ...sample.signTransaction(other, [alice]), signatures: plain.signatures }
  t.match(verifyTransaction(moved, verifySignature), { ok: false, error: { code: 'tx/bad-signature' } })
  t.match(verifyTransaction(sample.signTransaction(sample.bodyOf(), [bob]), verifySignature), {
    ok: false,
    error: { code: 'tx/wrong-key' },
  })
  t.end()
})

test('signatures can be checked elsewhere: verdicts decide, one a check', (t) => {
  const pending = transactionVerification(transactions[1] as Transaction)
  if (!pending.ok) throw new Error(pending.error.message)
  t.equal(pending.value.checks.length, 2)
  t.match(pending.value.conclude([true, true]), { ok: true })
  t.match(pending.value.conclude([true, false]), { ok: false, error: { path: 'signatures.1.signature' } })
  t.match(pending.value.conclude([false, false]), { ok: false, error: { path: 'signatures.0.signature' } })
  for (const verdicts of [[], [true], [true, true, true]]) t.throws(() => pending.value.conclude(verdicts), { name: 'InvariantError' })
  t.match(pending.value.conclude([true, 1 as unknown as boolean]), { ok: false }, 'what is not true is false')
  t.end()
})

test('a verifier that refuses everything verifies nothing', (t) => {
  t.match(
    verifyTransaction(transactions[0] as Transaction, () => false),
    { ok: false, error: { code: 'tx/bad-signature' } },
  )
  t.match(
    verifyCommitCertificate(domain, set, certificate, () => false),
    { ok: false, error: { code: 'consensus/bad-signature' } },
  )
  t.end()
})

const vote: ConsensusMessage = { type: 'prepare', view: asView(0), height: asHeight(2), digest: proposalDigest(sample.body) }

test("a consensus message is verified by its sender's key, and with the certificates in it", (t) => {
  const prepared = sample.preparedCertificate(2, proposalDigest(sample.body), [1, 2, 3])
  const messages: readonly ConsensusMessage[] = [
    { type: 'proposal', view: asView(4), body: sample.body },
    vote,
    { type: 'commit', view: asView(0), height: asHeight(2), digest: proposalDigest(sample.body), headerHash: certificate.headerHash },
    { type: 'viewChange', newView: asView(1), head: certificate, prepared },
    { type: 'newView', newView: asView(4), viewChanges: [vote.digest], base: asHeight(1) },
    { type: 'status', view: asView(0), wants: asView(1), head: asHeight(1), slots: [] },
  ]
  for (const message of messages) {
    const signed = sample.signMessage(0, message)
    const verified = verifyConsensusMessage(domain, set, signed, verifySignature)
    if (message.type === 'newView')
      t.match(verified, { ok: false, error: { code: 'consensus/bad-message' } }, 'one view change is no quorum')
    else t.ok(verified.ok && verified.value === (signed as typeof verified.value), message.type)
  }
  t.end()
})

test("a message that is not its sender's is refused", (t) => {
  const signed = sample.signMessage(0, vote)
  const refuse = (changed: object, name: string): void => {
    t.match(
      verifyConsensusMessage(domain, set, { ...signed, ...changed } as typeof signed, verifySignature),
      { ok: false, error: { code: 'consensus/bad-signature', path: 'signature' } },
      name,
    )
  }
  refuse({ signer: 1 }, 'another sender')
  refuse({ epoch: asEpoch(1) }, 'another epoch')
  refuse({ message: { ...vote, view: 1 } }, 'another view')
  refuse({ message: { ...vote, type: 'commit', headerHash: vote.digest } }, 'another type')
  for (const other of [
    { ...domain, chainId: 1 },
    { ...domain, genesisHash: vote.digest },
  ]) {
    t.match(
      verifyConsensusMessage(other, set, signed, verifySignature),
      { ok: false, error: { code: 'consensus/bad-signature' } },
      'another chain',
    )
  }
  t.end()
})

test('a forged certificate inside a genuine view change is refused', (t) => {
  const signatures = certificate.signatures.map((entry, index) =>
    index === 2 ? { ...entry, signature: certificate.signatures[0]?.signature } : entry,
  )
  const head = { ...certificate, signatures } as typeof certificate
  const signed = sample.signMessage(0, { type: 'viewChange', newView: asView(1), head })
  t.match(verifyConsensusMessage(domain, set, signed, verifySignature), {
    ok: false,
    error: { code: 'consensus/bad-signature', path: 'message' },
  })
  t.end()
})

test('a certificate is verified with the votes of a quorum', (t) => {
  t.match(verifyCommitCertificate(domain, set, certificate, verifySignature, { height: header.height }), { ok: true })
  t.match(verifyCommitCertificate(domain, set, { ...certificate, view: asView(1) }, verifySignature), {
    ok: false,
    error: { code: 'consensus/bad-signature', path: 'signatures.0' },
  })
  const wrongThird = sample.commitCertificate(header, certificate.digest, [0, 1, 2])
  const relabelled = {
    ...wrongThird,
    signatures: wrongThird.signatures.map((entry, index) => (index === 2 ? { ...entry, signer: 3 } : entry)),
  } as typeof certificate
  t.match(verifyCommitCertificate(domain, set, relabelled, verifySignature), { ok: false, error: { path: 'signatures.2' } })
  t.match(certificateVerification(domain, set, sample.commitCertificate(header, certificate.digest, [0, 1])), {
    ok: false,
    error: { code: 'consensus/bad-certificate' },
  })
  t.end()
})
