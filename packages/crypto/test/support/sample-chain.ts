import { createHash } from 'node:crypto'
import { createKeyPair, type KeyPair } from '@hanse/crypto'
import { bytesToHex, type Hash, hexToBytes, utf8ToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type CommitCertificate,
  type ConsensusMessage,
  commitSignBytes,
  consensusSignBytes,
  DEFAULT_CHAIN_PARAMS,
  decodeTransaction,
  EMPTY_MERKLE_ROOT,
  type Event,
  encodeTransaction,
  type Genesis,
  genesisHash,
  genesisHeader,
  genesisValidatorSet,
  type Header,
  headerHash,
  merkleRoot,
  type PreparedCertificate,
  type ProposalBody,
  paramsHash,
  prepareSignBytes,
  proposalDigest,
  type Receipt,
  receiptCodec,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  type TransactionBody,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
  type ValidatorRecord,
  type ValidatorSet,
  type View,
  validatorSetHash,
} from '@hanse/protocol'
import { type StateTreeEntry, stateRoot } from '../../../protocol/test/support/state-tree.ts'

/** One small chain with real signatures, the same on every run: the source of docs/vectors and the subject of the tests. */

/** The key of a name: its seed is SHA-256 of `hanse vectors: <name>`. Public, therefore worthless. */
export function seedOf(name: string): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(`hanse vectors: ${name}`).digest())
}

export const pairOf = (name: string): KeyPair => createKeyPair(seedOf(name))

export const VALIDATOR_NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier'] as const
const validatorPair = (organization: string): KeyPair => pairOf(`validator ${organization}`)
const validators: readonly KeyPair[] = VALIDATOR_NAMES.map(validatorPair)

export function validatorRecord(organization: string, index: number): ValidatorRecord {
  return {
    organization,
    consensusKey: { algorithm: 1, bytes: bytesToHex(validatorPair(organization).publicKey) },
    peerId: `peer-of-${organization}`,
    addresses: [`/ip4/127.0.0.1/tcp/${9_000 + index}`],
  }
}

const genesis: Genesis = {
  version: 1,
  chainId: 20_260,
  name: 'hanse vectors',
  timeMs: 1_790_000_000_000,
  params: DEFAULT_CHAIN_PARAMS,
  validators: VALIDATOR_NAMES.map(validatorRecord),
  modules: [
    { name: 'organizations', version: 1, genesis: { note: 'é is U+00E9: texts are in normal form C' } },
    { name: 'settlement', version: 1 },
  ],
}

export const chain: Chain = { genesis, genesisHash: genesisHash(genesis) }
export const domain: SigningDomain = { genesisHash: chain.genesisHash, chainId: genesis.chainId }
export const set: ValidatorSet = genesisValidatorSet(genesis)

export const alice = pairOf('operator alice')
export const bob = pairOf('operator bob')

/** This package knows no modules: the bytes are theirs, and a test of theirs reads them. */
const TRANSFER_PARAMS = hexToBytes('0x0a0662616e6b2d611208737570706c6965721a03434e59220203e82a0a696e766f696365203137')
const MINT_PARAMS = hexToBytes('0x0a03434e59120662616e6b2d611a0203e822076465706f736974')
const REDEEM_PARAMS = hexToBytes('0x0a03434e59120203e81a067061796f7574')

export function bodyOf(fields: Partial<TransactionBody> = {}): TransactionBody {
  return {
    genesisHash: chain.genesisHash,
    chainId: genesis.chainId,
    sender: alice.address,
    coSigners: [],
    expiresAtMs: genesis.timeMs + 60_000,
    unique: '0x000102030405060708090a0b0c0d0e0f',
    calls: [{ module: 'settlement', command: 'transfer', params: TRANSFER_PARAMS }],
    ...fields,
  }
}

export function signTransaction(body: TransactionBody, signers: readonly KeyPair[]): Transaction {
  const bodyBytes = transactionBodyCodec.encode(body)
  const message = transactionSignBytes(transactionId(bodyBytes))
  const signatures = signers.map((pair) => ({ algorithm: pair.algorithm, publicKey: pair.publicKey, signature: pair.sign(message) }))
  const decoded = decodeTransaction(encodeTransaction(bodyBytes, signatures))
  if (!decoded.ok) throw new Error(decoded.error.message)
  return decoded.value
}

export const transactions: readonly Transaction[] = [
  signTransaction(bodyOf(), [alice]),
  signTransaction(
    bodyOf({
      coSigners: [bob.address],
      unique: '0xffeeddccbbaa99887766554433221100',
      sequence: 0,
      clientRef: 'INV-2026-0001/é',
      calls: [
        { module: 'settlement', command: 'mint', params: MINT_PARAMS },
        { module: 'settlement', command: 'redeem', params: REDEEM_PARAMS },
      ],
    }),
    [alice, bob],
  ),
  signTransaction(bodyOf({ sender: bob.address, unique: '0x00000000000000000000000000000001', sequence: 7 }), [bob]),
]

const transferred: Event = {
  module: 'settlement',
  type: 'transferred',
  attributes: [
    { key: 'amount', value: '1000' },
    { key: 'currency', value: 'CNY' },
  ],
}

/** A success for each but the third; the last is of the block itself. */
export const receipts: readonly Receipt[] = [
  ...transactions.map(
    ({ id }, index): Receipt =>
      index === 2
        ? { txId: id, index, outcome: 'rejected', code: 'settlement/insufficient-balance', callIndex: 0, events: [] }
        : { txId: id, index, outcome: 'success', events: [transferred] },
  ),
  { txId: ZERO_HASH, index: transactions.length, outcome: 'success', events: [{ module: 'receivables', type: 'matured', attributes: [] }] },
]

export const stateKey = (module: string, key: string): Uint8Array => utf8ToBytes(`${module}\0${key}`)

export const state: readonly StateTreeEntry[] = ['alice', 'bob', 'carol', 'dora', 'emil'].map((name, index) => ({
  key: stateKey('settlement', `balance/${name}`),
  value: Uint8Array.of(index + 1, 0x42),
}))

export const genesisBlockHeader: Header = genesisHeader(chain, stateRoot([]))

export const body: ProposalBody = {
  epoch: asEpoch(0),
  height: asHeight(1),
  ids: transactions.map(({ id }) => id),
  timeMs: genesis.timeMs + 1_000,
  proposer: asValidatorIndex(0),
}

export const header: Header = {
  version: 1,
  genesisHash: chain.genesisHash,
  epoch: body.epoch,
  height: body.height,
  parent: headerHash(genesisBlockHeader),
  timeMs: body.timeMs,
  proposer: body.proposer,
  txRoot: merkleRoot(transactions.map(({ id }) => hexToBytes(id))),
  receiptsRoot: merkleRoot(receipts.map((receipt) => receiptCodec.encode(receipt))),
  stateRoot: stateRoot(state),
  validatorSetHash: validatorSetHash(set),
  nextValidatorSetHash: validatorSetHash(set),
  paramsHash: paramsHash(genesis.params),
  evidenceRoot: EMPTY_MERKLE_ROOT,
}

function sign(signer: number, message: Uint8Array): `0x${string}` {
  return bytesToHex((validators[signer] as KeyPair).sign(message))
}

export function commitCertificate(of: Header, digest: Hash, signers: readonly number[], view = 0): CommitCertificate {
  const vote = { view: asView(view), height: of.height, digest, headerHash: headerHash(of) }
  const message = commitSignBytes(domain, of.epoch, vote)
  return {
    epoch: of.epoch,
    ...vote,
    signatures: signers.map((signer) => ({ signer: asValidatorIndex(signer), signature: sign(signer, message) })),
  }
}

/** Of the header alone, signed by those of any names, in this order: the digest is not looked at. */
export function certificateOf(of: Header, organizations: readonly string[], view?: View): CommitCertificate {
  const { signatures: _, ...unsigned } = commitCertificate(of, ZERO_HASH, [])
  const vote = view === undefined ? unsigned : { ...unsigned, view }
  const message = commitSignBytes(domain, of.epoch, vote)
  const signatures = organizations.map((organization, signer) => ({
    signer: asValidatorIndex(signer),
    signature: bytesToHex(validatorPair(organization).sign(message)),
  }))
  return { ...vote, signatures }
}

export function preparedCertificate(height: number, digest: Hash, signers: readonly number[], view = 0): PreparedCertificate {
  const vote = { view: asView(view), height: asHeight(height), digest }
  const message = prepareSignBytes(domain, asEpoch(0), vote)
  return {
    epoch: asEpoch(0),
    ...vote,
    signatures: signers.map((signer) => ({ signer: asValidatorIndex(signer), signature: sign(signer, message) })),
  }
}

export function signMessage(signer: number, message: ConsensusMessage, epoch = asEpoch(0)): SignedMessage {
  return { epoch, signer: asValidatorIndex(signer), signature: sign(signer, consensusSignBytes(domain, epoch, message)), message }
}

export const certificate: CommitCertificate = commitCertificate(header, proposalDigest(body), [0, 1, 3])
