import { join } from 'node:path'
import { verifyTransaction } from '@hanse/crypto'
import { createSigner, type LocalSigner, verifySignatureNative } from '@hanse/crypto-native'
import { consensusKey } from '@hanse/devnet'
import { MODULES } from '@hanse/modules'
import { readGenesis } from '@hanse/node'
import type { Store } from '@hanse/ports'
import { bytesToHex, type Hash, hexToBytes, type Result } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type CommitCertificate,
  commitSignBytes,
  decodeTransaction,
  type ProposalBody,
  proposalDigest,
  quorumSize,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { ChainReader, finalWrites, genesisWrites } from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import { openLevelStore } from '@hanse/storage'
import { type TransferTerms, transferSigner } from './transfers.ts'

/** What the blocks of a filled chain look like. */
export interface FilledBlocks {
  readonly transactionsPerBlock: number
  /** Block time between two blocks, in ms. */
  readonly blockMs: number
  readonly termsOf: (index: number) => TransferTerms
}

/** Every so many transfers one asks for more than there is, and is rejected. */
const REJECTED_EVERY = 51
const TOO_MUCH = '99999999999999'

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Each has a reference of its own. */
function listedTerms(index: number): TransferTerms {
  return { amount: index % REJECTED_EVERY === REJECTED_EVERY - 1 ? TOO_MUCH : '1', reference: `order-${index}` }
}

const FULL_BLOCKS: FilledBlocks = { transactionsPerBlock: 500, blockMs: 500, termsOf: listedTerms }

/**
 * Fills the store of a devnet node that never ran with a chain of settlement transfers: signed, verified and executed by the real ledger,
 * each block certified by a quorum. A node that starts on it cannot tell it from one that it made with the others, but for the time it took.
 */
export async function fillStore(
  home: string,
  transactions: number,
  onProgress: (done: number) => void,
  blocks: Partial<FilledBlocks> = {},
): Promise<void> {
  const { transactionsPerBlock, blockMs, termsOf } = { ...FULL_BLOCKS, ...blocks }
  const chain = unwrap(await readGenesis(join(home, 'genesis.json')))
  const store = await openLevelStore({ directory: join(home, 'data', 'store') })
  try {
    const ledger = await newLedger(chain, store)
    const sign = transferSigner(chain, termsOf)
    for (let done = 0; done < transactions; ) {
      const count = Math.min(transactionsPerBlock, transactions - done)
      const timeMs = ledger.head.header.timeMs + blockMs
      const signed = Array.from({ length: count }, (_, index) => verified(hexToBytes(sign(done + index, timeMs))))
      await addBlock(chain, store, ledger, signed, timeMs)
      done += count
      onProgress(done)
    }
  } finally {
    await store.close()
  }
}

async function newLedger(chain: Chain, store: Store): Promise<Ledger> {
  const { header, hash, writes } = createGenesisState(chain, MODULES)
  await store.write(genesisWrites(header, hash, writes), { sync: true })
  return createLedger({ chain, modules: MODULES, source: new ChainReader(store).state, head: { header, hash }, recent: [] })
}

function verified(raw: Uint8Array): Verified<Transaction> {
  return unwrap(verifyTransaction(unwrap(decodeTransaction(raw)), verifySignatureNative))
}

async function addBlock(
  chain: Chain,
  store: Store,
  ledger: Ledger,
  transactions: readonly Verified<Transaction>[],
  timeMs: number,
): Promise<void> {
  const body: ProposalBody = {
    epoch: asEpoch(0),
    height: asHeight(ledger.head.header.height + 1),
    ids: transactions.map(({ id }) => id),
    timeMs,
    proposer: asValidatorIndex(0),
  }
  const { hash } = ledger.execute(ledger.head.hash, body, transactions)
  const final = ledger.finalize(hash)
  await store.write(finalWrites({ ...final, transactions, certificate: certificateOf(chain, body, hash) }), { sync: false })
  ledger.stored(body.height)
}

/** What a quorum of a devnet signs of a block. */
export function certificateOf({ genesis, genesisHash }: Chain, body: ProposalBody, headerHash: Hash): CommitCertificate {
  const vote = { view: asView(0), height: body.height, digest: proposalDigest(body), headerHash }
  const message = commitSignBytes({ genesisHash, chainId: genesis.chainId }, body.epoch, vote)
  const signatures = genesis.validators.slice(0, quorumSize(genesis.validators.length)).map(({ organization }, index) => ({
    signer: asValidatorIndex(index),
    signature: bytesToHex(validatorSigner(organization).sign(message)),
  }))
  return { epoch: body.epoch, ...vote, signatures }
}

const validatorSigners = new Map<string, LocalSigner>()

function validatorSigner(organization: string): LocalSigner {
  const known = validatorSigners.get(organization) ?? createSigner(consensusKey(organization).seed)
  validatorSigners.set(organization, known)
  return known
}
