import type { Pacs002 } from './pacs002.ts'
import type { Pacs008 } from './pacs008.ts'

/** What became of a payment. */
export interface PaymentStatus {
  /** Of the report: unique for its sender. */
  readonly messageId: string
  /** When the report is made, ISO 8601 with an offset. */
  readonly creationDateTime: string
  /** `ACSC`, `RJCT`. */
  readonly status: string
  /** External status reason codes, `AM04`: RJCT and PDNG need one. */
  readonly reasons: readonly { readonly code: string; readonly information?: string }[]
  /** From when on it was settled; with ACSC and ACCC. */
  readonly settledAt?: string
}

/** Length of `AddtlInf`. */
const INFORMATION_LENGTH_MAX = 105

/** The answer to a credit transfer, from who was instructed to who instructed. `writePacs002` judges it. */
export function toStatusReport({ header, transaction }: Pacs008, version: string, answer: PaymentStatus): Pacs002 {
  const { messageId, creationDateTime, status, reasons, settledAt } = answer
  const instructing = transaction.instructedAgent ?? header.instructedAgent
  const instructed = transaction.instructingAgent ?? header.instructingAgent
  return {
    header: {
      messageId,
      creationDateTime,
      ...(instructing === undefined ? {} : { instructingAgent: instructing }),
      ...(instructed === undefined ? {} : { instructedAgent: instructed }),
    },
    transaction: {
      originalGroup: { messageId: header.messageId, messageNameId: version, creationDateTime: header.creationDateTime },
      ...(transaction.instructionId === undefined ? {} : { originalInstructionId: transaction.instructionId }),
      originalEndToEndId: transaction.endToEndId,
      ...(transaction.transactionId === undefined ? {} : { originalTransactionId: transaction.transactionId }),
      originalUetr: transaction.uetr,
      status,
      reasons: reasons.map(({ code, information }) => ({
        code,
        additionalInformation: information === undefined ? [] : [[...information].slice(0, INFORMATION_LENGTH_MAX).join('').trim()],
      })),
      ...(settledAt === undefined ? {} : { effectiveInterbankSettlementDateTime: settledAt }),
    },
  }
}
