import { verifyCertifiedHeader } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import type { Hash } from '@hanse/primitives'
import { type Chain, type CommitCertificate, genesisValidatorSet, type Header } from '@hanse/protocol'
import { summarized, type Violation } from './violation.ts'

export interface CertifiedClaim {
  readonly height: number
  readonly hash: Hash
  readonly header: Header
  readonly certificate: CommitCertificate
}

/** **Certificates**: each header names the one before it as its parent, is of its height, and a quorum of the set signed it. */
export function checkCertificates(chain: Chain, claims: readonly CertifiedClaim[]): readonly Violation[] {
  const messages: string[] = []
  const { genesis, genesisHash } = chain
  const trusted = { domain: { genesisHash, chainId: genesis.chainId }, set: genesisValidatorSet(genesis) }
  let parent: CertifiedClaim | undefined
  for (const claim of claims) {
    const { height, hash, header, certificate } = claim
    const certified = verifyCertifiedHeader(trusted, { header, certificate }, verifySignatureNative)
    if (!certified.ok) messages.push(`height ${height}: ${certified.error.message}`)
    else if (certified.value.hash !== hash) messages.push(`height ${height}: the header has another hash than the node says`)
    if (header.height !== height) messages.push(`height ${height}: the header is of ${header.height}`)
    if (parent !== undefined && header.parent !== parent.hash) messages.push(`height ${height} does not follow ${height - 1}`)
    parent = claim
  }
  return summarized('certificates', messages)
}
