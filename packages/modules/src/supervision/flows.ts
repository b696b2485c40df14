/** What the chain counts, by the module and what happened in it. Each module counts its own commands alone: nothing counts twice in one. */
export const FLOWS = [
  'settlement.issued',
  'settlement.redeemed',
  'settlement.transferred',
  'receivables.issued',
  'receivables.financed',
  'receivables.redeemed',
  'payments.settled',
  'payments.returned',
] as const
export type Flow = (typeof FLOWS)[number]
