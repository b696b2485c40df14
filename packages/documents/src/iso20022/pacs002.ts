import type { Result } from '@hanse/primitives'
import { list, optional, record, text, type ValueOf } from './binding.ts'
import { agent, OCCURRENCES_MAX, party } from './components.ts'
import { type BrokenRule, type MessageKind, type PaymentDocument, parseMessage, readMessage, writeMessage } from './message.ts'
import { externalCode, isoDate, isoDateTime, maxText, uetr } from './values.ts'

const max35 = maxText(35)

/** The message that is answered. */
const originalGroup = (path: string) =>
  record(path, {
    messageId: text('OrgnlMsgId', max35),
    messageNameId: text('OrgnlMsgNmId', max35),
    creationDateTime: optional(text('OrgnlCreDtTm', isoDateTime)),
  })

/** FIToFIPaymentStatusReport about one transaction. */
const BINDING = record('FIToFIPmtStsRpt', {
  header: record('GrpHdr', {
    messageId: text('MsgId', max35),
    creationDateTime: text('CreDtTm', isoDateTime),
    instructingAgent: optional(agent('InstgAgt')),
    instructedAgent: optional(agent('InstdAgt')),
  }),
  originalGroup: optional(originalGroup('OrgnlGrpInfAndSts')),
  transaction: record('TxInfAndSts', {
    statusId: optional(text('StsId', max35)),
    originalGroup: optional(originalGroup('OrgnlGrpInf')),
    originalInstructionId: optional(text('OrgnlInstrId', max35)),
    originalEndToEndId: optional(text('OrgnlEndToEndId', max35)),
    originalTransactionId: optional(text('OrgnlTxId', max35)),
    originalUetr: text('OrgnlUETR', uetr),
    status: text('TxSts', externalCode(4)),
    reasons: list(
      record('StsRsnInf', {
        originator: optional(party('Orgtr')),
        code: optional(text('Rsn/Cd', externalCode(4))),
        proprietary: optional(text('Rsn/Prtry', max35)),
        additionalInformation: list(text('AddtlInf', maxText(105)), OCCURRENCES_MAX),
      }),
      OCCURRENCES_MAX,
    ),
    acceptanceDateTime: optional(text('AccptncDtTm', isoDateTime)),
    effectiveInterbankSettlementDate: optional(text('FctvIntrBkSttlmDt/Dt', isoDate)),
    effectiveInterbankSettlementDateTime: optional(text('FctvIntrBkSttlmDt/DtTm', isoDateTime)),
    clearingSystemReference: optional(text('ClrSysRef', max35)),
    instructingAgent: optional(agent('InstgAgt')),
    instructedAgent: optional(agent('InstdAgt')),
  }),
})

export type Pacs002 = ValueOf<typeof BINDING>

const KIND: MessageKind<Pacs002> = {
  name: 'pacs.002.001',
  binding: BINDING,
  versions: ['10', '11', '12', '13', '14', '15'],
  written: '10',
  brokenRule,
}

/** Statuses that say that something is not well. */
const REASONED: ReadonlySet<string> = new Set(['RJCT', 'PDNG'])

function brokenRule({ originalGroup, transaction }: Pacs002): BrokenRule | undefined {
  const { status, reasons } = transaction
  if ((originalGroup === undefined) === (transaction.originalGroup === undefined)) {
    const isMissing = originalGroup === undefined
    const message = isMissing ? 'the message that is answered is not named' : 'the message that is answered is named twice'
    return { code: isMissing ? 'iso20022/missing-element' : 'iso20022/not-admissible', message, member: ['transaction', 'originalGroup'] }
  }
  const hasReason = reasons.some(({ code, proprietary }) => code !== undefined || proprietary !== undefined)
  if (REASONED.has(status) && !hasReason)
    return { code: 'iso20022/reason-missing', message: `${status} without a reason`, member: ['transaction', 'reasons'] }
  return undefined
}

/** A status report about one transaction, from versions 10 to 15. As `readPacs008`. */
export function readPacs002(source: string | Uint8Array): Result<PaymentDocument<Pacs002>> {
  return readMessage(KIND, source)
}

/** As version 10. As `writePacs008`. */
export function writePacs002(message: Pacs002): Result<string> {
  return writeMessage(KIND, message)
}

/** The message from JSON of unknown origin. */
export function parsePacs002(json: unknown): Result<Pacs002> {
  return parseMessage(KIND, json)
}
