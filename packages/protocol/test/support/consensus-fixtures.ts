import type { Hash } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  type PreparedCertificate,
  type SignedMessage,
  type SigningDomain,
  type ValidatorRecord,
  type ValidatorSet,
} from '@hanse/protocol'

/** Keys and signatures are recognizable bytes: nothing here is verified. */

export const hashOf = (byte: number): Hash => `0x${byte.toString(16).padStart(2, '0').repeat(32)}` as Hash
export const domain: SigningDomain = { genesisHash: hashOf(0xaa), chainId: 20_260 }

export function validatorNumber(index: number): ValidatorRecord {
  const consensusKey = { algorithm: 1, bytes: hashOf(index + 1) }
  return { organization: `org-${index}`, consensusKey, peerId: `peer-${index}`, addresses: [`/ip4/127.0.0.1/tcp/${9_000 + index}`] }
}

export function validatorSet(size: number): ValidatorSet {
  return { validators: Array.from({ length: size }, (_, index) => validatorNumber(index)) }
}

const signature = (signer: number): `0x${string}` => `0x${(signer + 1).toString(16).padStart(2, '0').repeat(64)}`

function signaturesOf(signers: readonly number[]): CommitCertificate['signatures'] {
  return signers.map((signer) => ({ signer: asValidatorIndex(signer), signature: signature(signer) }))
}

export function preparedCertificate(
  signers: readonly number[],
  about: { readonly view?: number; readonly height?: number; readonly epoch?: number } = {},
): PreparedCertificate {
  const { view = 0, height = 1, epoch = 0 } = about
  return { epoch: asEpoch(epoch), view: asView(view), height: asHeight(height), digest: hashOf(0xdd), signatures: signaturesOf(signers) }
}

export function commitCertificate(
  signers: readonly number[],
  about: { readonly view?: number; readonly height?: number; readonly epoch?: number } = {},
): CommitCertificate {
  const { signatures, ...fields } = preparedCertificate(signers, about)
  return { ...fields, headerHash: hashOf(0xee), signatures }
}

export function signedBy(signer: number, message: ConsensusMessage, epoch = 0): SignedMessage {
  return { epoch: asEpoch(epoch), signer: asValidatorIndex(signer), signature: signature(signer), message }
}
