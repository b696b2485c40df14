import type { Result } from '@hanse/primitives'
import { list, money, optional, record, text, type ValueOf } from './binding.ts'
import { account, agent, OCCURRENCES_MAX, party, regulatoryReporting, structuredRemittance } from './components.ts'
import { type BrokenRule, type MessageKind, type PaymentDocument, parseMessage, readMessage, writeMessage } from './message.ts'
import { externalCode, isoDate, isoDateTime, maxText, oneOf, rate, uetr } from './values.ts'

const max35 = maxText(35)

/** FIToFICustomerCreditTransfer with one transaction. */
const BINDING = record('FIToFICstmrCdtTrf', {
  header: record('GrpHdr', {
    messageId: text('MsgId', max35),
    creationDateTime: text('CreDtTm', isoDateTime),
    numberOfTransactions: text('NbOfTxs', oneOf('1')),
    totalInterbankSettlementAmount: optional(money('TtlIntrBkSttlmAmt')),
    interbankSettlementDate: optional(text('IntrBkSttlmDt', isoDate)),
    settlementMethod: text('SttlmInf/SttlmMtd', oneOf('INDA', 'INGA', 'COVE', 'CLRG')),
    clearingSystem: optional(text('SttlmInf/ClrSys/Cd', externalCode(3))),
    proprietaryClearingSystem: optional(text('SttlmInf/ClrSys/Prtry', max35)),
    instructingAgent: optional(agent('InstgAgt')),
    instructedAgent: optional(agent('InstdAgt')),
  }),
  transaction: record('CdtTrfTxInf', {
    instructionId: optional(text('PmtId/InstrId', max35)),
    endToEndId: text('PmtId/EndToEndId', max35),
    transactionId: optional(text('PmtId/TxId', max35)),
    uetr: text('PmtId/UETR', uetr),
    interbankSettlementAmount: money('IntrBkSttlmAmt'),
    interbankSettlementDate: optional(text('IntrBkSttlmDt', isoDate)),
    instructedAmount: optional(money('InstdAmt')),
    exchangeRate: optional(text('XchgRate', rate)),
    chargeBearer: text('ChrgBr', oneOf('DEBT', 'CRED', 'SHAR', 'SLEV')),
    charges: list(record('ChrgsInf', { amount: money('Amt'), agent: agent('Agt') }), OCCURRENCES_MAX),
    instructingAgent: optional(agent('InstgAgt')),
    instructedAgent: optional(agent('InstdAgt')),
    ultimateDebtor: optional(party('UltmtDbtr')),
    debtor: party('Dbtr'),
    debtorAccount: optional(account('DbtrAcct')),
    debtorAgent: agent('DbtrAgt'),
    creditorAgent: agent('CdtrAgt'),
    creditor: party('Cdtr'),
    creditorAccount: optional(account('CdtrAcct')),
    ultimateCreditor: optional(party('UltmtCdtr')),
    purpose: optional(text('Purp/Cd', externalCode(4))),
    proprietaryPurpose: optional(text('Purp/Prtry', max35)),
    regulatoryReporting: list(regulatoryReporting, 10),
    unstructuredRemittance: list(text('RmtInf/Ustrd', maxText(140)), OCCURRENCES_MAX),
    structuredRemittance: list(structuredRemittance, OCCURRENCES_MAX),
  }),
})

export type Pacs008 = ValueOf<typeof BINDING>

const KIND: MessageKind<Pacs008> = {
  name: 'pacs.008.001',
  binding: BINDING,
  versions: ['08', '09', '10', '11', '12', '13'],
  written: '08',
  brokenRule,
}

/** The rules of the message definition that elements of ours can break together. */
function brokenRule({ header, transaction }: Pacs008): BrokenRule | undefined {
  const { instructedAmount, interbankSettlementAmount, exchangeRate } = transaction
  const isConverted = instructedAmount !== undefined && instructedAmount.currency !== interbankSettlementAmount.currency
  if (isConverted !== (exchangeRate !== undefined)) {
    const message = isConverted ? 'two currencies, and no XchgRate' : 'XchgRate, and no two currencies'
    return { code: 'iso20022/exchange-rate', message, member: ['transaction', 'exchangeRate'] }
  }
  for (const name of ['interbankSettlementDate', 'instructingAgent', 'instructedAgent'] as const) {
    const [ofAll, own] = [header[name], transaction[name]]
    if (ofAll !== undefined && own !== undefined)
      return { code: 'iso20022/not-admissible', message: 'it stands in the header and in the transaction', member: ['transaction', name] }
    if (name === 'interbankSettlementDate' && ofAll === undefined && own === undefined)
      return { code: 'iso20022/missing-element', message: 'IntrBkSttlmDt is missing', member: ['transaction', name] }
  }
  const total = header.totalInterbankSettlementAmount
  const isTotal =
    total === undefined || (total.amount === interbankSettlementAmount.amount && total.currency === interbankSettlementAmount.currency)
  if (!isTotal)
    return {
      code: 'iso20022/bad-amount',
      message: 'the total is not the transaction’s amount',
      member: ['header', 'totalInterbankSettlementAmount'],
    }
  return undefined
}

/**
 * A customer credit transfer of one transaction, from versions 08 to 13. What the model does not know is in `unread`. Codes: those of
 * `parseXml`, and `iso20022/…`, whose path is an XPath and whose message ends with the status reason code.
 */
export function readPacs008(source: string | Uint8Array): Result<PaymentDocument<Pacs008>> {
  return readMessage(KIND, source)
}

/** As version 08. `readPacs008` of it gives the same message; what it would not give is refused, with a dotted path. */
export function writePacs008(message: Pacs008): Result<string> {
  return writeMessage(KIND, message)
}

/** The message from JSON of unknown origin. */
export function parsePacs008(json: unknown): Result<Pacs008> {
  return parseMessage(KIND, json)
}
