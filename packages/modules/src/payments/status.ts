/** Where a payment can be: the codes of pacs.002, in the order of the domain's life cycle (§2). */
export const PAYMENT_STATES = ['RCVD', 'ACTC', 'ACCP', 'PDNG', 'ACSP', 'ACSC', 'ACCC', 'RJCT'] as const
export type PaymentStatus = (typeof PAYMENT_STATES)[number]

/** Every step there is. From ACTC a rule holds, from ACCP an agent. From ACSC on nothing is undone: money goes back by a payment of its own, pacs.004 (invariant 6). */
const TRANSITIONS: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  RCVD: ['ACTC'],
  ACTC: ['ACCP', 'PDNG', 'RJCT'],
  ACCP: ['PDNG', 'ACSP', 'RJCT'],
  PDNG: ['ACTC', 'ACCP', 'RJCT'],
  ACSP: ['ACSC', 'RJCT'],
  ACSC: ['ACCC'],
  ACCC: [],
  RJCT: [],
}

export function canMove(from: PaymentStatus, to: PaymentStatus): boolean {
  return TRANSITIONS[from].includes(to)
}

/** The banks have their money: irrevocable. */
export function isSettled(status: PaymentStatus): boolean {
  return status === 'ACSC' || status === 'ACCC'
}

/** It can still end without money having moved for good. */
export function isOpen(status: PaymentStatus): boolean {
  return canMove(status, 'RJCT')
}
