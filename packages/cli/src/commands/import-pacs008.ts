import { loadPartyMap } from '@hanse/documents'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { findDocuments } from '../import/find-files.ts'
import { type PaymentFile, readPayment } from '../import/read-payment.ts'
import { showRefusal } from '../import/show-refusal.ts'
import { readJson } from '../json.ts'
import { mark, type Output } from '../terminal/output.ts'
import { createProgress } from '../terminal/progress.ts'

interface PaymentFlags {
  readonly map?: string
  readonly dryRun: boolean
}

export const registerImportPacs008: Register = (group, run) => {
  group
    .command('pacs008')
    .argument('<file...>', 'ISO 20022 customer credit transfers (pacs.008), or folders that hold some')
    .description('read payments by ISO 20022, bind their agents to registered banks, and show what the chain would be told')
    .option('--map <file>', 'which registered bank a BIC is: packages/documents/README.md, "Party map"')
    .option('--dry-run', 'read and bind only; needs no node, and no map when the agents are not to be bound', false)
    .action(
      async (paths: readonly string[], flags: PaymentFlags) => await run(async (context) => await importPayments(paths, flags, context)),
    )
}

async function importPayments(paths: readonly string[], { map: mapFile, dryRun }: PaymentFlags, { output }: Context): Promise<ExitCode> {
  if (!dryRun) throw usageError('payments are read here, and not sent yet', '--dry-run')
  const map = mapFile === undefined ? undefined : orThrow(loadPartyMap(await readJson(mapFile)))
  const files = await findDocuments(paths)
  const payments: PaymentFile[] = []
  const progress = createProgress('reading', files.length)
  for (const file of files) {
    const payment = await readPayment(file, map)
    payments.push(payment)
    progress.clear()
    showPayment(payment, output)
    progress.advance()
  }
  progress.clear()
  return summarize(payments, output)
}

function showPayment({ file, document, plan, refusal }: PaymentFile, output: Output): void {
  const words = [file, document?.version ?? 'unreadable', ...(plan === undefined ? [] : ['agents bound'])].join('  ')
  output.line(refusal === undefined ? mark.good(words) : mark.bad(words))
  if (refusal !== undefined) showRefusal(refusal, output)
  if (document === undefined) return
  const { message, unread } = document
  output.line(JSON.stringify(plan ?? message, undefined, 2))
  if (unread.length === 0) return
  output.table(
    ['line', 'element that is not understood'],
    unread.map(({ line, path }) => [line, path]),
  )
}

function summarize(payments: readonly PaymentFile[], output: Output): ExitCode {
  const refused = payments.filter(({ refusal }) => refusal !== undefined)
  const [first] = refused
  output.line()
  output.line(
    `${payments.length} ${payments.length === 1 ? 'payment' : 'payments'}: ${payments.length - refused.length} good, ${refused.length} refused`,
  )
  const items = payments.map(({ file, document, plan, refusal }) => ({
    file,
    ...(document === undefined ? {} : { version: document.version, payment: document.message, unread: document.unread }),
    ...plan,
    ...(refusal === undefined ? {} : { refusal }),
  }))
  output.result({ dryRun: true, documents: payments.length, accepted: payments.length - refused.length, refused: refused.length, items })
  if (first?.refusal === undefined) return EXIT_CODE.ok
  if (output.isJson) return EXIT_CODE.failed
  const { refusal } = first
  throw new CliError({
    ...refusal,
    message: `${refused.length} of ${payments.length} refused, the first ${first.file}: ${refusal.message}`,
  })
}
