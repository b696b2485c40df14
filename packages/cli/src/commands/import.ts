import { loadPartyMap, type PartyMap, plainOf, unreadElements } from '@hanse/documents'
import type { Rejection } from '@hanse/primitives'
import type { FinalReceipt, Signer } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { brokenOff } from '../import/broken-off.ts'
import { findDocuments } from '../import/find-files.ts'
import { createGate, workInOrder } from '../import/in-order.ts'
import { type JudgedFile, judgeFile } from '../import/judge-document.ts'
import { showRefusal } from '../import/show-refusal.ts'
import { submitInvoice } from '../import/submit-invoice.ts'
import { readJson } from '../json.ts'
import { DEMO_HELP, demoReference, KEY_HELP, signerOf } from '../keys/key-reference.ts'
import { integerOption } from '../options.ts'
import { mark, type Output } from '../terminal/output.ts'
import { createProgress } from '../terminal/progress.ts'
import { registerImportPacs008 } from './import-pacs008.ts'
import { registerImportTrade } from './import-trade.ts'

const TIMEOUT_SECONDS_DEFAULT = 30
/**
 * Documents that are on their way to the chain at a time: a block that waits for one takes the others along. Each has a connection of
 * its own, and a node gives a client 128.
 */
const IN_FLIGHT_MAX = 96
/** Documents under way: while the chain has some, the next are judged, so that neither waits for the other. */
const UNDER_WAY_MAX = 2 * IN_FLIGHT_MAX

interface ImportFlags {
  readonly map?: string
  readonly dryRun: boolean
  readonly key?: string
  readonly demo?: string
  readonly passwordFile?: string
  readonly timeout: number
}

/** A file's way to the chain: judged, and issued unless this is a dry run or it was refused. */
interface ImportedFile extends JudgedFile {
  readonly receipt?: FinalReceipt
}

/** What is kept of it: the document is let go, as a folder may hold ten thousand. */
interface DoneFile {
  readonly file: string
  readonly refusal: Rejection | undefined
  /** In JSON. */
  readonly item: object
}

export const registerImport: Register = (group, run) => {
  registerUbl(group, run)
  registerImportTrade(group, run)
  registerImportPacs008(group, run)
}

const registerUbl: Register = (group, run) => {
  group
    .command('ubl')
    .argument('<file...>', 'UBL 2.1 invoices, or folders that hold some')
    .description('judge invoices by EN 16931, bind their parties to registered ones, and issue them')
    .option('--map <file>', 'which registered party a document’s party is: packages/documents/README.md, "Party map"')
    .option('--dry-run', 'judge only; needs no node, and no map when the parties are not to be bound', false)
    .option('--key <key>', 'KEY of an operator of the seller; on a devnet demo:PARTY/OPERATOR')
    .option('--demo <party/operator>', DEMO_HELP)
    .option('--password-file <file>', 'file whose first line is the password; else HANSE_PASSWORD, else a prompt')
    .option('--timeout <seconds>', 'how long an invoice may take to be final', integerOption(1, 3_600), TIMEOUT_SECONDS_DEFAULT)
    .addHelpText('after', `\n${KEY_HELP}.`)
    .action(async (paths: readonly string[], flags: ImportFlags) => await run(async (context) => await importUbl(paths, flags, context)))
}

async function importUbl(paths: readonly string[], flags: ImportFlags, context: Context): Promise<ExitCode> {
  const { output } = context
  const map = flags.map === undefined ? undefined : orThrow(loadPartyMap(await readJson(flags.map)))
  if (map === undefined && !flags.dryRun) throw usageError('who are the parties?', '--map FILE, or --dry-run to judge only')
  const files = await findDocuments(paths)
  const issue = flags.dryRun ? undefined : await createIssuer(flags, context)
  const imported: DoneFile[] = []
  const isWhole = flags.dryRun && output.isJson
  const progress = createProgress(flags.dryRun ? 'judging' : 'issuing', files.length)
  try {
    const onDone = (one: ImportedFile): void => {
      imported.push({ file: one.file, refusal: one.refusal, item: itemOf(one, isWhole) })
      progress.clear()
      showFile(one, output)
      progress.advance()
    }
    await workInOrder(files, UNDER_WAY_MAX, async (file) => await importFile(file, map, issue), onDone)
  } catch (error) {
    const items = imported.map(({ item }) => item)
    throw brokenOff(error, items, files.length)
  } finally {
    progress.clear()
  }
  return summarize(imported, flags, output)
}

type Issue = (file: JudgedFile) => Promise<ImportedFile>

async function importFile(file: string, map: PartyMap | undefined, issue: Issue | undefined): Promise<ImportedFile> {
  const judged = await judgeFile(file, map)
  return issue === undefined || judged.refusal !== undefined ? judged : await issue(judged)
}

async function createIssuer(flags: ImportFlags, { connect, home, rpcUrl }: Context): Promise<Issue> {
  const { key, demo, timeout } = flags
  if ((key === undefined) === (demo === undefined))
    throw usageError('who issues them?', '--key KEY of an operator of the seller, or --key demo:PARTY/maker on a devnet')
  const client = await connect()
  const { chainId } = (await client.chain()).genesis
  const signer: Signer = await signerOf(key ?? demoReference(demo ?? ''), { home, chainId, rpcUrl, ...flags })
  const gate = createGate(IN_FLIGHT_MAX)
  return async (judged) => {
    const { document, params } = judged
    if (document === undefined || params === undefined) throw new Error('a file that was not refused has params')
    const issued = await gate(async () => await submitInvoice(client, signer, document, params, timeout * 1000))
    return issued.ok ? { ...judged, receipt: issued.value } : { ...judged, refusal: issued.error }
  }
}

function showFile({ file, judgement, refusal, receipt, params }: ImportedFile, output: Output): void {
  const verdict = judgement === undefined ? 'unreadable' : judgement.valid ? 'valid' : 'invalid'
  const { rules, errors, warnings } = judgement?.summary ?? { rules: 0, errors: 0, warnings: 0 }
  const counts = judgement === undefined ? '' : ` · ${rules} rules · ${errors} errors · ${warnings} warnings`
  const state = receipt === undefined ? (params === undefined ? '' : ' · parties bound') : ` · issued at height ${receipt.height}`
  output.line(refusal === undefined ? mark.good(`${file}  ${verdict}${counts}${state}`) : mark.bad(`${file}  ${verdict}${counts}`))
  if (refusal !== undefined) showRefusal(refusal, output)
  if (judgement !== undefined && judgement.findings.length > 0) {
    output.table(
      ['rule', 'severity', 'line', 'element', 'what is wrong'],
      judgement.findings.map(({ rule, severity, line, path, message }) => [rule, severity, line, path, message]),
    )
  }
}

/** A file in JSON; with its terms, and what is none, when that is asked for. */
function itemOf({ file, document, judgement, params, refusal, receipt }: ImportedFile, isWhole: boolean): object {
  return {
    file,
    ...(document === undefined || !isWhole ? {} : { document: plainOf(document), unread: unreadElements(document) }),
    ...(judgement === undefined ? {} : { valid: judgement.valid, summary: judgement.summary, findings: judgement.findings }),
    ...(params === undefined ? {} : { params }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(receipt === undefined ? {} : { receipt }),
  }
}

function summarize(files: readonly DoneFile[], { dryRun }: ImportFlags, output: Output): ExitCode {
  const refused = files.filter(({ refusal }) => refusal !== undefined)
  const accepted = files.length - refused.length
  output.line()
  output.line(
    `${files.length} ${files.length === 1 ? 'document' : 'documents'}: ${accepted} ${dryRun ? 'good' : 'issued'}, ${refused.length} refused`,
  )
  const items = files.map(({ item }) => item)
  const data = { dryRun, documents: files.length, accepted, refused: refused.length, items }
  const [first] = refused
  if (first?.refusal === undefined) {
    output.result(data)
    return EXIT_CODE.ok
  }
  if (output.isJson) {
    output.result(data)
    return EXIT_CODE.failed
  }
  const { refusal } = first
  throw new CliError({ ...refusal, message: `${refused.length} of ${files.length} refused, the first ${first.file}: ${refusal.message}` })
}
