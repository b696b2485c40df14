import { bytesToHex, hexToBytes, utf8ToBytes } from '@hanse/primitives'
import {
  addressOfPublicKey,
  asHeight,
  asValidatorIndex,
  asView,
  type Codec,
  type CommitCertificate,
  type ConsensusMessage,
  certifiedStateProofCodec,
  commitCertificateCodec,
  commitSignBytes,
  consensusSignBytes,
  encodeGenesis,
  genesisField,
  headerCodec,
  headerHash,
  type Json,
  KEY_ALGORITHM,
  merkleProof,
  merkleRoot,
  newViewCodec,
  paramsHash,
  partyAddress,
  prepareSignBytes,
  proposalBodyCodec,
  proposalDigest,
  receiptCodec,
  type SignedMessage,
  signedMessageCodec,
  stateKeyHash,
  stateProofCodec,
  stateValueHash,
  type Transaction,
  taggedHash,
  transactionBodyCodec,
  transactionEnvelopeCodec,
  transactionProofCodec,
  transactionSignBytes,
  validatorSetCodec,
  validatorSetHash,
  viewChangeHash,
} from '@hanse/protocol'
import { proveState, stateRoot } from '../../../protocol/test/support/state-tree.ts'
import * as sample from './sample-chain.ts'

/** The files of docs/vectors: what a client in another language needs to find out whether it agrees with us. */

const { alice, bob, body, certificate, chain, domain, header, receipts, set, state, transactions } = sample

const hex = (bytes: Uint8Array): Json => bytesToHex(bytes)
const ids = transactions.map(({ id }) => hexToBytes(id))
const receiptBytes = receipts.map((receipt) => receiptCodec.encode(receipt))

/** A value in JSON with its bytes. */
function both<T>(codec: Codec<T>, value: T): { readonly value: Json; readonly bytes: Json } {
  return { value: codec.toJson(value), bytes: hex(codec.encode(value)) }
}

function keys(): Json {
  const names = [...sample.VALIDATOR_NAMES.map((name) => `validator ${name}`), 'operator alice', 'operator bob']
  const uncompressed =
    `0x04${'8318535b54105d4a7aae60c08fc45f9687181b4fdfc625bd1a753fa7397fed753547f11ca8696646f2f3acb08e31016afac23e630c5d11f59f61fef57b0d2aa5'}` as const
  return {
    warning: 'These seeds are public. Never use them on a chain that matters.',
    ed25519: names.map((name) => {
      const pair = sample.pairOf(name)
      return {
        name,
        algorithm: KEY_ALGORITHM.ed25519,
        seed: hex(sample.seedOf(name)),
        publicKey: hex(pair.publicKey),
        address: pair.address,
      }
    }),
    secp256k1: [{ publicKey: uncompressed, address: addressOfPublicKey(KEY_ALGORITHM.secp256k1, hexToBytes(uncompressed)) }],
    parties: ['bank-a', 'core-firm', 'zürich-re'].map((partyId) => ({ partyId, address: partyAddress(partyId) })),
    hashes: (['tx', 'header', 'party'] as const).map((tag) => ({
      tag: `hanse/${tag}/1`,
      input: '0x616263',
      hash: taggedHash(tag, utf8ToBytes('abc')),
    })),
  }
}

/** Bytes that differ from a good transaction in one respect. */
function refusedTransactions(good: Transaction): Json {
  const { bodyBytes, signatures } = good
  const envelope = (fields: object): Uint8Array => transactionEnvelopeCodec.encode({ type: 1, body: bodyBytes, signatures, ...fields })
  const rows: readonly (readonly [string, Uint8Array, string])[] = [
    ['an unknown field after the body', envelope({ body: Uint8Array.of(...bodyBytes, 0x50, 0x01) }), 'encoding/not-canonical'],
    ['a byte after the envelope', Uint8Array.of(...good.bytes, 0), 'encoding/malformed'],
    ['the type written as a longer varint', Uint8Array.of(0x08, 0x81, 0x00, ...good.bytes.subarray(2)), 'encoding/not-canonical'],
    ['another type', envelope({ type: 2 }), 'tx/unknown-type'],
    ['two signatures, one signer', envelope({ signatures: [...signatures, ...signatures] }), 'tx/signature-count'],
    ['no signature', envelope({ signatures: [] }), 'encoding/bad-field'],
    ['a body that was cut', envelope({ body: bodyBytes.subarray(0, bodyBytes.length - 1) }), 'encoding/malformed'],
    ['the key of another', sample.signTransaction(sample.bodyOf(), [bob]).bytes, 'tx/wrong-key'],
    [
      'a signature of another body',
      envelope({ signatures: sample.signTransaction(sample.bodyOf({ chainId: 1 }), [alice]).signatures }),
      'tx/bad-signature',
    ],
  ]
  return rows.map(([reason, bytes, code]) => ({ reason, bytes: hex(bytes), code }))
}

function transactionVectors(): Json {
  return {
    accepted: transactions.map((transaction) => ({
      body: transactionBodyCodec.toJson(transaction.body),
      bodyBytes: hex(transaction.bodyBytes),
      id: transaction.id,
      signBytes: hex(transactionSignBytes(transaction.id)),
      signatures: transaction.signatures.map(({ algorithm, publicKey, signature }) => ({
        algorithm,
        publicKey: hex(publicKey),
        signature: hex(signature),
      })),
      bytes: hex(transaction.bytes),
    })),
    refused: refusedTransactions(transactions[0] as Transaction),
  }
}

function genesisVectors(): Json {
  return {
    text: Buffer.from(encodeGenesis(chain.genesis)).toString('utf8'),
    value: genesisField.toJson(chain.genesis),
    genesisHash: chain.genesisHash,
    paramsHash: paramsHash(chain.genesis.params),
    validatorSet: { ...both(validatorSetCodec, set), hash: validatorSetHash(set) },
  }
}

function signedVector(signed: SignedMessage): Json {
  return { ...both(signedMessageCodec, signed), signBytes: hex(consensusSignBytes(domain, signed.epoch, signed.message)) }
}

function consensusVectors(): Json {
  const digest = proposalDigest(body)
  const vote = { view: asView(0), height: body.height, digest }
  const prepared = sample.preparedCertificate(2, digest, [1, 2, 3])
  const viewChanges = [1, 2, 3].map((signer) => {
    const message: ConsensusMessage =
      signer === 1 ? { type: 'viewChange', newView: asView(1) } : { type: 'viewChange', newView: asView(1), head: certificate, prepared }
    return sample.signMessage(signer, message)
  })
  const hashes = viewChanges.map(viewChangeHash).sort()
  const newView: ConsensusMessage = { type: 'newView', newView: asView(1), viewChanges: hashes, base: asHeight(1), digest }
  return {
    domain: { genesisHash: domain.genesisHash, chainId: domain.chainId },
    proposal: { body: both(proposalBodyCodec, body), digest },
    prepareSignBytes: hex(prepareSignBytes(domain, body.epoch, vote)),
    commitSignBytes: hex(commitSignBytes(domain, body.epoch, { ...vote, headerHash: headerHash(header) })),
    signed: [
      sample.signMessage(0, { type: 'proposal', view: asView(0), body }),
      sample.signMessage(2, { type: 'prepare', ...vote }),
      sample.signMessage(2, { type: 'commit', ...vote, headerHash: headerHash(header) }),
      ...viewChanges,
      sample.signMessage(1, newView),
      sample.signMessage(3, {
        type: 'status',
        view: asView(0),
        wants: asView(1),
        head: asHeight(0),
        slots: [{ height: asHeight(1), digest, voters: [] }],
      }),
    ].map(signedVector),
    viewChangeHashes: viewChanges.map((signed) => ({ signer: signed.signer, hash: viewChangeHash(signed) })),
    newViewBytes: hex(newViewCodec.encode(newView)),
  }
}

function relabelled(certificate: CommitCertificate, signers: readonly number[]): CommitCertificate {
  return {
    ...certificate,
    signatures: certificate.signatures.map((entry, index) => ({ ...entry, signer: asValidatorIndex(signers[index] ?? 0) })),
  }
}

function blockVectors(): Json {
  const refused: readonly (readonly [string, CommitCertificate, string])[] = [
    ['two of four', sample.commitCertificate(header, certificate.digest, [0, 1]), 'consensus/bad-certificate'],
    ['one counted twice', relabelled(certificate, [0, 1, 1]), 'consensus/bad-certificate'],
    ['signers not ascending', { ...certificate, signatures: [...certificate.signatures].reverse() }, 'consensus/bad-certificate'],
    ['a signature under another name', relabelled(certificate, [0, 1, 2]), 'consensus/bad-signature'],
    ['votes of another view', { ...certificate, view: asView(1) }, 'consensus/bad-signature'],
  ]
  return {
    genesisHeader: { ...both(headerCodec, sample.genesisBlockHeader), hash: headerHash(sample.genesisBlockHeader) },
    header: { ...both(headerCodec, header), hash: headerHash(header) },
    receipts: receipts.map((receipt) => both(receiptCodec, receipt)),
    certificate: both(commitCertificateCodec, certificate),
    refusedCertificates: refused.map(([reason, value, code]) => ({ reason, value: commitCertificateCodec.toJson(value), code })),
  }
}

function treeVectors(): Json {
  const leaves = Array.from({ length: 7 }, (_, index) => Uint8Array.from({ length: index }, () => index))
  return {
    merkle: leaves.map((_, size) => {
      const some = leaves.slice(0, size)
      return { leaves: some.map(hex), root: merkleRoot(some), paths: some.map((_, index) => [...merkleProof(some, index)]) }
    }),
    transactions: { leaves: ids.map(hex), root: merkleRoot(ids) },
    receipts: { leaves: receiptBytes.map(hex), root: merkleRoot(receiptBytes) },
  }
}

function stateVectors(): Json {
  const present = state.map(({ key }) => key)
  const absent = Array.from({ length: 6 }, (_, index) => sample.stateKey('settlement', `balance/nobody-${index}`))
  const [first] = state
  if (first === undefined) throw new Error('the sample has a state')
  const honest = proveState(state, first.key)
  const refused = [
    { reason: 'another value', proof: { ...honest, value: Uint8Array.of(9) } },
    { reason: 'a present key said to be absent', proof: { key: first.key, siblings: honest.siblings } },
    { reason: 'a sibling too few', proof: { ...honest, siblings: honest.siblings.slice(1) } },
    { reason: 'an empty sibling too many', proof: { ...honest, siblings: [...honest.siblings, stateRoot([])] } },
  ]
  return {
    entries: state.map(({ key, value }) => ({
      key: hex(key),
      value: hex(value),
      keyHash: hex(stateKeyHash(key)),
      valueHash: hex(stateValueHash(value)),
    })),
    emptyRoot: stateRoot([]),
    roots: state.map((_, index) => stateRoot(state.slice(0, index + 1))),
    root: stateRoot(state),
    present: present.map((key) => stateProofCodec.toJson(proveState(state, key))),
    absent: absent.map((key) => stateProofCodec.toJson(proveState(state, key))),
    refused: refused.map(({ reason, proof }) => ({ reason, proof: stateProofCodec.toJson(proof), code: 'proof/bad-state-proof' })),
  }
}

function proofVectors(): Json {
  const block = { header, certificate }
  const counts = { transactionCount: ids.length, receiptCount: receiptBytes.length }
  const transactionProofs = receipts.slice(0, ids.length).map((receipt, index) => {
    const paths = { transactionPath: merkleProof(ids, index), receiptPath: merkleProof(receiptBytes, index) }
    return both(transactionProofCodec, { ...block, ...counts, ...paths, id: receipt.txId, receipt, index })
  })
  const key = sample.stateKey('settlement', 'balance/alice')
  return {
    transactions: transactionProofs,
    states: [key, sample.stateKey('settlement', 'balance/nobody-0')].map((each) =>
      both(certifiedStateProofCodec, { ...block, proof: proveState(state, each) }),
    ),
  }
}

/** File name without `.json` → content. */
export function vectorFiles(): Readonly<Record<string, Json>> {
  return {
    keys: keys(),
    transactions: transactionVectors(),
    genesis: genesisVectors(),
    consensus: consensusVectors(),
    blocks: blockVectors(),
    trees: treeVectors(),
    state: stateVectors(),
    proofs: proofVectors(),
  }
}
