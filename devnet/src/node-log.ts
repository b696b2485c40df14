import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** Read from the end of a log: lines are short, and only the last ones are asked for. */
const TAIL_BYTES = 64 * 1024
const LEVELS: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }

interface LogLine {
  readonly level: number
  readonly time: string
  readonly msg: string
  readonly [field: string]: unknown
}

/** The last `count` lines of a node's log, as they were written. */
export function tailOfLog(path: string, count: number): readonly string[] {
  if (!existsSync(path)) return []
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES))
    readSync(file, bytes, 0, bytes.length, size - bytes.length)
    const lines = bytes.toString('utf8').trimEnd().split('\n')
    if (bytes.length < size) lines.shift()
    return lines.filter((line) => line !== '').slice(-count)
  } finally {
    closeSync(file)
  }
}

function parseLine(line: string): LogLine | undefined {
  try {
    const parsed: unknown = JSON.parse(line)
    return typeof parsed === 'object' && parsed !== null && 'msg' in parsed && 'level' in parsed ? (parsed as LogLine) : undefined
  } catch {
    return undefined
  }
}

/** `20:16:59.285 warn  peer banned · reason=…`. A line that is no log line, such as a crash report, stays as it is. */
export function readableLine(line: string): string {
  const parsed = parseLine(line)
  if (parsed === undefined) return line
  const { level, time, msg, node: _node, pid: _pid, hostname: _hostname, ...fields } = parsed
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return `${String(time).slice(11, 23)} ${(LEVELS[level] ?? '').padEnd(5)} ${msg}${rest.length === 0 ? '' : ` · ${rest.join(' ')}`}`
}

/** How the last run of a node ended, as far as its log tells. */
export type LastWords =
  | { readonly type: 'stopped'; readonly height: number }
  | { readonly type: 'fatal'; readonly message: string; readonly hint: string | undefined }
  | { readonly type: 'silent' }

const LINES_LOOKED_AT = 30

export function lastWords(path: string): LastWords {
  let foreign: string | undefined
  let stopped: LastWords | undefined
  for (const text of tailOfLog(path, LINES_LOOKED_AT).toReversed()) {
    const line = parseLine(text)
    if (line === undefined) foreign = text
    // A start that failed half-way stops in good order, too, right after it said why.
    else if (LEVELS[line.level] === 'fatal') return { type: 'fatal', message: line.msg, hint: line['hint'] as string | undefined }
    else if (line.msg === 'node stopped' && stopped === undefined) stopped = { type: 'stopped', height: Number(line['height']) }
    else break
  }
  if (stopped !== undefined) return stopped
  return foreign === undefined ? { type: 'silent' } : { type: 'fatal', message: foreign, hint: undefined }
}

/** The height that a node said it had when it stopped in good order. */
export function savedHeight(path: string): number | undefined {
  const last = lastWords(path)
  return last.type === 'stopped' ? last.height : undefined
}
