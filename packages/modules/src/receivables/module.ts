import { defineModule } from '@hanse/state'
import { accept } from './commands/accept.ts'
import { acceptBid } from './commands/accept-bid.ts'
import { acceptTransfer } from './commands/accept-transfer.ts'
import { bid } from './commands/bid.ts'
import { cancel } from './commands/cancel.ts'
import { cancelFinanceRequest } from './commands/cancel-finance-request.ts'
import { cancelTransfer } from './commands/cancel-transfer.ts'
import { claimRecourse } from './commands/claim-recourse.ts'
import { declareOverdue } from './commands/declare-overdue.ts'
import { finance } from './commands/finance.ts'
import { freeze } from './commands/freeze.ts'
import { grantLine } from './commands/grant-line.ts'
import { issue } from './commands/issue.ts'
import { payRecourse } from './commands/pay-recourse.ts'
import { redeem } from './commands/redeem.ts'
import { reject } from './commands/reject.ts'
import { requestFinance } from './commands/request-finance.ts'
import { reveal } from './commands/reveal.ts'
import { screen } from './commands/screen.ts'
import { split } from './commands/split.ts'
import { transfer } from './commands/transfer.ts'
import { unfreeze } from './commands/unfreeze.ts'
import { writeOff } from './commands/write-off.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { invariants } from './invariants.ts'
import { certificate, certificatesOfHolder, issueOf, issuesOfInvoice, leaves, line, listLines, quote, screening, terms } from './queries.ts'
import { records } from './records.ts'
import { RECEIVABLES_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'
import { atBlock } from './sweep.ts'
import { auction, paymentAlarms, priority } from './watch-queries.ts'

/** Supply chain finance: certificates on invoices that a core firm owes, split, passed on, financed, redeemed. */
export const receivables = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Receivable certificates: credit line, issue, split, transfer, finance, redemption',
  commands: {
    grantLine,
    screen,
    issue,
    accept,
    reject,
    cancel,
    split,
    transfer,
    acceptTransfer,
    cancelTransfer,
    requestFinance,
    cancelFinanceRequest,
    finance,
    bid,
    reveal,
    acceptBid,
    redeem,
    declareOverdue,
    claimRecourse,
    payRecourse,
    writeOff,
    freeze,
    unfreeze,
  },
  queries: {
    line,
    lines: listLines,
    certificate,
    issue: issueOf,
    leaves,
    certificatesOfHolder,
    issuesOfInvoice,
    quote,
    auction,
    priority,
    paymentAlarms,
    screening,
    terms,
  },
  events,
  records,
  rejections: RECEIVABLES_REJECTIONS,
  invariants,
  uses: ['organizations', 'supervision', 'settlement', 'invoices'],
  atBlock,
  initGenesis,
})
