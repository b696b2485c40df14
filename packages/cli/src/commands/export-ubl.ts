import { judgeInvoice, type PlainInvoice, parsePlainInvoice, plainOfInvoice, readUbl, writeUbl } from '@hanse/documents'
import { invoiceCodec } from '@hanse/modules'
import type { Json } from '@hanse/protocol'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { giveDocument, OUT_OPTION } from '../export/give-document.ts'
import { brokenRules } from '../import/judge-document.ts'
import { readJson } from '../json.ts'

const VERSIONS = { invoice: 'UBL 2.1 Invoice', 'credit-note': 'UBL 2.1 CreditNote' } as const

interface ExportFlags {
  readonly invoice?: string
  readonly out?: string
}

export const registerExportUbl: Register = (group, run) => {
  group
    .command('ubl')
    .argument('[file]', 'an invoice by its terms in JSON, as `import ubl --dry-run --json` gives it in `document`; - is standard input')
    .description('write an invoice or a credit note as UBL 2.1; it must keep the rules of EN 16931')
    .option('--invoice <id>', 'instead of a file: an invoice of the chain, with the terms that the chain keeps')
    .option(...OUT_OPTION)
    .action(async (file: string | undefined, flags: ExportFlags) => await run(async (context) => await exportInvoice(file, flags, context)))
}

async function exportInvoice(file: string | undefined, { invoice, out }: ExportFlags, context: Context): Promise<void> {
  const plain = await readPlain(file, invoice, context)
  const xml = orThrow(writeUbl(plain))
  const judgement = judgeInvoice(orThrow(readUbl(xml)))
  if (!judgement.valid) throw new CliError(brokenRules(judgement), { data: { findings: judgement.findings } })
  await giveDocument({ version: VERSIONS[plain.kind], xml }, out, context)
}

async function readPlain(file: string | undefined, invoiceId: string | undefined, { connect }: Context): Promise<PlainInvoice> {
  if ((file === undefined) === (invoiceId === undefined)) throw usageError('which invoice?', 'FILE, or --invoice ID for one of the chain')
  if (file !== undefined) return orThrow(parsePlainInvoice(await readJson(file)))
  const client = await connect()
  const { value } = await client.query<{ readonly invoice: Json }>('invoices', 'invoice', { invoiceId: invoiceId as string })
  return orThrow(plainOfInvoice(orThrow(invoiceCodec.parseJson(value.invoice))))
}
