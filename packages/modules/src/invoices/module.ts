import { defineModule } from '@hanse/state'
import { deduct } from './commands/deduct.ts'
import { grantQuota } from './commands/grant-quota.ts'
import { issue } from './commands/issue.ts'
import { redLetter } from './commands/red-letter.ts'
import { respond } from './commands/respond.ts'
import { events } from './events.ts'
import { invariants } from './invariants.ts'
import { invoice, invoiceByNumber, invoicesOfBuyer, invoicesOfSeller, quota } from './queries.ts'
import { records } from './records.ts'
import { INVOICE_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'

/** EN 16931 invoices: issued once, answered, deducted, taken back, pledged, paid. There is no command that sets PAID. */
export const invoices = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'EN 16931 invoices whose numbers are unique for ever and whose states only move forward.',
  commands: { grantQuota, issue, respond, deduct, redLetter },
  queries: { invoice, invoiceByNumber, invoicesOfSeller, invoicesOfBuyer, quota },
  events,
  records,
  rejections: INVOICE_REJECTIONS,
  invariants,
  uses: ['organizations'],
})
