import { createMempool } from '@hanse/mempool'
import { assert, bytesToHex, createPrng, type Hash, type Hex } from '@hanse/primitives'
import {
  addressOfPublicKey,
  asEpoch,
  asValidatorIndex,
  type Call,
  type Chain,
  type CommitCertificate,
  type ConsensusMessage,
  DEFAULT_CHAIN_PARAMS,
  decodeTransaction,
  encodeTransaction,
  type Json,
  KEY_ALGORITHM,
  type PreparedCertificate,
  type ProposalBody,
  parseGenesis,
  proposalDigest,
  type SignedMessage,
  type Transaction,
  transactionBodyCodec,
  type Verified,
} from '@hanse/protocol'
import { createGenesisState, createLedger, type Ledger, type Module } from '@hanse/state'
import { INITIAL_GUARD, Replica, type ReplicaEffect, type ReplicaInput } from '../../src/index.ts'

export const GENESIS_MS = 1_800_000_000_000
const SIGNATURE: Hex = `0x${'00'.repeat(64)}`
export const TIMEOUTS = { viewTimeoutMs: 400, viewTimeoutMsMax: 4_000, batchWaitMs: 20, statusMs: 200, fetchRetryMs: 150 }

/** A chain of four validators. Without modules nobody can do anything: every transaction is ordered and refused. */
export function emptyChain(modules: readonly Module[] = [], params = DEFAULT_CHAIN_PARAMS): Chain {
  const genesis = {
    version: 1,
    chainId: 1,
    name: 'test',
    timeMs: GENESIS_MS,
    params,
    validators: [0, 1, 2, 3].map((index) => ({
      organization: `validator-${index}`,
      consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(createPrng(index).bytes(32)) },
      peerId: `peer-${index}`,
      addresses: [],
    })),
    modules: modules.map(({ name, version }) => ({ name, version })),
  }
  const chain = parseGenesis(JSON.parse(JSON.stringify(genesis)) as Json)
  assert(chain.ok, 'the genesis is valid')
  return chain.value
}

export function ledgerOf(chain: Chain): Ledger {
  const genesis = createGenesisState(chain, [])
  const records = new Map(genesis.writes.puts.map(({ key, value }) => [bytesToHex(key), value]))
  return createLedger({ chain, modules: [], source: { get: (key) => records.get(bytesToHex(key)) }, head: genesis, recent: [] })
}

/** The bytes are right, and the signature is nobody's. */
export function transactionOn(
  chain: Chain,
  number: number,
  calls: readonly Call[] = [{ module: 'nothing', command: 'nothing', params: new Uint8Array(0) }],
): Verified<Transaction> {
  const prng = createPrng(number)
  const publicKey = prng.bytes(32)
  const body = transactionBodyCodec.encode({
    genesisHash: chain.genesisHash,
    chainId: 1,
    sender: addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey),
    coSigners: [],
    expiresAtMs: GENESIS_MS + 60_000,
    unique: bytesToHex(prng.bytes(16)),
    calls: [...calls],
  })
  const signatures = [{ algorithm: KEY_ALGORITHM.ed25519, publicKey, signature: prng.bytes(64) }]
  const decoded = decodeTransaction(encodeTransaction(body, signatures))
  assert(decoded.ok, 'the transaction decodes')
  return decoded.value as Verified<Transaction>
}

export function signedBy(signer: number, message: ConsensusMessage): Verified<SignedMessage> {
  return { epoch: asEpoch(0), signer: asValidatorIndex(signer), signature: SIGNATURE, message } as unknown as Verified<SignedMessage>
}

function quorum() {
  return [0, 1, 2].map((signer) => ({ signer: asValidatorIndex(signer), signature: SIGNATURE }))
}

export function preparedOf(body: ProposalBody, view: number): PreparedCertificate {
  return { epoch: asEpoch(0), view: view as never, height: body.height, digest: proposalDigest(body), signatures: quorum() }
}

export function committedOf(body: ProposalBody, headerHash: Hash): Verified<CommitCertificate> {
  return { ...preparedOf(body, 0), headerHash } as Verified<CommitCertificate>
}

/** The key of a validator, as an option of a replica. */
export function keyOf({ genesis }: Chain, index: number): { readonly consensusKey: Hex } {
  const record = genesis.validators[index]
  assert(record !== undefined, `genesis has no validator ${index}`)
  return { consensusKey: record.consensusKey.bytes }
}

/** A replica that waits for its start, without a clock: it is always one second after genesis. */
export function freshReplica(chain: Chain, self: number) {
  const ledger = ledgerOf(chain)
  const pool = createMempool({ capacity: 100, perSenderMax: 100, bytesMax: 1_000_000, timeToLiveMsMax: 600_000 })
  const options = { chain, ...keyOf(chain, self), timeouts: TIMEOUTS, poolCapacity: 100, prng: createPrng(1) }
  const replica = new Replica(options, { ledger, pool })
  const step = (input: ReplicaInput): readonly ReplicaEffect[] => replica.step(input, GENESIS_MS + 1_000)
  return { replica, ledger, pool, step }
}

/** One that has started on an empty disk. */
export function startedReplica(chain: Chain, self: number) {
  const fresh = freshReplica(chain, self)
  fresh.step({ type: 'start', log: [], guard: INITIAL_GUARD })
  return fresh
}
