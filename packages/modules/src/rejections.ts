import { GOVERNANCE_REJECTIONS } from './governance/rejections.ts'
import { INVOICE_REJECTIONS } from './invoices/rejections.ts'
import { ORGANIZATIONS_REJECTIONS } from './organizations/rejections.ts'
import { PAYMENTS_REJECTIONS } from './payments/rejections.ts'
import { RECEIVABLES_REJECTIONS } from './receivables/rejections.ts'
import type { RejectionTable } from './rejection-table.ts'
import { SETTLEMENT_REJECTIONS } from './settlement/rejections.ts'
import { SUPERVISION_REJECTIONS } from './supervision/rejections.ts'

/** Every refusal of every module by its code: what docs and the RPC's errors take. */
export const MODULE_REJECTIONS: RejectionTable = {
  ...ORGANIZATIONS_REJECTIONS,
  ...SUPERVISION_REJECTIONS,
  ...SETTLEMENT_REJECTIONS,
  ...INVOICE_REJECTIONS,
  ...RECEIVABLES_REJECTIONS,
  ...PAYMENTS_REJECTIONS,
  ...GOVERNANCE_REJECTIONS,
}
