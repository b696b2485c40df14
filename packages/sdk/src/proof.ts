import {
  type TrustedValidators,
  verifyCertifiedHeader,
  verifyCertifiedStateProof,
  verifyTransactionProof as verifyDecodedProof,
  verifySignature,
} from '@hanse/crypto'
import { err, type Hash, type Hex, hexToBytesOrUndefined, ok, type Result, reject } from '@hanse/primitives'
import {
  type CertifiedHeader,
  type CommitCertificate,
  certifiedStateProofCodec,
  commitCertificateCodec,
  type Genesis,
  genesisHash,
  genesisValidatorSet,
  type Header,
  headerCodec,
  type Receipt,
  type StateEntry,
  transactionProofCodec,
  type ValidatorRecord,
} from '@hanse/protocol'
import { isRecord } from './is-record.ts'

/**
 * What a verifier trusts, and all that it needs: the genesis, whose hash it knows from somewhere else than the node that gave the proof,
 * or the validators themselves.
 */
export type Trust =
  | { readonly genesis: Genesis }
  | { readonly validators: readonly ValidatorRecord[]; readonly chainId: number; readonly genesisHash: Hash }

function trustedOf(trust: Trust): TrustedValidators {
  if (!('genesis' in trust)) {
    const { validators, chainId, genesisHash: known } = trust
    return { domain: { chainId, genesisHash: known }, set: { validators } }
  }
  const { genesis } = trust
  return { domain: { chainId: genesis.chainId, genesisHash: genesisHash(genesis) }, set: genesisValidatorSet(genesis) }
}

/** The members that are proven, of a reply that may say more. */
function pick(json: unknown, names: readonly string[]): unknown {
  return isRecord(json) ? Object.fromEntries(names.flatMap((name) => (json[name] === undefined ? [] : [[name, json[name]]]))) : json
}

/** A receipt and the final block that holds it. */
export interface ProvenReceipt {
  readonly receipt: Receipt
  readonly block: CertifiedHeader
}

/**
 * Checks what `tx_getProof` answered, offline: the receipt is in a block that a quorum of the trusted validators signed. `json` may come
 * from anybody. Codes: `encoding/bad-field`, `proof/bad-header`, `proof/bad-inclusion`, `consensus/bad-certificate`,
 * `consensus/bad-signature`.
 */
export function verifyTransactionProof(json: unknown, trust: Trust): Result<ProvenReceipt> {
  const proof = transactionProofCodec.parseJson(pick(json, Object.keys(transactionProofCodec.jsonSchema['properties'] as object)))
  return proof.ok ? verifyDecodedProof(trustedOf(trust), proof.value, verifySignature) : proof
}

/** What the state said about a key at a final block. */
export interface ProvenEntry {
  readonly entry: StateEntry
  readonly block: CertifiedHeader
}

/**
 * Checks what `state_getProof` answered about `key`, offline; absence is proven too. Codes: as `verifyTransactionProof`,
 * `proof/bad-state-proof`, and `proof/uncertified` at genesis.
 */
export function verifyStateProof(json: unknown, key: Hex | Uint8Array, trust: Trust): Result<ProvenEntry> {
  const keyBytes = typeof key === 'string' ? hexToBytesOrUndefined(key) : key
  if (keyBytes === undefined) return err(reject('encoding/bad-field', 'a state key is 0x-hex', { path: 'key' }))
  const claim = certifiedStateProofCodec.parseJson(pick(json, ['proof', 'header', 'certificate']))
  return claim.ok ? verifyCertifiedStateProof(trustedOf(trust), keyBytes, claim.value, verifySignature) : claim
}

/** Checks what `chain_getCertificate` answered, offline: a quorum of the trusted validators signed this header. Codes: as above. */
export function verifyCertificate(json: unknown, trust: Trust): Result<CertifiedHeader> {
  const claim = parseCertified(json)
  return claim.ok ? verifyCertifiedHeader(trustedOf(trust), claim.value, verifySignature) : claim
}

function parseCertified(json: unknown): Result<{ readonly header: Header; readonly certificate: CommitCertificate }> {
  if (!isRecord(json)) return err(reject('encoding/bad-field', 'expected an object with header and certificate'))
  const header = headerCodec.parseJson(json.header, 'header')
  if (!header.ok) return header
  const certificate = commitCertificateCodec.parseJson(json.certificate, 'certificate')
  return certificate.ok ? ok({ header: header.value, certificate: certificate.value }) : certificate
}
