import { loadPartyMap } from '@hanse/documents'
import type { Json } from '@hanse/protocol'
import type { FinalReceipt, Signer } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { brokenOff } from '../import/broken-off.ts'
import { findDocuments } from '../import/find-files.ts'
import { workInOrder } from '../import/in-order.ts'
import { type PaymentFile, readPayment } from '../import/read-payment.ts'
import { showRefusal } from '../import/show-refusal.ts'
import { submitCall } from '../import/submit-call.ts'
import { readJson } from '../json.ts'
import { KEY_HELP, signerOf } from '../keys/key-reference.ts'
import { integerOption, repeated } from '../options.ts'
import { mark, type Output } from '../terminal/output.ts'
import { createProgress } from '../terminal/progress.ts'

const TIMEOUT_SECONDS_DEFAULT = 30
/** Payments that are on their way to the chain at a time, each with a connection. */
const IN_FLIGHT_MAX = 96

interface PaymentFlags {
  readonly map?: string
  readonly dryRun: boolean
  readonly key: readonly string[]
  readonly passwordFile?: string
  readonly timeout: number
}

/** A file's way to the chain. */
interface ImportedPayment extends PaymentFile {
  readonly receipt?: FinalReceipt
}

type Send = (payment: PaymentFile) => Promise<ImportedPayment>

export const registerImportPacs008: Register = (group, run) => {
  group
    .command('pacs008')
    .argument('<file...>', 'ISO 20022 customer credit transfers (pacs.008), or folders that hold some')
    .description('read payments by ISO 20022, bind their agents to registered banks, and initiate them')
    .option('--map <file>', 'which registered bank a BIC is: packages/documents/README.md, "Party map"')
    .option('--dry-run', 'read and bind only; needs no node, and no map when the agents are not to be bound', false)
    .option('--key <key>', 'KEY of an operator of the debtor’s bank; four eyes: give two', repeated, [] as readonly string[])
    .option('--password-file <file>', 'file whose first line is the password; else HANSE_PASSWORD, else a prompt')
    .option('--timeout <seconds>', 'how long a payment may take to be final', integerOption(1, 3_600), TIMEOUT_SECONDS_DEFAULT)
    .addHelpText('after', `\n${KEY_HELP}.`)
    .action(
      async (paths: readonly string[], flags: PaymentFlags) => await run(async (context) => await importPayments(paths, flags, context)),
    )
}

async function importPayments(paths: readonly string[], flags: PaymentFlags, context: Context): Promise<ExitCode> {
  const { output } = context
  const { map: mapFile, dryRun } = flags
  if (mapFile === undefined && !dryRun) throw usageError('which banks are the agents?', '--map FILE, or --dry-run to read only')
  const map = mapFile === undefined ? undefined : orThrow(loadPartyMap(await readJson(mapFile)))
  const files = await findDocuments(paths)
  const send = dryRun ? undefined : await createSender(flags, context)
  const payments: ImportedPayment[] = []
  const progress = createProgress(dryRun ? 'reading' : 'initiating', files.length)
  const work = async (file: string): Promise<ImportedPayment> => {
    const payment = await readPayment(file, map)
    return send === undefined || payment.refusal !== undefined ? payment : await send(payment)
  }
  try {
    await workInOrder(files, IN_FLIGHT_MAX, work, (payment) => {
      payments.push(payment)
      progress.clear()
      showPayment(payment, output)
      progress.advance()
    })
  } catch (error) {
    throw brokenOff(error, payments.map(itemOf), files.length)
  } finally {
    progress.clear()
  }
  return summarize(payments, dryRun, output)
}

async function createSender(flags: PaymentFlags, { connect, home, rpcUrl }: Context): Promise<Send> {
  const [first, ...others] = flags.key
  if (first === undefined) throw usageError('who initiates them?', '--key MAKER --key CHECKER of the debtor’s bank')
  const client = await connect()
  const options = { home, chainId: (await client.chain()).genesis.chainId, rpcUrl, ...flags }
  const signers: [Signer, ...Signer[]] = [await signerOf(first, options)]
  for (const reference of others) signers.push(await signerOf(reference, options))
  return async (payment) => {
    const { plan } = payment
    if (plan === undefined) throw new Error('a payment that was not refused has a plan')
    const params = plan.params as unknown as Json
    const sent = await submitCall(
      client,
      signers,
      { kind: 'pacs008', module: 'payments', command: 'initiate', params },
      flags.timeout * 1000,
    )
    if (sent.ok) return { ...payment, receipt: sent.value }
    const { path, ...refusal } = sent.error
    return { ...payment, refusal: path === undefined ? refusal : { ...refusal, path: path.replace(/^calls\.0\.params\./, '') } }
  }
}

function showPayment({ file, document, plan, refusal, receipt }: ImportedPayment, output: Output): void {
  const words = [file, document?.version ?? 'unreadable', ...(plan === undefined ? [] : ['agents bound'])]
  if (receipt !== undefined) {
    output.line(mark.good([...words, `initiated at height ${receipt.height}`].join('  ')))
    return
  }
  output.line(refusal === undefined ? mark.good(words.join('  ')) : mark.bad(words.join('  ')))
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

/** A file in JSON. */
function itemOf({ file, document, plan, refusal, receipt }: ImportedPayment): object {
  return {
    file,
    ...(document === undefined ? {} : { version: document.version, payment: document.message, unread: document.unread }),
    ...plan,
    ...(refusal === undefined ? {} : { refusal }),
    ...(receipt === undefined ? {} : { receipt }),
  }
}

function summarize(payments: readonly ImportedPayment[], dryRun: boolean, output: Output): ExitCode {
  const refused = payments.filter(({ refusal }) => refusal !== undefined)
  const [first] = refused
  const accepted = payments.length - refused.length
  const total = `${payments.length} ${payments.length === 1 ? 'payment' : 'payments'}`
  output.line()
  output.line(`${total}: ${accepted} ${dryRun ? 'good' : 'initiated'}, ${refused.length} refused`)
  output.result({ dryRun, documents: payments.length, accepted, refused: refused.length, items: payments.map(itemOf) })
  if (first?.refusal === undefined) return EXIT_CODE.ok
  if (output.isJson) return EXIT_CODE.failed
  const { refusal } = first
  throw new CliError({
    ...refusal,
    message: `${refused.length} of ${payments.length} refused, the first ${first.file}: ${refusal.message}`,
  })
}
