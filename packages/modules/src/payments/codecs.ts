import { amount, bool, choice, type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/payments.js'
import { civilDate, currency, partyId, reference } from '../fields.ts'
import { absenceOf, listId, listVersion } from '../supervision/api.ts'
import { HISTORY_MAX, HOLDS_MAX, LISTS_MAX, RECALLS_MAX, REFERENCE_LENGTH_MAX, SUBJECTS_MAX, UTC_OFFSET_MINUTES_MAX } from './limits.ts'
import { RECALL_ANSWERS, RECALL_REASONS, RECALL_REFUSALS, STATUS_REASONS, STEP_REASONS } from './reasons.ts'
import { PAYMENT_STATES } from './status.ts'

const wire = hanse.payments.v1
const INVOICE_ID_LENGTH_MAX = 128

/** Whether it is of version 4 is the module's to judge. */
export const uetr = text({
  max: 36,
  pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  description: 'unique end-to-end transaction reference: a UUID of version 4',
})
export const rate = text({
  max: 24,
  pattern: /^[0-9]+(\.[0-9]+)?$/,
  description: 'units of the settlement currency for one of the instructed currency, an exact decimal',
})
/** As ISO 20022 writes an amount: in units of the currency, with all its decimals. */
export const moneyText = text({
  max: 48,
  pattern: /^-?[0-9]+(\.[0-9]+)?$/,
  description: 'an amount in units of its currency with all decimals of it: 350000.00 in CNY, 1232000000 in VND',
})
export const invoiceId = text({ max: INVOICE_ID_LENGTH_MAX, description: 'id of an invoice on this chain' })
export const max35 = text({ max: REFERENCE_LENGTH_MAX, description: 'a reference of at most 35 characters' })
export const statusReason = choice(...STATUS_REASONS)
export const recallReason = choice(...RECALL_REASONS)
/** A customer's credit transfer, or one that a bank makes on its own account. */
const MESSAGE_TYPES = ['pacs.008', 'pacs.009'] as const
export const chargeBearer = choice('DEBT', 'CRED', 'SHAR', 'SLEV')

const DAY_MS = 86_400_000
const params = {
  utcOffsetMinutes: uint({ max: UTC_OFFSET_MINUTES_MAX }),
  lockMs: uint({ min: 1_000, max: DAY_MS }),
  creditWithinMs: uint({ min: 1_000, max: 30 * DAY_MS }),
  screeningMs: uint({ min: 1_000, max: 30 * DAY_MS }),
  lists: list(listId(), { min: 1, max: LISTS_MAX }),
}
export const paramsCodec = message(wire.Params, params)
/**
 * Business dates are those of a place this far ahead of UTC; locked legs wait at most `lockMs` for their settlement; a creditor is
 * credited within `creditWithinMs` of it; a screening is good for `screeningMs`; both agents screen against each of `lists`.
 */
export type PaymentsParams = FieldValue<typeof paramsCodec>

const stepCodec = message(wire.Step, {
  status: choice(...PAYMENT_STATES),
  atMs: uint(),
  reason: optional(choice(...STEP_REASONS)),
  by: optional(partyId()),
})

const exchangeCodec = message(wire.Exchange, { provider: partyId(), rate, validUntilMs: uint() })
const holdCodec = message(wire.Hold, {
  agent: optional(partyId()),
  reason: statusReason,
  note: reference(),
  deadlineMs: uint(),
  callDigest: optional(hash()),
})
const judgedCodec = message(wire.Judged, { txId: hash(), callIndex: uint({ max: 2 ** 32 - 1 }) })
const recallCodec = message(wire.Recall, {
  reason: recallReason,
  note: optional(reference()),
  atMs: uint(),
  answer: choice(...RECALL_ANSWERS),
  answerReason: optional(choice(...RECALL_REFUSALS)),
  answeredAtMs: optional(uint()),
})
const returnCodec = message(wire.Return, { reason: recallReason, amount: amount(), atMs: uint() })

export const paymentCodec = message(wire.Payment, {
  uetr,
  debtorAgent: partyId(),
  creditorAgent: partyId(),
  currency: currency(),
  instructed: amount(),
  charges: amount(),
  chargeBearer,
  settlementCurrency: currency(),
  settlementDate: civilDate(),
  status: choice(...PAYMENT_STATES),
  history: list(stepCodec, { min: 1, max: HISTORY_MAX }),
  exchange: optional(exchangeCodec),
  settled: optional(amount()),
  hold: optional(holdCodec),
  lockDeadlineMs: optional(uint()),
  settledAtMs: optional(uint()),
  creditDeadlineMs: optional(uint()),
  creditedAtMs: optional(uint()),
  credited: optional(amount()),
  late: bool(),
  holds: uint({ max: HOLDS_MAX }),
  recalls: uint({ max: RECALLS_MAX }),
  recall: optional(recallCodec),
  returned: optional(returnCodec),
  invoiceId: optional(invoiceId),
  quotaDate: civilDate(),
  messageType: choice(...MESSAGE_TYPES),
  judged: optional(judgedCodec),
  invoiceSettled: optional(amount()),
})
/**
 * A payment's terms and life. `instructed` and `charges` are in `currency`; `settled`, `credited` and what is returned in
 * `settlementCurrency`; `invoiceSettled`, what it counts towards its invoice, in the invoice's. A hold is an agent's, or that of rules of
 * supervision on the call `callDigest`; `judged` names the evaluation by such rules.
 */
export type Payment = FieldValue<typeof paymentCodec>

const personCodec = message(wire.Person, {
  name: optional(text({ max: 140 })),
  lei: optional(text({ max: 20, description: 'ISO 17442' })),
  partyId: optional(partyId()),
  street: optional(text({ max: 140 })),
  postCode: optional(text({ max: 16 })),
  town: optional(text({ max: 70 })),
  country: optional(text({ max: 2, description: 'ISO 3166-1 alpha-2' })),
  iban: optional(text({ max: 34, description: 'ISO 13616' })),
  account: optional(text({ max: 34, description: 'account number where the country has no IBAN' })),
})
/** Who pays, or is paid. What FATF R.16 demands of it is the module's to judge, so that a gap is refused with a receipt. */
export type Person = FieldValue<typeof personCodec>

/** What a message is called, by whoever made it. */
export const references = {
  messageId: max35,
  instructionId: optional(max35),
  endToEndId: max35,
  transactionId: optional(max35),
}
export const purpose = text({ max: 4, description: 'ExternalPurpose1Code' })

export const detailsCodec = message(wire.Details, {
  ...references,
  debtor: personCodec,
  creditor: personCodec,
  purpose,
  regulatoryReporting: optional(reference()),
  remittance: optional(reference()),
  documentHash: optional(hash()),
})
/** What only the two agents and their authorities need: apart from the life of the payment, so that a reference can take its place. */
export type Details = FieldValue<typeof detailsCodec>

const listCheckCodec = message(wire.ListCheck, {
  listId: listId(),
  version: listVersion,
  root: hash(),
  count: uint({ max: 2 ** 24 }),
  absences: list(absenceOf(wire), { max: SUBJECTS_MAX }),
})
/** One agent's latest clear result: of each list the version with its root, and for each subject the proof that it is not on it. */
const screeningCodec = message(wire.Screening, { agent: partyId(), atMs: uint(), checks: list(listCheckCodec, { min: 1, max: LISTS_MAX }) })

export const complianceCodec = message(wire.Compliance, {
  subjects: list(hash(), { min: 2, max: SUBJECTS_MAX }),
  screenings: list(screeningCodec, { max: 2 }),
})
/** The keys of debtor and creditor under which lists would have them, and both agents' screenings. */
export type Compliance = FieldValue<typeof complianceCodec>

export const quoteCodec = message(wire.Quote, { rate, validUntilMs: uint(), settled: amount() })

export const quotaLimitCodec = message(wire.QuotaLimit, { dayLimit: optional(amount()) })
export const totalCodec = message(wire.Total, { amount: amount() })

export const DIRECTIONS = ['ISSUE', 'REDEEM'] as const
export const tokenRequestCodec = message(wire.TokenRequest, {
  bank: partyId(),
  requestId: max35,
  currency: currency(),
  direction: choice(...DIRECTIONS),
  amount: amount(),
  status: choice('REQUESTED', 'DONE', 'REFUSED'),
  requestedAtMs: uint(),
  reserveHash: optional(hash()),
  reason: optional(reference()),
})
/** A bank asks the issuer to create tokens for it, or to take back some that it has set aside. */
export type TokenRequest = FieldValue<typeof tokenRequestCodec>
