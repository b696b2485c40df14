import { type EvidenceKind, type EvidencePair, signedMessageCodec } from '@hanse/protocol'
import type { StateReader } from '@hanse/state'
import { reportEvidenceCodec } from './codecs.ts'
import { evidenceNumbers } from './store.ts'

/** What the chain has evidence by: more of the same proves nothing new. */
export interface EvidenceKey {
  /** Of the culprit, as it was in that epoch. */
  readonly consensusKey: string
  readonly epoch: number
  readonly kind: EvidenceKind
}

/** Whether the chain has such evidence. */
export function isEvidenceKnown(state: StateReader, { consensusKey, epoch, kind }: EvidenceKey): boolean {
  return evidenceNumbers.has(state, [consensusKey, `${epoch}`, kind])
}

/** Params of the command `reportEvidence`. */
export function encodeEvidenceReport({ first, second }: EvidencePair): Uint8Array {
  return reportEvidenceCodec.encode({ first: signedMessageCodec.encode(first), second: signedMessageCodec.encode(second) })
}
