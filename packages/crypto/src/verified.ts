import { assert, err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import {
  type Certificate,
  type CommitCertificate,
  certificateChecks,
  certificateFault,
  type EpochBoundary,
  type ExpectedCertificate,
  messageChecks,
  type SignatureCheck,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  transactionChecks,
  type ValidatorSet,
  type Verified,
  type VerifySignature,
} from '@hanse/protocol'

/**
 * Something whose form is right and whose signatures are still to be checked, here or in a worker. This file alone makes values
 * `Verified`.
 */
export interface Verification<T> {
  readonly checks: readonly SignatureCheck[]
  /** `valid[i]` is the verdict on `checks[i]`, by a verifier of the chain's rule. The subject is verified when all are true. */
  conclude(valid: readonly boolean[]): Result<Verified<T>>
}

function verification<T extends object>(
  subject: T,
  checks: readonly SignatureCheck[],
  refuse: (index: number) => Rejection,
): Verification<T> {
  assert(checks.length > 0, 'what has no signature cannot be verified')
  return {
    checks,
    conclude: (valid) => {
      assert(valid.length === checks.length, `${checks.length} checks have ${valid.length} verdicts`)
      const failed = valid.findIndex((verdict) => verdict !== true)
      return failed < 0 ? ok(subject as Verified<T>) : err(refuse(failed))
    },
  }
}

/** Stops at the first signature that does not hold. */
function run<T>(pending: Result<Verification<T>>, verify: VerifySignature): Result<Verified<T>> {
  if (!pending.ok) return pending
  const { checks, conclude } = pending.value
  const failed = checks.findIndex((check) => !verify(check))
  return conclude(checks.map((_, index) => index !== failed))
}

/** `tx/unknown-algorithm`, `tx/wrong-key`, `tx/bad-signature`. */
export function transactionVerification(transaction: Transaction): Result<Verification<Transaction>> {
  const checks = transactionChecks(transaction)
  if (!checks.ok) return checks
  return ok(
    verification(transaction, checks.value, (index) =>
      reject('tx/bad-signature', 'the signature does not hold', {
        hint: 'Sign the bytes "len8(tag) ‖ hanse/tx-sign/1 ‖ id", the id being of the body exactly as it is sent.',
        path: `signatures.${index}.signature`,
      }),
    ),
  )
}

/** `consensus/unknown-signer`, `consensus/bad-message`, `consensus/bad-certificate`, `consensus/bad-signature`. `set` is that of the message's epoch, `below` what that stands on. */
export function consensusVerification(
  domain: SigningDomain,
  set: ValidatorSet,
  signed: SignedMessage,
  below?: EpochBoundary,
): Result<Verification<SignedMessage>> {
  const checks = messageChecks(domain, set, signed, below)
  if (!checks.ok) return checks
  return ok(
    verification(signed, checks.value, (index) =>
      index === 0
        ? reject('consensus/bad-signature', `the signature of validator ${signed.signer} does not hold`, { path: 'signature' })
        : reject('consensus/bad-signature', 'a signature of a certificate inside does not hold', { path: 'message' }),
    ),
  )
}

/** `consensus/bad-certificate`, `consensus/bad-signature`. `set` is that of the certificate's epoch. */
export function certificateVerification<C extends Certificate>(
  domain: SigningDomain,
  set: ValidatorSet,
  certificate: C,
  expected?: ExpectedCertificate,
): Result<Verification<C>> {
  const fault = certificateFault(certificate, set, expected)
  if (fault !== undefined) return err(fault)
  return ok(
    verification(certificate, certificateChecks(domain, set, certificate), (index) =>
      reject('consensus/bad-signature', 'a signature of the certificate does not hold', { path: `signatures.${index}` }),
    ),
  )
}

export function verifyTransaction(transaction: Transaction, verify: VerifySignature): Result<Verified<Transaction>> {
  return run(transactionVerification(transaction), verify)
}

export function verifyConsensusMessage(
  domain: SigningDomain,
  set: ValidatorSet,
  signed: SignedMessage,
  verify: VerifySignature,
  below?: EpochBoundary,
): Result<Verified<SignedMessage>> {
  return run(consensusVerification(domain, set, signed, below), verify)
}

export function verifyCommitCertificate(
  domain: SigningDomain,
  set: ValidatorSet,
  certificate: CommitCertificate,
  verify: VerifySignature,
  expected?: ExpectedCertificate,
): Result<Verified<CommitCertificate>> {
  return run(certificateVerification(domain, set, certificate, expected), verify)
}
