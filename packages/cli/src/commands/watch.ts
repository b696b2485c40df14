import type { Json } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { Argument } from 'commander'
import { parseAssignments } from '../assignments.ts'
import { asUsage, toCliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { shellQuoted } from '../completion/scripts.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { isJsonObject } from '../json.ts'
import { integerOption } from '../options.ts'
import { mark, type Output, shortHex } from '../terminal/output.ts'
import { headerLine, rowLine } from '../watch/live-table.ts'
import { type Names, TOPIC_VIEWS, TOPICS, type WatchTopic } from '../watch/topics.ts'

const FILTERS = `Filters, by topic; what is given must all fit:
  transactions  sender= module= command= outcome=success|rejected
  events        module= type= attributes.NAME=
  consensus     types=view-left,final,…
  node          types=state,peer-connected,…

It goes on by itself when the connection broke, without gap or repetition. Ctrl-C ends it and
tells the cursor to go on from; exit code 0.`

interface WatchFlags {
  readonly from?: number | string
  readonly count?: number
}

export const registerWatch: Register = (command, run) => {
  command
    .addArgument(new Argument('<topic>', 'what to watch').choices(TOPICS))
    .argument('[name=value...]', 'filter')
    .option('--from <position>', 'a height, a cursor, earliest or latest; default: what comes from now on', positionOption)
    .option('--count <n>', 'end after so many', integerOption(1, Number.MAX_SAFE_INTEGER))
    .addHelpText('after', `\n${FILTERS}`)
    .action(
      async (topic: WatchTopic, words: readonly string[], flags: WatchFlags) =>
        await run(async (context) => await watch(topic, words, flags, context)),
    )
}

function positionOption(text: string): number | string {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : text
}

/** `types=view-left,final` is a list; all else is as `name=value` words are everywhere. */
function filterOf(words: readonly string[]): Json | undefined {
  if (words.length === 0) return undefined
  const filter = parseAssignments(words)
  if (!isJsonObject(filter)) throw usageError('a filter is of name=value words', 'hanse watch --help')
  const { types } = filter
  return typeof types === 'string' ? { ...filter, types: types.split(',') } : filter
}

/** Ends the iteration at Ctrl-C; a second one ends the process. */
function untilInterrupted(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const end = (): void => controller.abort()
  process.once('SIGINT', end).once('SIGTERM', end)
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', end).off('SIGTERM', end)
    },
  }
}

async function namesOf(client: HanseClient, output: Output): Promise<Names> {
  const isCut = process.stdout.isTTY === true && !output.isJson
  const { items } = await client.call('consensus_getValidators')
  return {
    validator: (index) => items[index]?.organization ?? `validator ${index}`,
    hash: (hash) => (isCut ? shortHex(hash) : hash),
  }
}

async function watch(
  topic: WatchTopic,
  words: readonly string[],
  { from, count }: WatchFlags,
  context: Context,
): Promise<typeof EXIT_CODE.ok> {
  const { connect, output } = context
  const client = await connect()
  output.beginStream()
  const filter = filterOf(words)
  const names = await namesOf(client, output)
  const { signal, stop } = untilInterrupted()
  const position = new Position(output)
  const options = {
    ...(from === undefined ? {} : { from }),
    ...(filter === undefined ? {} : { filter: filter as never }),
    signal,
    ...position.hooks,
  }
  const show = rowWriter(topic, names, output)
  let left = count ?? Number.POSITIVE_INFINITY
  try {
    for await (const { cursor, data } of client.subscribe<WatchTopic>(topic, options)) {
      position.cursor = cursor
      show(cursor, data)
      left -= 1
      if (left <= 0) break
    }
  } catch (error) {
    throw asUsage(error, 'hanse watch --help has the topics and their filters')
  } finally {
    stop()
  }
  if (position.cursor !== undefined) {
    output.note(`go on: hanse watch ${[topic, ...words].map(shellQuoted).join(' ')} --from ${position.cursor}`)
  }
  return EXIT_CODE.ok
}

/** Where the subscription stands, and what people are told when its connection breaks. */
class Position {
  cursor: string | undefined
  readonly hooks: { readonly onOpen: (cursor: string) => void; readonly onLost: (error: unknown) => void }

  constructor(output: Output) {
    let isLost = false
    this.hooks = {
      onOpen: (cursor) => {
        this.cursor = cursor
        if (isLost) output.note(mark.good(`connected again, going on after ${cursor}`))
        isLost = false
      },
      onLost: (error) => {
        isLost = true
        output.note(mark.bad(`connection lost (${toCliError(error).rejection.message}); trying again until Ctrl-C`))
      },
    }
  }
}

function rowWriter(topic: WatchTopic, names: Names, output: Output): (cursor: string, data: object) => void {
  const { columns, row } = TOPIC_VIEWS[topic]
  output.line(headerLine(columns))
  return (cursor, data) => {
    output.line(rowLine(columns, row(data, names), process.stdout.isTTY === true ? process.stdout.columns : undefined))
    output.item({ cursor, data })
  }
}
