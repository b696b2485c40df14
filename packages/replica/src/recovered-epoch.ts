import { guardOfRecovery } from '@hanse/consensus'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import {
  type Commit,
  type CommitCertificate,
  commitSignBytes,
  type Epoch,
  epochAfter,
  type Guard,
  mayRecoverTo,
  proposalDigest,
  quorumSize,
  RECOVERY_EPOCHS_MIN,
  RECOVERY_VIEW,
  recoveryBody,
  type SignedMessage,
  type SigningDomain,
  type ValidatorSet,
  type VerifySignature,
  validatorCheck,
} from '@hanse/protocol'
import type { ExecutedBlock, Ledger } from '@hanse/state'

/** The block that begins an epoch by recovery, executed, and the vote that q validators sign for it. */
export interface RecoveredEpoch {
  readonly epoch: Epoch
  readonly block: ExecutedBlock
  readonly vote: Commit
}

/** The recovery to `epoch` from the ledger's head: the same for everyone at that head. `recover/bad-epoch`. */
export function recoverEpoch(ledger: Ledger, epoch: Epoch): Result<RecoveredEpoch> {
  const { header, hash } = ledger.head
  const present = epochAfter(header)
  if (!mayRecoverTo(epoch, present)) {
    const hint = `All members sign for the same one: ${present + RECOVERY_EPOCHS_MIN}, unless an earlier statement was given up.`
    return err(reject('recover/bad-epoch', `above block ${header.height} is epoch ${present}: ${epoch} cannot follow it`, { hint }))
  }
  const body = recoveryBody(epoch, header)
  const block = ledger.execute(hash, body, [])
  const vote: Commit = { view: RECOVERY_VIEW, height: body.height, digest: proposalDigest(body), headerHash: block.hash }
  return ok({ epoch, block, vote })
}

/**
 * The guard that must be durable before this key's signature for the recovery is shown to anybody: the key has left every earlier epoch, and
 * signs nothing else for this one. The same again is no new promise. `recover/promised` where it has promised something there, or in the
 * epoch before, already.
 */
export function guardForRecovery(guard: Guard, { epoch, vote }: RecoveredEpoch): Result<Guard> {
  const raised = guardOfRecovery(guard, epoch, vote)
  const isFree = guard.epoch + RECOVERY_EPOCHS_MIN <= epoch
  if (isFree || (guard.epoch === epoch && guard.lastVote === raised.lastVote)) return ok(raised)
  return err(
    reject(
      'recover/promised',
      `this key has signed something in epoch ${guard.epoch}, and not for this block: it cannot sign for epoch ${epoch}`,
      {
        hint:
          'Either blocks are missing here: start the node and let it fetch them. Or it has signed for another head: when all members are sure that ' +
          `no recovery came of that, everyone signs for a later epoch: --epoch ${guard.epoch + RECOVERY_EPOCHS_MIN}.`,
      },
    ),
  )
}

/** What a validator says in its own file: one signature, as good as its check. */
function statementFault(
  domain: SigningDomain,
  set: ValidatorSet,
  { epoch, vote }: RecoveredEpoch,
  { message, ...signed }: SignedMessage,
  verify: VerifySignature,
): Rejection | undefined {
  if (signed.signer >= set.validators.length)
    return reject('recover/bad-statement', `the set has no validator ${signed.signer}`, { path: 'signer' })
  const isSame =
    signed.epoch === epoch &&
    message.type === 'commit' &&
    message.view === vote.view &&
    message.height === vote.height &&
    message.digest === vote.digest &&
    message.headerHash === vote.headerHash
  if (!isSame) {
    return reject('recover/other-head', 'the statement is for another head or another epoch', {
      hint: 'All sign for the same block, the highest that any of them has, and for the same epoch: hanse recover status.',
    })
  }
  const holds = verify(validatorCheck(set, signed.signer, commitSignBytes(domain, epoch, vote), signed.signature))
  return holds ? undefined : reject('recover/bad-statement', 'the signature does not hold', { path: 'signature' })
}

/**
 * The certificate that q statements of distinct validators make. `recover/other-head`, `recover/bad-statement`, `recover/too-few`; `path`
 * begins with the number of the statement.
 */
export function recoveryCertificate(
  domain: SigningDomain,
  set: ValidatorSet,
  recovered: RecoveredEpoch,
  statements: readonly SignedMessage[],
  verify: VerifySignature,
): Result<CommitCertificate> {
  const signatures = new Map<number, CommitCertificate['signatures'][number]>()
  for (const [index, statement] of statements.entries()) {
    const fault = statementFault(domain, set, recovered, statement, verify)
    if (fault !== undefined) return err({ ...fault, path: [index, ...(fault.path === undefined ? [] : [fault.path])].join('.') })
    signatures.set(statement.signer, { signer: statement.signer, signature: statement.signature })
  }
  const quorum = quorumSize(set.validators.length)
  if (signatures.size < quorum) {
    const words = `${quorum} validators of ${set.validators.length} must sign, and these are ${signatures.size}`
    return err(reject('recover/too-few', words, { hint: 'hanse recover sign at the others, then all their files together.' }))
  }
  const { epoch, vote } = recovered
  return ok({ epoch, ...vote, signatures: [...signatures.values()].sort((left, right) => left.signer - right.signer) })
}
