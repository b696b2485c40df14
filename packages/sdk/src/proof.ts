import {
  TrustedEpochs,
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
  epochEndCodec,
  type Genesis,
  genesisHash,
  type Header,
  headerCodec,
  type Receipt,
  type StateEntry,
  transactionProofCodec,
  type ValidatorRecord,
} from '@hanse/protocol'
import { isRecord } from './is-record.ts'
import type { LightClient } from './light-client.ts'

/**
 * What a verifier trusts, and all that it needs: the genesis, whose hash it knows from somewhere else than the node that gave the proof;
 * a light client that began with it; or the validators of the block's epoch themselves. Genesis alone is enough for a block of any epoch
 * where the proof has a member `epochs`, the ends of those before it: they prove themselves.
 */
export type Trust =
  | { readonly genesis: Genesis }
  | Pick<LightClient, 'epochs'>
  | { readonly validators: readonly ValidatorRecord[]; readonly chainId: number; readonly genesisHash: Hash }

function trustedOf(trust: Trust, json: unknown): Result<TrustedValidators> {
  if ('epochs' in trust) return ok(trust.epochs)
  if ('genesis' in trust) return epochsOfProof(json, trust.genesis)
  const { validators, chainId, genesisHash: known } = trust
  return ok({ domain: { chainId, genesisHash: known }, set: { validators } })
}

/** The epochs that the member `epochs` of a proof proves, from genesis on: epoch 0 alone where it has none. */
export function epochsOfProof(json: unknown, genesis: Genesis): Result<TrustedEpochs> {
  const epochs = new TrustedEpochs({ genesis, genesisHash: genesisHash(genesis) })
  const ends = isRecord(json) ? (json.epochs ?? []) : []
  if (!Array.isArray(ends)) return err(reject('encoding/bad-field', 'expected a list of ends of epochs', { path: 'epochs' }))
  for (const [index, json] of ends.entries()) {
    const end = epochEndCodec.parseJson(json, `epochs.${index}`)
    if (!end.ok) return end
    const extended = epochs.extend(end.value, verifySignature)
    if (!extended.ok) return extended
  }
  return ok(epochs)
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
  if (!proof.ok) return proof
  const trusted = trustedOf(trust, json)
  return trusted.ok ? verifyDecodedProof(trusted.value, proof.value, verifySignature) : trusted
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
  if (!claim.ok) return claim
  const trusted = trustedOf(trust, json)
  return trusted.ok ? verifyCertifiedStateProof(trusted.value, keyBytes, claim.value, verifySignature) : trusted
}

/** Checks what `chain_getCertificate` answered, offline: a quorum of the trusted validators signed this header. Codes: as above. */
export function verifyCertificate(json: unknown, trust: Trust): Result<CertifiedHeader> {
  const claim = parseCertified(json)
  if (!claim.ok) return claim
  const trusted = trustedOf(trust, json)
  return trusted.ok ? verifyCertifiedHeader(trusted.value, claim.value, verifySignature) : trusted
}

function parseCertified(json: unknown): Result<{ readonly header: Header; readonly certificate: CommitCertificate }> {
  if (!isRecord(json)) return err(reject('encoding/bad-field', 'expected an object with header and certificate'))
  const header = headerCodec.parseJson(json.header, 'header')
  if (!header.ok) return header
  const certificate = commitCertificateCodec.parseJson(json.certificate, 'certificate')
  return certificate.ok ? ok({ header: header.value, certificate: certificate.value }) : certificate
}
