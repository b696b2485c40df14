import { err, hexToBytes, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import {
  type CertifiedHeader,
  type CertifiedStateProof,
  type CommitCertificate,
  type Header,
  headerHash,
  type Receipt,
  receiptCodec,
  type SigningDomain,
  type StateEntry,
  type TransactionProof,
  type ValidatorSet,
  type VerifySignature,
  validatorSetHash,
  verifyMerkleProof,
  verifyStateProof,
} from '@hanse/protocol'
import type { TrustedEpochs } from './trusted-epochs.ts'
import { verifyCommitCertificate } from './verified.ts'

/** What one who checks a proof already trusts: the chain, and the validators of the header's epoch, or of every epoch. */
export type TrustedValidators = { readonly domain: SigningDomain; readonly set: ValidatorSet } | TrustedEpochs

function signersOf(trusted: TrustedValidators, header: Header): Result<ValidatorSet> {
  return 'set' in trusted ? ok(trusted.set) : trusted.signersOf(header)
}

function bad(message: string, path: string): Rejection {
  return reject('proof/bad-header', message, { path })
}

/**
 * Finality: the header is of this chain, names this validator set, and a quorum of it signed its hash. `proof/bad-header`, or the
 * certificate's codes; `proof/unknown-epoch` and `proof/retired-validators` where every epoch is trusted.
 */
export function verifyCertifiedHeader(
  trusted: TrustedValidators,
  claim: { readonly header: Header; readonly certificate: CommitCertificate },
  verify: VerifySignature,
): Result<CertifiedHeader> {
  const { domain } = trusted
  const { header, certificate } = claim
  if (header.genesisHash !== domain.genesisHash) return err(bad('the header is of another chain', 'header.genesisHash'))
  const signers = signersOf(trusted, header)
  if (!signers.ok) return signers
  const set = signers.value
  if (header.validatorSetHash !== validatorSetHash(set)) return err(bad('the header names other validators', 'header.validatorSetHash'))
  const hash = headerHash(header)
  const expected = { epoch: header.epoch, height: header.height, headerHash: hash }
  const certified = verifyCommitCertificate(domain, set, certificate, verify, expected)
  return certified.ok ? ok({ header, hash, certificate }) : certified
}

function badInclusion(message: string, path: string): Result<never> {
  return err(reject('proof/bad-inclusion', message, { path }))
}

/** A transaction's receipt under a final header. `proof/bad-inclusion`, and what `verifyCertifiedHeader` gives. */
export function verifyTransactionProof(
  trusted: TrustedValidators,
  proof: TransactionProof,
  verify: VerifySignature,
): Result<{ readonly block: CertifiedHeader; readonly receipt: Receipt }> {
  const block = verifyCertifiedHeader(trusted, proof, verify)
  if (!block.ok) return block
  const { id, index, receipt } = proof
  const { txRoot, receiptsRoot } = block.value.header
  if (receipt.txId !== id) return badInclusion('the receipt is of another transaction', 'receipt.txId')
  if (receipt.index !== index) return badInclusion('the receipt is of another place', 'receipt.index')
  if (!verifyMerkleProof({ root: txRoot, leaf: hexToBytes(id), index, size: proof.transactionCount, path: proof.transactionPath })) {
    return badInclusion('the path does not lead from the transaction to the header', 'transactionPath')
  }
  const leaf = receiptCodec.encode(receipt)
  if (!verifyMerkleProof({ root: receiptsRoot, leaf, index, size: proof.receiptCount, path: proof.receiptPath })) {
    return badInclusion('the path does not lead from the receipt to the header', 'receiptPath')
  }
  return ok({ block: block.value, receipt })
}

/**
 * What the state under a final header says about `key`. `proof/bad-state-proof`, `proof/uncertified` at genesis, and what
 * `verifyCertifiedHeader` gives.
 */
export function verifyCertifiedStateProof(
  trusted: TrustedValidators,
  key: Uint8Array,
  claim: CertifiedStateProof,
  verify: VerifySignature,
): Result<{ readonly block: CertifiedHeader; readonly entry: StateEntry }> {
  const { proof, header, certificate } = claim
  if (certificate === undefined) {
    return err(
      reject('proof/uncertified', 'nobody signed this header', {
        hint: 'Genesis has no certificate: ask for height 1 or above.',
        path: 'certificate',
      }),
    )
  }
  const block = verifyCertifiedHeader(trusted, { header, certificate }, verify)
  if (!block.ok) return block
  const entry = verifyStateProof(block.value.header.stateRoot, key, proof)
  return entry.ok ? ok({ block: block.value, entry: entry.value }) : entry
}
