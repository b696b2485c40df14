import { writeFile } from 'node:fs/promises'
import { loadPartyMap, toTrade } from '@hanse/documents'
import { MODULES } from '@hanse/modules'
import { reject } from '@hanse/primitives'
import { parseAssignments } from '../assignments.ts'
import { CliError, orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { findDocuments } from '../import/find-files.ts'
import { readTradeFile, type TradeFile } from '../import/read-trade-file.ts'
import { isJsonObject, readJson } from '../json.ts'
import { repeated } from '../options.ts'
import { mark } from '../terminal/output.ts'

interface TradeFlags {
  readonly map: string
  readonly param: readonly string[]
  readonly out?: string
}

const ABOUT_PARAMS = `The rest of the issue is given with --param: certNo=… lineId=… clearingBank=… dueDate=… acceptUntilMs=….
hanse tx build --calls FILE takes what is written.`

export const registerImportTrade: Register = (group, run) => {
  group
    .command('trade')
    .argument('<file...>', 'invoices, orders, receipt advices and despatch advices of one trade in UBL 2.1, or folders that hold some')
    .description('match an invoice with its order and goods receipt, as a call of receivables.issue')
    .requiredOption('--map <file>', 'which registered party a document’s party is: packages/documents/README.md, "Party map"')
    .option('--param <name=value>', 'a param of receivables.issue that no document has; may stand several times', repeated, [])
    .option('--out <file>', 'where to write the calls, a new file; default: standard output')
    .addHelpText('after', `\n${ABOUT_PARAMS}`)
    .action(async (paths: readonly string[], flags: TradeFlags) => await run(async (context) => await importTrade(paths, flags, context)))
}

async function importTrade(paths: readonly string[], { map: mapFile, param, out }: TradeFlags, { output }: Context): Promise<void> {
  const issue = MODULES.find(({ name }) => name === 'receivables')?.commands['issue']
  const given = parseAssignments(param, issue?.params.jsonSchema)
  const map = orThrow(loadPartyMap(await readJson(mapFile)))
  const files: TradeFile[] = []
  for (const file of await findDocuments(paths)) files.push(await readTradeFile(file))
  const invoices = files.flatMap((file) => ('invoice' in file ? [file.invoice] : []))
  const papers = files.flatMap((file) => ('paper' in file ? [file] : []))
  if (invoices.length === 0) {
    throw new CliError(reject('import/no-invoice', `no invoice in ${paths.join(', ')}`, { hint: 'Name the invoice too.' }))
  }
  const trade = orThrow(toTrade({ invoices, papers }, map))
  const calls = [{ module: 'receivables', command: 'issue', params: { ...trade, ...(isJsonObject(given) ? given : {}) } }]
  const text = JSON.stringify(calls, undefined, 2)
  if (out === undefined) {
    output.line(text)
    output.result({ calls })
    return
  }
  await writeFile(out, `${text}\n`, { flag: 'wx' })
  for (const { paper } of papers) output.line(mark.good(`${paper.type} ${paper.reference}: ${paper.lines.length} lines`))
  output.line(mark.good(`${out}: receivables.issue on ${invoices.length === 1 ? 'an invoice' : `${invoices.length} invoices`}`))
  output.result({ calls, file: out })
}
