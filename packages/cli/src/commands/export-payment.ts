import { readFile } from 'node:fs/promises'
import {
  chainPaymentToPacs002,
  chainPaymentToPacs008,
  type Pacs002,
  parsePacs008,
  readPacs008,
  toStatusReport,
  writePacs002,
  writePacs008,
} from '@hanse/documents'
import { orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { chainPayment, isUetr } from '../export/chain-payment.ts'
import { giveDocument, OUT_OPTION } from '../export/give-document.ts'
import { readJson } from '../json.ts'

interface TransferFlags {
  readonly out?: string
}

interface ReportFlags extends TransferFlags {
  readonly status?: string
  readonly messageId?: string
  readonly reason?: string
  readonly information?: string
  readonly settledAt?: string
}

export const registerExportPayment: Register = (group, run) => {
  group
    .command('pacs008')
    .argument(
      '<payment>',
      'a UETR of the chain; or a file, a payment in JSON as `import pacs008 --json` gives it in `payment`; - is standard input',
    )
    .description('write a payment, of the chain by its UETR or of a file, as ISO 20022 pacs.008.001.08')
    .option(...OUT_OPTION)
    .action(async (file: string, flags: TransferFlags) => await run(async (context) => await exportTransfer(file, flags, context)))
  group
    .command('pacs002')
    .argument('<payment>', 'a UETR of the chain; or a file, the payment that is answered: pacs.008')
    .description('write what became of a payment, as the chain has it or as you say, as ISO 20022 pacs.002.001.10')
    .option('--status <code>', 'of a file: ACTC, ACCP, ACSP, ACSC, ACCC, PDNG or RJCT')
    .option('--message-id <text>', 'of the report, unique for who sends it; of a UETR one is made')
    .option('--reason <code>', 'external status reason code; RJCT and PDNG need one')
    .option('--information <text>', 'what people should know about the reason')
    .option('--settled-at <time>', 'when it was settled: 2026-04-17T02:15:32Z')
    .option(...OUT_OPTION)
    .action(async (file: string, flags: ReportFlags) => await run(async (context) => await exportReport(file, flags, context)))
}

async function exportTransfer(file: string, { out }: TransferFlags, context: Context): Promise<void> {
  const isOfChain = isUetr(file)
  const message = orThrow(isOfChain ? chainPaymentToPacs008(await chainPayment(context, file)) : parsePacs008(await readJson(file)))
  await giveDocument({ version: 'pacs.008.001.08', xml: orThrow(writePacs008(message)) }, out, context)
}

async function exportReport(file: string, flags: ReportFlags, context: Context): Promise<void> {
  const report = isUetr(file) ? await reportOfChain(file, flags, context) : await reportOfFile(file, flags)
  await giveDocument({ version: 'pacs.002.001.10', xml: orThrow(writePacs002(report)) }, flags.out, context)
}

/** The chain knows what became of it; only what the report is called is anybody's to say. */
async function reportOfChain(uetr: string, flags: ReportFlags, context: Context): Promise<Pacs002> {
  const { messageId, status, reason, information, settledAt } = flags
  const isSaid = [status, reason, information, settledAt].some((said) => said !== undefined)
  if (isSaid) throw usageError('what became of a payment of the chain is not for you to say', `hanse export pacs002 ${uetr}`)
  const report = chainPaymentToPacs002(await chainPayment(context, uetr))
  return messageId === undefined ? report : { ...report, header: { ...report.header, messageId } }
}

async function reportOfFile(file: string, flags: ReportFlags): Promise<Pacs002> {
  const { status, messageId, reason, information, settledAt } = flags
  if (status === undefined || messageId === undefined) {
    throw usageError('a file does not say what became of it', `hanse export pacs002 ${file} --status ACSC --message-id ID`)
  }
  const { message, version } = orThrow(readPacs008(new Uint8Array(await readFile(file))))
  return toStatusReport(message, version, {
    messageId,
    creationDateTime: new Date().toISOString(),
    status,
    reasons: reason === undefined ? [] : [{ code: reason, ...(information === undefined ? {} : { information }) }],
    ...(settledAt === undefined ? {} : { settledAt }),
  })
}
