import { readFile } from 'node:fs/promises'
import { parsePacs008, readPacs008, toStatusReport, writePacs002, writePacs008 } from '@hanse/documents'
import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { giveDocument, OUT_OPTION } from '../export/give-document.ts'
import { readJson } from '../json.ts'

interface TransferFlags {
  readonly out?: string
}

interface ReportFlags extends TransferFlags {
  readonly status: string
  readonly messageId: string
  readonly reason?: string
  readonly information?: string
  readonly settledAt?: string
}

export const registerExportPayment: Register = (group, run) => {
  group
    .command('pacs008')
    .argument('<file>', 'a payment in JSON, as `import pacs008 --json` gives it in `payment`; - is standard input')
    .description('write a payment as ISO 20022 pacs.008.001.08')
    .option(...OUT_OPTION)
    .action(async (file: string, flags: TransferFlags) => await run(async (context) => await exportTransfer(file, flags, context)))
  group
    .command('pacs002')
    .argument('<file>', 'the payment that is answered: pacs.008')
    .description('write what became of a payment as ISO 20022 pacs.002.001.10')
    .requiredOption('--status <code>', 'ACTC, ACCP, ACSP, ACSC, ACCC, PDNG or RJCT')
    .requiredOption('--message-id <text>', 'of the report, unique for who sends it')
    .option('--reason <code>', 'external status reason code; RJCT and PDNG need one')
    .option('--information <text>', 'what people should know about the reason')
    .option('--settled-at <time>', 'when it was settled: 2026-04-17T02:15:32Z')
    .option(...OUT_OPTION)
    .action(async (file: string, flags: ReportFlags) => await run(async (context) => await exportReport(file, flags, context)))
}

async function exportTransfer(file: string, { out }: TransferFlags, context: Context): Promise<void> {
  const message = orThrow(parsePacs008(await readJson(file)))
  await giveDocument({ version: 'pacs.008.001.08', xml: orThrow(writePacs008(message)) }, out, context)
}

async function exportReport(file: string, flags: ReportFlags, context: Context): Promise<void> {
  const { status, messageId, reason, information, settledAt, out } = flags
  const { message, version } = orThrow(readPacs008(new Uint8Array(await readFile(file))))
  const report = toStatusReport(message, version, {
    messageId,
    creationDateTime: new Date().toISOString(),
    status,
    reasons: reason === undefined ? [] : [{ code: reason, ...(information === undefined ? {} : { information }) }],
    ...(settledAt === undefined ? {} : { settledAt }),
  })
  await giveDocument({ version: 'pacs.002.001.10', xml: orThrow(writePacs002(report)) }, out, context)
}
