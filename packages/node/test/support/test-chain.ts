import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeyPair, verifySignature, verifyTransaction } from '@hanse/crypto'
import { MODULES } from '@hanse/modules'
import { peerIdFromSeed } from '@hanse/p2p'
import type { Logger } from '@hanse/ports'
import { bytesToHex, type Hash } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type ChainParams,
  type CommitCertificate,
  commitSignBytes,
  decodeTransaction,
  encodeGenesis,
  encodeTransaction,
  KEY_ALGORITHM,
  type ProposalBody,
  parseGenesis,
  proposalDigest,
  type Transaction,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
  type Verified,
} from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { Ledger } from '@hanse/state'
import type { Test } from 'tap'
import type { Members } from '../../src/roster.ts'
import { operatorKey, CHAIN as SOLO } from './solo-genesis.ts'

export const NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier'] as const

function seedOf(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(`a test's ${text}`).digest())
}

export const consensusSeed = (name: string): Uint8Array => seedOf(`consensus key of ${name}`)
export const identitySeed = (name: string): Uint8Array => seedOf(`identity of ${name}`)

/** Four validators with keys of their own, and the banks of the devnet. `chainId` makes another chain of it. */
export function testChain(chainId = 77, params: Partial<ChainParams> = {}): Chain {
  const genesis = {
    ...SOLO.genesis,
    params: { ...SOLO.genesis.params, ...params },
    chainId,
    name: 'test',
    validators: NAMES.map((organization, index) => ({
      organization,
      consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(createKeyPair(consensusSeed(organization)).publicKey) },
      peerId: peerIdFromSeed(identitySeed(organization)),
      addresses: [`127.0.0.1:${2 + index}`],
    })),
  }
  const chain = parseGenesis(encodeGenesis(genesis))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

/** A folder that is gone after the test. */
/** Who belongs to a chain that has not voted on it. */
export function membersOfGenesis({ genesis }: Chain): Members {
  return { epoch: asEpoch(0), validators: genesis.validators, before: [], observers: [] }
}

export async function temporaryFolder(t: Test): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hanse-node-test-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  return directory
}

const silent = (): void => undefined
export const SILENT: Logger = {
  ...{ fatal: silent, error: silent, warn: silent, info: silent, debug: silent, trace: silent },
  child: () => SILENT,
}

/** A transfer of one fen between the banks, unlike any other. */
export function transfer(chain: Chain, expiresAtMs = Date.now() + 60_000): Verified<Transaction> {
  const signer = operatorKey('bank-a', 'maker')
  const codec = MODULES.find(({ name }) => name === 'settlement')?.commands['transfer']?.params
  const params = codec?.parseJson({ from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '1', reference: 'test' })
  if (codec === undefined || params?.ok !== true) throw new Error('no transfer')
  const body = transactionBodyCodec.encode({
    ...{ genesisHash: chain.genesisHash, chainId: chain.genesis.chainId, sender: signer.address, coSigners: [], expiresAtMs },
    unique: bytesToHex(new Uint8Array(randomBytes(16))),
    calls: [{ module: 'settlement', command: 'transfer', params: codec.encode(params.value) }],
  })
  const signature = signer.sign(transactionSignBytes(transactionId(body))) as Uint8Array
  const decoded = decodeTransaction(encodeTransaction(body, [{ algorithm: KEY_ALGORITHM.ed25519, publicKey: signer.publicKey, signature }]))
  const verified = decoded.ok ? verifyTransaction(decoded.value, verifySignature) : decoded
  if (!verified.ok) throw new Error(verified.error.message)
  return verified.value
}

/** Signed by the first three of the four. */
export function certificateOf(chain: Chain, body: ProposalBody, headerHash: Hash): CommitCertificate {
  const vote = { view: asView(0), height: body.height, digest: proposalDigest(body), headerHash }
  const message = commitSignBytes({ genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }, body.epoch, vote)
  const signatures = NAMES.slice(0, 3).map((name, index) => ({
    signer: asValidatorIndex(index),
    signature: bytesToHex(createKeyPair(consensusSeed(name)).sign(message) as Uint8Array),
  }))
  return { epoch: body.epoch, ...vote, signatures }
}

/** The next block on the ledger's head, final, as the replica would hand it to the store. */
export function nextBlock(
  chain: Chain,
  ledger: Ledger,
  transactions: readonly Verified<Transaction>[],
  timeMs: number = Date.now(),
): FinalBlock {
  const { header, hash } = ledger.head
  const body: ProposalBody = {
    epoch: asEpoch(0),
    height: asHeight(header.height + 1),
    ids: transactions.map(({ id }) => id),
    timeMs: Math.max(timeMs, header.timeMs + 1),
    proposer: asValidatorIndex(0),
  }
  const executed = ledger.execute(hash, body, transactions)
  const { block, writes } = ledger.finalize(executed.hash)
  return { block, transactions, certificate: certificateOf(chain, body, block.hash), writes }
}
