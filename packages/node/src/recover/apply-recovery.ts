import { verifySignatureNative } from '@hanse/crypto-native'
import { type Hash, type Result, reject } from '@hanse/primitives'
import { asEpoch } from '@hanse/protocol'
import { ChainReader, finalWrites, leftBehindRejection, recoverEpoch, recoveryCertificate } from '@hanse/replica'
import { orRefuse, Refused, refusalOf, refuse } from '../snapshot/refused.ts'
import type { RecoverySigned } from './sign-recovery.ts'
import { type StoppedChain, withStoppedChain } from './stopped-chain.ts'

/** What one validator has signed. */
export type RecoveryStatement = Pick<RecoverySigned, 'chainId' | 'genesisHash' | 'statement'>

export interface RecoveryApplied {
  /** `present`: the chain of this node has it already. */
  readonly outcome: 'applied' | 'present'
  readonly epoch: number
  /** Of the block that begins the epoch. */
  readonly height: number
  readonly hash: Hash
  readonly signers: readonly string[]
}

/**
 * Begins the next epoch in the store of a stopped node, with the statements of q validators. At one node is enough: the others fetch the block
 * from it. `recover/behind`, `consensus/left-behind`, and what `recoveryCertificate` refuses.
 */
export async function applyRecovery(home: string, given: readonly RecoveryStatement[]): Promise<Result<RecoveryApplied>> {
  return await refusalOf(async () => await withStoppedChain(home, async (stopped) => await applyTo(stopped, given)))
}

async function applyTo({ chain, ledger, store }: StoppedChain, given: readonly RecoveryStatement[]): Promise<RecoveryApplied> {
  const { header } = ledger.head
  const foreign = given.findIndex(({ genesisHash, chainId }) => genesisHash !== chain.genesisHash || chainId !== chain.genesis.chainId)
  if (foreign >= 0) {
    const hint = `The chain of this home is ${chain.genesisHash}.`
    throw new Refused(reject('recover/wrong-chain', 'the statement is of another chain', { hint, path: `${foreign}` }))
  }
  const statements = given.map(({ statement }) => statement)
  const [first] = statements
  if (first?.message.type !== 'commit') return refuse('recover/bad-statement', 'these are no statements of a recovery')
  const { height, headerHash } = first.message
  const { epoch } = first
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  if (height <= header.height) {
    const present = new ChainReader(store).record(height)?.certified?.certificate
    if (present?.headerHash !== headerHash) throw new Refused(leftBehindRejection({ epoch, height }))
    const organizations = ledger.validatorsOf(epoch)?.validators ?? []
    const signers = present.signatures.map(({ signer }) => organizations[signer]?.organization ?? '')
    return { outcome: 'present', epoch, height, hash: headerHash, signers }
  }
  if (height > header.height + 1) {
    refuse(
      'recover/behind',
      `the head of this node is block ${header.height}, the recovery is above block ${height - 1}`,
      'Apply it where that block is. This node fetches blocks and recovery from there when it starts.',
    )
  }
  const recovered = orRefuse(recoverEpoch(ledger, asEpoch(epoch)))
  const set = ledger.validators
  const certificate = orRefuse(recoveryCertificate(domain, set, recovered, statements, verifySignatureNative))
  const { block, writes } = ledger.finalize(recovered.block.hash)
  await store.write([...finalWrites({ block, transactions: [], certificate, writes })], { sync: true })
  const signers = certificate.signatures.map(({ signer }) => set.validators[signer]?.organization ?? '')
  return { outcome: 'applied', epoch, height, hash: block.hash, signers }
}
