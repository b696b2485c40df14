import { type SignedMessage, signedMessageCodec, type ValidatorIndex } from '@hanse/protocol'
import type { EvidenceRecord, EvidenceSeen } from '@hanse/rpc'
import type { HostEffect } from './driver.ts'

type Evidence = Extract<HostEffect, { type: 'report' }>['evidence']

/** Of one validator: who gives more pushes out its own, never another's. */
export const EVIDENCE_PER_VALIDATOR_MAX = 32
/** … and their bytes, but for the newest. */
const EVIDENCE_BYTES_PER_VALIDATOR_MAX = 1024 * 1024

interface KeptEvidence {
  readonly record: EvidenceRecord
  readonly sizeBytes: number
}

/** The evidence that this process has seen. */
export class EvidenceBook {
  readonly #sinceMs: number
  readonly #kept = new Map<ValidatorIndex, KeptEvidence[]>()
  #next = 1
  #dropped = 0

  constructor(sinceMs: number) {
    this.#sinceMs = sinceMs
  }

  add({ culprit, kind, first, second }: Evidence, seenAtMs: number): EvidenceRecord {
    const record: EvidenceRecord = { sequence: this.#next++, seenAtMs, culprit, kind, height: heightOf(first), first, second }
    const kept = this.#kept.get(culprit) ?? []
    kept.push({ record, sizeBytes: signedMessageCodec.encode(first).length + signedMessageCodec.encode(second).length })
    this.#kept.set(culprit, kept)
    while (isTooMuch(kept)) {
      kept.shift()
      this.#dropped += 1
    }
    return record
  }

  seen(): EvidenceSeen {
    const items = [...this.#kept.values()].flat().map(({ record }) => record)
    return { sinceMs: this.#sinceMs, dropped: this.#dropped, items: items.sort((left, right) => right.sequence - left.sequence) }
  }
}

function isTooMuch(kept: readonly KeptEvidence[]): boolean {
  if (kept.length > EVIDENCE_PER_VALIDATOR_MAX) return true
  return kept.length > 1 && kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > EVIDENCE_BYTES_PER_VALIDATOR_MAX
}

/** The height that the two are about; for a ViewChange that of the vote it forgets. */
function heightOf({ message }: SignedMessage): number {
  switch (message.type) {
    case 'proposal':
      return message.body.height
    case 'prepare':
    case 'commit':
      return message.height
    case 'viewChange':
      return (message.head?.height ?? 0) + 1
    case 'newView':
      return message.base + 1
    case 'status':
      return message.head
  }
}
