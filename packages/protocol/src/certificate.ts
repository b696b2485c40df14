import { type Hash, hexToBytes, type Rejection, reject } from '@hanse/primitives'
import type { CommitCertificate, PreparedCertificate, QuorumSignature, ValidatorSet } from './block.ts'
import { commitSignBytes, prepareSignBytes, type SigningDomain } from './consensus-message.ts'
import type { Epoch, Height, View } from './ids.ts'
import { quorumSize } from './quorum.ts'
import type { SignatureCheck } from './signature.ts'

export type Certificate = PreparedCertificate | CommitCertificate

/** What a certificate must be about. Members that are absent are not compared. */
export interface ExpectedCertificate {
  readonly epoch?: Epoch
  readonly view?: View
  readonly height?: Height
  readonly digest?: Hash
  /** Of a commit certificate. */
  readonly headerHash?: Hash
}

const COMPARED = ['epoch', 'view', 'height', 'digest', 'headerHash'] as const

function signersFault(signatures: readonly QuorumSignature[], validators: number): Rejection | undefined {
  const quorum = quorumSize(validators)
  if (signatures.length < quorum || signatures.length > validators) {
    return reject('consensus/bad-certificate', `expected ${quorum} to ${validators} signatures, got ${signatures.length}`, {
      path: 'signatures',
    })
  }
  let previous = -1
  for (const [index, { signer }] of signatures.entries()) {
    const path = `signatures.${index}.signer`
    if (signer >= validators) return reject('consensus/bad-certificate', `the set has no validator ${signer}`, { path })
    if (signer <= previous) return reject('consensus/bad-certificate', 'signers stand once each, in ascending order', { path })
    previous = signer
  }
  return undefined
}

/**
 * What is wrong with the form of a certificate, if anything: at least q signatures, of distinct members of `set`, in ascending
 * order, over a height above genesis and what is expected. `set` is that of the certificate's epoch. Signatures are not verified:
 * `certificateChecks` says how.
 */
export function certificateFault(certificate: Certificate, set: ValidatorSet, expected: ExpectedCertificate = {}): Rejection | undefined {
  if (certificate.height < 1) return reject('consensus/bad-certificate', 'genesis has no certificate', { path: 'height' })
  const actual: ExpectedCertificate = certificate
  for (const name of COMPARED) {
    if (expected[name] !== undefined && expected[name] !== actual[name]) {
      return reject('consensus/bad-certificate', `the certificate is of another ${name}`, { path: name })
    }
  }
  return signersFault(certificate.signatures, set.validators.length)
}

export function isCommitCertificate(certificate: Certificate): certificate is CommitCertificate {
  return 'headerHash' in certificate
}

/** One check a signature, for a certificate without `certificateFault`. All sign the same bytes. */
export function certificateChecks(domain: SigningDomain, set: ValidatorSet, certificate: Certificate): readonly SignatureCheck[] {
  const message = isCommitCertificate(certificate)
    ? commitSignBytes(domain, certificate.epoch, certificate)
    : prepareSignBytes(domain, certificate.epoch, certificate)
  return certificate.signatures.map(({ signer, signature }) => validatorCheck(set, signer, message, signature))
}

/** The check of one signature by a member of `set`. `signer` must be inside it. */
export function validatorCheck(
  set: ValidatorSet,
  signer: number,
  message: Uint8Array,
  signature: QuorumSignature['signature'],
): SignatureCheck {
  const validator = set.validators[signer]
  if (validator === undefined) throw new RangeError(`the set has no validator ${signer}`)
  const { algorithm, bytes } = validator.consensusKey
  return { algorithm, publicKey: hexToBytes(bytes), message, signature: hexToBytes(signature) }
}
