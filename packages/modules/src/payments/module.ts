import { defineModule } from '@hanse/state'
import { acceptQuote } from './commands/accept-quote.ts'
import { answerTokens } from './commands/answer-tokens.ts'
import { cancel } from './commands/cancel.ts'
import { confirmCredit } from './commands/confirm-credit.ts'
import { hold } from './commands/hold.ts'
import { initiate } from './commands/initiate.ts'
import { initiateInterbank } from './commands/initiate-interbank.ts'
import { lock } from './commands/lock.ts'
import { quote } from './commands/quote.ts'
import { recall } from './commands/recall.ts'
import { reject } from './commands/reject.ts'
import { release } from './commands/release.ts'
import { requestTokens } from './commands/request-tokens.ts'
import { respondToRecall } from './commands/respond-to-recall.ts'
import { returnPayment } from './commands/return-payment.ts'
import { screen } from './commands/screen.ts'
import { setLimits } from './commands/set-limits.ts'
import { settlePvP } from './commands/settle-pvp.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { invariants } from './invariants.ts'
import {
  complianceProof,
  late,
  parameters,
  payment,
  paymentDetails,
  paymentsOf,
  quota,
  quoteOf,
  settledAmount,
  tokenRequest,
} from './queries.ts'
import { records } from './records.ts'
import { PAYMENTS_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'
import { atBlock } from './sweep.ts'

/** Payments across a border, by ISO 20022: screened by both agents, exchanged and settled in one step, recalled and returned. */
export const payments = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Cross-border payments: ISO 20022 life cycle, screening, exchange, payment versus payment',
  commands: {
    setLimits,
    requestTokens,
    answerTokens,
    initiate,
    initiateInterbank,
    screen,
    quote,
    acceptQuote,
    hold,
    release,
    reject,
    cancel,
    lock,
    settlePvP,
    confirmCredit,
    recall,
    respondToRecall,
    returnPayment,
  },
  queries: {
    payment,
    details: paymentDetails,
    payments: paymentsOf,
    late,
    complianceProof,
    quote: quoteOf,
    settledAmount,
    quota,
    tokenRequest,
    parameters,
  },
  events,
  records,
  rejections: PAYMENTS_REJECTIONS,
  invariants,
  uses: ['organizations', 'settlement', 'invoices', 'supervision'],
  atBlock,
  initGenesis,
})
