/** Where a certificate can be in its life (domain §1; the picture stands in the module's README). */
export const CERTIFICATE_STATES = [
  'OFFERED',
  'ACTIVE',
  'TRANSFER_PENDING',
  'QUOTED',
  'FINANCED',
  'MATURED',
  'OVERDUE',
  'RECOURSE',
  'FROZEN',
  'SPLIT',
  'SETTLED',
  'WRITTEN_OFF',
  'CANCELLED',
] as const
export type CertificateStatus = (typeof CERTIFICATE_STATES)[number]

/** Every step there is. What leads nowhere is terminal: final for ever (invariant 7). */
const TRANSITIONS: Readonly<Record<CertificateStatus, readonly CertificateStatus[]>> = {
  OFFERED: ['ACTIVE', 'CANCELLED'],
  ACTIVE: ['SPLIT', 'TRANSFER_PENDING', 'QUOTED', 'MATURED', 'SETTLED', 'OVERDUE', 'FROZEN'],
  TRANSFER_PENDING: ['ACTIVE', 'MATURED', 'SETTLED', 'OVERDUE', 'FROZEN'],
  QUOTED: ['ACTIVE', 'FINANCED', 'MATURED', 'SETTLED', 'OVERDUE', 'FROZEN'],
  FINANCED: ['QUOTED', 'MATURED', 'SETTLED', 'OVERDUE', 'FROZEN'],
  MATURED: ['SETTLED', 'OVERDUE', 'FROZEN'],
  OVERDUE: ['SETTLED', 'RECOURSE', 'WRITTEN_OFF', 'FROZEN'],
  RECOURSE: ['OVERDUE', 'SETTLED', 'WRITTEN_OFF', 'FROZEN'],
  FROZEN: ['ACTIVE', 'FINANCED', 'MATURED', 'OVERDUE', 'RECOURSE', 'SETTLED'],
  SPLIT: [],
  SETTLED: [],
  WRITTEN_OFF: [],
  CANCELLED: [],
}

export function canMove(from: CertificateStatus, to: CertificateStatus): boolean {
  return TRANSITIONS[from].includes(to)
}

/** Nothing follows: the certificate is a record, not a claim. */
export function isTerminal(status: CertificateStatus): boolean {
  return TRANSITIONS[status].length === 0
}

/** An accepted claim that has not ended: what a court can freeze. */
export function isFreezable(status: CertificateStatus): boolean {
  return canMove(status, 'FROZEN')
}
