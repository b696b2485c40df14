import { defineModule } from '@hanse/state'
import { deduct } from './commands/deduct.ts'
import { grantQuota } from './commands/grant-quota.ts'
import { issue } from './commands/issue.ts'
import { lock } from './commands/lock.ts'
import { redLetter } from './commands/red-letter.ts'
import { reimburse } from './commands/reimburse.ts'
import { release } from './commands/release.ts'
import { respond } from './commands/respond.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { invariants } from './invariants.ts'
import { invoice, invoiceByNumber, invoicesOfBuyer, invoicesOfSeller, quota, ringAlarms, settlementsOf } from './queries.ts'
import { records } from './records.ts'
import { INVOICE_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'
import { atBlock } from './sweep.ts'

/** EN 16931 invoices: issued once, answered, deducted, taken back, reimbursed, pledged, paid. There is no command that sets PAID. */
export const invoices = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'EN 16931 invoices whose numbers are unique for ever and whose states only move forward.',
  commands: { grantQuota, issue, respond, deduct, lock, reimburse, release, redLetter },
  queries: { invoice, invoiceByNumber, invoicesOfSeller, invoicesOfBuyer, quota, settlements: settlementsOf, ringAlarms },
  events,
  records,
  rejections: INVOICE_REJECTIONS,
  invariants,
  uses: ['organizations'],
  atBlock,
  initGenesis,
})
