import { judgeInvoice, parsePlainInvoice, readUbl, writeUbl } from '@hanse/documents'
import { CliError, orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { giveDocument, OUT_OPTION } from '../export/give-document.ts'
import { brokenRules } from '../import/judge-document.ts'
import { readJson } from '../json.ts'

const VERSIONS = { invoice: 'UBL 2.1 Invoice', 'credit-note': 'UBL 2.1 CreditNote' } as const

export const registerExportUbl: Register = (group, run) => {
  group
    .command('ubl')
    .argument('<file>', 'an invoice by its terms in JSON, as `import ubl --dry-run --json` gives it in `document`; - is standard input')
    .description('write an invoice or a credit note as UBL 2.1; it must keep the rules of EN 16931')
    .option(...OUT_OPTION)
    .action(
      async (file: string, { out }: { readonly out?: string }) => await run(async (context) => await exportInvoice(file, out, context)),
    )
}

async function exportInvoice(file: string, out: string | undefined, context: Context): Promise<void> {
  const plain = orThrow(parsePlainInvoice(await readJson(file)))
  const xml = orThrow(writeUbl(plain))
  const judgement = judgeInvoice(orThrow(readUbl(xml)))
  if (!judgement.valid) throw new CliError(brokenRules(judgement), { data: { findings: judgement.findings } })
  await giveDocument({ version: VERSIONS[plain.kind], xml }, out, context)
}
