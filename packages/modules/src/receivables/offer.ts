import type { StateWriter } from '@hanse/state'
import { type Claim, moveCertificate } from './certificate-store.ts'
import { giveDocumentsBack } from './document-uses.ts'
import { withdrawPledges } from './invoice-links.ts'
import { freeLine } from './line-store.ts'
import { emit } from './store.ts'

/** An issue that was never accepted ends: its invoices, its documents and its room on the line are free again. */
export function cancelOffer(state: StateWriter, { certificate, root }: Claim, reason: string, timeMs: number): void {
  moveCertificate(state, certificate, 'CANCELLED', { changedAtMs: timeMs })
  withdrawPledges(state, certificate.certNo, root)
  giveDocumentsBack(state, root)
  freeLine(state, root, root.face)
  emit(state, 'cancelled', { certNo: certificate.certNo, reason })
}
