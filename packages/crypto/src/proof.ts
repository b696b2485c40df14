import { err, hexToBytes, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import {
  type CertifiedHeader,
  type CertifiedStateProof,
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
import { verifyCommitCertificate } from './verified.ts'

/** What one who checks a proof already trusts: the chain, and the validators of the header's epoch. */
export interface TrustedValidators {
  readonly domain: SigningDomain
  readonly set: ValidatorSet
}

function bad(message: string, path: string): Rejection {
  return reject('proof/bad-header', message, { path })
}

/**
 * True finality: the header is of this chain, names this validator set, and a quorum of it signed its hash. `proof/bad-header`, or the
 * certificate's codes.
 */
export function verifyCertifiedHeader(
  trusted: TrustedValidators,
  block: Pick<CertifiedHeader, 'header'> & Required<Pick<CertifiedHeader, 'certificate'>>,
  verify: VerifySignature,
): Result<CertifiedHeader> {
  const { domain, set } = trusted
  const { header, certificate } = block
  if (header.genesisHash !== domain.genesisHash) return err(bad('the header is of another chain', 'header.genesisHash'))
  if (header.validatorSetHash !== validatorSetHash(set)) return err(bad('the header names other validators', 'header.validatorSetHash'))
  const hash = headerHash(header)
  const expected = { epoch: header.epoch, height: header.height, headerHash: hash }
  const certified = verifyCommitCertificate(domain, set, certificate, verify, expected)
  return certified.ok ? ok({ header, hash, certificate }) : certified
}

/** A transaction's receipt under a final header. `proof/bad-inclusion`, and what `verifyCertifiedHeader` gives. */
export function verifyTransactionProof(
  trusted: TrustedValidators,
  proof: TransactionProof,
  verify: VerifySignature,
): Result<{ readonly block: CertifiedHeader; readonly receipt: Receipt }> {
  const block = verifyCertifiedHeader(trusted, proof.block, verify)
  if (!block.ok) return block
  const { receipt, size } = proof
  const { txRoot, receiptsRoot } = block.value.header
  const place = { index: receipt.index, size }
  if (!verifyMerkleProof({ ...place, root: txRoot, leaf: hexToBytes(receipt.txId), path: proof.txPath })) {
    return err(reject('proof/bad-inclusion', 'the path does not lead from the transaction to the header', { path: 'txPath' }))
  }
  if (!verifyMerkleProof({ ...place, root: receiptsRoot, leaf: receiptCodec.encode(receipt), path: proof.receiptPath })) {
    return err(reject('proof/bad-inclusion', 'the path does not lead from the receipt to the header', { path: 'receiptPath' }))
  }
  return ok({ block: block.value, receipt })
}

/** What the state under a final header says about `key`. `proof/bad-state-proof`, and what `verifyCertifiedHeader` gives. */
export function verifyCertifiedStateProof(
  trusted: TrustedValidators,
  key: Uint8Array,
  proof: CertifiedStateProof,
  verify: VerifySignature,
): Result<{ readonly block: CertifiedHeader; readonly entry: StateEntry }> {
  const block = verifyCertifiedHeader(trusted, proof.block, verify)
  if (!block.ok) return block
  const entry = verifyStateProof(block.value.header.stateRoot, key, proof.proof)
  return entry.ok ? ok({ block: block.value, entry: entry.value }) : entry
}
