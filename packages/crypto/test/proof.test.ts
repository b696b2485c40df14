import { verifyCertifiedHeader, verifyCertifiedStateProof, verifySignature, verifyTransactionProof } from '@hanse/crypto'
import { hexToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  type CertifiedStateProof,
  certifiedStateProofCodec,
  type Header,
  headerHash,
  merkleProof,
  type Receipt,
  receiptCodec,
  type TransactionProof,
  transactionProofCodec,
} from '@hanse/protocol'
import { test } from 'tap'
import { proveState } from '../../protocol/test/support/state-tree.ts'
import * as sample from './support/sample-chain.ts'

const { certificate, domain, header, receipts, set, state, transactions } = sample
const trusted = { domain, set }
const block = { header, certificate }

function transactionProof(index: number): TransactionProof {
  const receipt = receipts[index]
  if (receipt === undefined) throw new Error(`no transaction ${index}`)
  const ids = transactions.map(({ id }) => hexToBytes(id))
  const leaves = receipts.map((entry) => receiptCodec.encode(entry))
  return {
    ...block,
    id: receipt.txId,
    receipt,
    index,
    transactionCount: ids.length,
    receiptCount: leaves.length,
    transactionPath: merkleProof(ids, index),
    receiptPath: merkleProof(leaves, index),
  }
}

test("a receipt is proven from the validators' keys alone", (t) => {
  for (const index of transactions.keys()) {
    const receipt = receipts[index]
    // As it travels: through JSON and through bytes.
    const json = transactionProofCodec.parseJson(JSON.parse(JSON.stringify(transactionProofCodec.toJson(transactionProof(index)))))
    if (!json.ok) throw new Error(json.error.message)
    t.match(transactionProofCodec.decode(transactionProofCodec.encode(json.value)), { ok: true, value: json.value })
    t.match(verifyTransactionProof(trusted, json.value, verifySignature), {
      ok: true,
      value: { receipt, block: { hash: headerHash(header) } },
    })
  }
  t.end()
})

test('a header is final for those who trust its validators', (t) => {
  t.match(verifyCertifiedHeader(trusted, block, verifySignature), { ok: true, value: { hash: headerHash(header), header } })
  const others = { validators: [...set.validators].reverse() }
  const rows: readonly (readonly [string, typeof trusted, typeof block, object])[] = [
    [
      'another chain',
      { set, domain: { ...domain, genesisHash: header.parent } },
      block,
      { code: 'proof/bad-header', path: 'header.genesisHash' },
    ],
    ['another chain id', { set, domain: { ...domain, chainId: 1 } }, block, { code: 'consensus/bad-signature' }],
    ['other validators', { domain, set: others }, block, { code: 'proof/bad-header', path: 'header.validatorSetHash' }],
    [
      'another state root',
      trusted,
      { header: { ...header, stateRoot: header.txRoot }, certificate },
      { code: 'consensus/bad-certificate', path: 'headerHash' },
    ],
    [
      'another height',
      trusted,
      { header: { ...header, height: 2 } as Header, certificate },
      { code: 'consensus/bad-certificate', path: 'height' },
    ],
    [
      'another epoch',
      trusted,
      { header: { ...header, epoch: 1 } as Header, certificate },
      { code: 'consensus/bad-certificate', path: 'epoch' },
    ],
    [
      'too few',
      trusted,
      { header, certificate: { ...certificate, signatures: certificate.signatures.slice(1) } },
      { code: 'consensus/bad-certificate' },
    ],
  ]
  for (const [name, trust, claim, error] of rows) t.match(verifyCertifiedHeader(trust, claim, verifySignature), { ok: false, error }, name)
  t.end()
})

test('a receipt of another outcome, place or transaction is not proven', (t) => {
  const proof = transactionProof(2)
  const other = transactionProof(0)
  const rows: readonly (readonly [string, TransactionProof, string])[] = [
    ['another outcome', { ...proof, receipt: { ...proof.receipt, outcome: 'success' } }, 'receiptPath'],
    ['without its code', { ...proof, receipt: { txId: proof.receipt.txId, index: 2, outcome: 'rejected', events: [] } }, 'receiptPath'],
    ['another place', { ...proof, index: 1, receipt: { ...proof.receipt, index: 1 } }, 'transactionPath'],
    ['a receipt of another place', { ...proof, receipt: { ...proof.receipt, index: 1 } }, 'receipt.index'],
    ['another transaction', { ...proof, id: other.id, receipt: { ...proof.receipt, txId: other.id } }, 'transactionPath'],
    ['a receipt of another transaction', { ...proof, receipt: { ...proof.receipt, txId: other.id } }, 'receipt.txId'],
    ['a path of another', { ...proof, transactionPath: other.transactionPath }, 'transactionPath'],
    ['a receipt path of another', { ...proof, receiptPath: other.receiptPath }, 'receiptPath'],
    ['another count', { ...proof, transactionCount: 5 }, 'transactionPath'],
    ['another count of receipts', { ...proof, receiptCount: 3 }, 'receiptPath'],
    ['what the block did, as a transaction', { ...proof, id: ZERO_HASH, index: 3, receipt: receipts[3] as Receipt }, 'transactionPath'],
  ]
  for (const [name, wrong, path] of rows) {
    t.match(verifyTransactionProof(trusted, wrong, verifySignature), { ok: false, error: { code: 'proof/bad-inclusion', path } }, name)
  }
  t.match(verifyTransactionProof({ set, domain: { ...domain, chainId: 1 } }, proof, verifySignature), {
    ok: false,
    error: { code: 'consensus/bad-signature' },
  })
  t.end()
})

test('the state under a final header is proven, and absence too', (t) => {
  for (const key of [...state.map((entry) => entry.key), sample.stateKey('settlement', 'balance/nobody')]) {
    const proof: CertifiedStateProof = { ...block, proof: proveState(state, key) }
    const json = certifiedStateProofCodec.parseJson(certifiedStateProofCodec.toJson(proof))
    if (!json.ok) throw new Error(json.error.message)
    const value = state.find((entry) => entry.key === key)?.value
    const expected = value === undefined ? { type: 'absent' } : { type: 'present', value }
    t.match(verifyCertifiedStateProof(trusted, key, json.value, verifySignature), { ok: true, value: { entry: expected } })
    t.match(verifyCertifiedStateProof(trusted, Uint8Array.of(1), json.value, verifySignature), {
      ok: false,
      error: { code: 'proof/bad-state-proof' },
    })
    const stale = { ...proof, header: sample.genesisBlockHeader }
    const bare = { proof: proof.proof, header: sample.genesisBlockHeader }
    t.match(verifyCertifiedStateProof(trusted, key, bare, verifySignature), { ok: false, error: { code: 'proof/uncertified' } })
    t.match(verifyCertifiedStateProof(trusted, key, stale, verifySignature), { ok: false, error: { code: 'consensus/bad-certificate' } })
  }
  t.end()
})
