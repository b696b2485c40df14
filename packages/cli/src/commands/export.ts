import { Option } from 'commander'
import { parseAssignments } from '../assignments.ts'
import { asUsage, CliError, toCliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { csvLine, EXPORT_KINDS, EXPORT_SOURCES, type ExportKind, type ExportSource } from '../export/kinds.ts'
import { pagesOf } from '../export/pages.ts'
import { type ExportPlan, type ExportPosition, PartFile } from '../export/part-file.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { integerOption } from '../options.ts'
import { mark } from '../terminal/output.ts'
import { createProgress } from '../terminal/progress.ts'
import { registerExportPayment } from './export-payment.ts'
import { registerExportUbl } from './export-ubl.ts'

interface ExportFlags {
  readonly from: number
  readonly to?: number
  readonly out?: string
  readonly format?: 'jsonl' | 'csv'
}

const heightOption = integerOption(0, Number.MAX_SAFE_INTEGER)

const ABOUT: Readonly<Record<ExportKind, { readonly description: string; readonly filters?: string }>> = {
  blocks: { description: 'headers of final blocks, with what they hold' },
  transactions: {
    description: 'final transactions: who, when, what, and what became of them',
    filters: 'sender= party= module= command= outcome=success|rejected code= clientRef=',
  },
  events: { description: 'what the modules told of: every movement of money and paper', filters: 'module= type= attributes.NAME=' },
}

const COMPLETE = `Complete or an error: an index that is behind is waited for. With --out, an export that was
interrupted goes on when the same command is run again; FILE is there when all of it is.`

export const registerExport: Register = (group, run) => {
  registerItems(group, run)
  registerExportUbl(group, run)
  registerExportPayment(group, run)
}

const registerItems: Register = (group, run) => {
  for (const kind of EXPORT_KINDS) {
    const { description, filters } = ABOUT[kind]
    const command = group.command(kind).description(description)
    if (filters !== undefined) command.argument('[filter...]', `name=value: ${filters}`)
    command
      .option('--from <height>', 'the first height', heightOption, 0)
      .option('--to <height>', 'the last height; default: the head', heightOption)
      .option('--out <file>', 'where to write it; default: standard output')
      .addOption(new Option('--format <format>', 'jsonl or csv; default: by the name of the file, else jsonl').choices(['jsonl', 'csv']))
      .addHelpText('after', `\n${COMPLETE}`)
      .action(async (...given: readonly unknown[]) => {
        const [words, flags] = filters === undefined ? [[], given[0]] : [given[0], given[1]]
        await run(async (context) => await exportItems(kind, words as readonly string[], flags as ExportFlags, context))
      })
  }
}

async function exportItems(kind: ExportKind, words: readonly string[], flags: ExportFlags, context: Context): Promise<void> {
  const { connect, output } = context
  const { from, out } = flags
  const format = flags.format ?? (out?.endsWith('.csv') === true ? 'csv' : 'jsonl')
  if (format === 'csv' && out === undefined && output.isJson) throw usageError('CSV is no JSON', '--out FILE, or --format jsonl')
  const filter = parseAssignments(words)
  if (!isJsonObject(filter)) throw usageError('a filter is of name=value words', `hanse export ${kind} --help`)
  const client = await connect()
  const [{ genesisHash }, head] = await Promise.all([client.chain(), client.call('chain_getHeight')])
  const to = flags.to ?? head
  if (to > head) throw usageError(`the head is at height ${head}, before ${to}`, `--to ${head}, or without --to`)
  if (from > to) throw usageError(`the export would end at ${to}, before it begins at ${from}`)
  // Asked again later without --to, the range is that of the first time.
  const what = JSON.stringify([kind, filter, format, flags.to ?? 'head'])
  const plan: ExportPlan = { genesisHash, what, from, to }
  const job = { source: EXPORT_SOURCES[kind], filter, format, kind } as const
  await (out === undefined ? toOutput(job, plan, context) : toFile(job, plan, out, context)).catch((error: unknown) => {
    throw asUsage(error, `hanse export ${kind} --help has the filters`)
  })
}

interface Job {
  readonly kind: ExportKind
  readonly source: ExportSource
  readonly filter: JsonObject
  readonly format: 'jsonl' | 'csv'
}

function textOf({ format, source }: Job, items: readonly JsonObject[], isFirst: boolean): string {
  if (format === 'jsonl') return items.map((item) => `${JSON.stringify(item)}\n`).join('')
  return (isFirst ? csvLine(source.columns) : '') + items.map((item) => csvLine(source.row(item))).join('')
}

async function toOutput(job: Job, { from, to }: ExportPlan, { connect, output }: Context): Promise<void> {
  const client = await connect()
  output.beginStream()
  let items = 0
  let isFirst = true
  for await (const page of pagesOf({ ...job, client, to, start: { height: from } })) {
    await written(textOf(job, page.items, isFirst))
    isFirst = false
    items += page.items.length
  }
  output.note(mark.good(`${items} ${job.kind}, heights ${from} to ${to}, complete`))
}

/** A reader that is slow is waited for: the whole need not fit in memory. */
function written(content: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(content)) resolve()
    else process.stdout.once('drain', resolve)
  })
}

async function toFile(job: Job, wanted: ExportPlan, out: string, { connect, output }: Context): Promise<void> {
  const client = await connect()
  const { file, plan, position } = await PartFile.open(out, wanted)
  const { from, to, genesisHash } = plan
  if (position.items > 0) output.note(`going on after ${position.items} ${job.kind}`)
  const progress = createProgress(`exporting ${job.kind}`, to - from + 1)
  let { items } = position
  let isFirst = position.bytes === 0
  try {
    for await (const page of pagesOf({ ...job, client, to, start: position })) {
      items += page.items.length
      await file.append(textOf(job, page.items, isFirst), { ...page, items })
      isFirst = false
      progress.reach(heightReached(page) - from)
    }
  } catch (error) {
    await file.close()
    throw interrupted(asUsage(error, `hanse export ${job.kind} --help has the filters`), job.kind, items)
  } finally {
    progress.clear()
  }
  await file.finish()
  output.line(mark.good(`${out}: ${items} ${job.kind}, heights ${from} to ${to}, complete`))
  output.result({ file: out, kind: job.kind, format: job.format, items, from, to, genesisHash, complete: true })
}

/** In the midst of a range the items say where it is. */
function heightReached({
  items,
  height,
  cursor,
}: { readonly items: readonly JsonObject[] } & Pick<ExportPosition, 'height' | 'cursor'>): number {
  const last = items.at(-1)?.['height']
  return cursor !== undefined && typeof last === 'number' ? last : height
}

function interrupted(error: unknown, kind: ExportKind, items: number): CliError {
  const { rejection, exitCode, data } = toCliError(error)
  if (items === 0) return new CliError(rejection, { exitCode, data: { ...data, items, complete: false } })
  const message = `${rejection.message}; ${items} ${kind} are kept, the same command goes on after them`
  return new CliError({ ...rejection, message }, { exitCode, data: { ...data, items, complete: false } })
}
