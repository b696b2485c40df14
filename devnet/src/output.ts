import { colors as pc } from './colors.ts'

/** Where a command writes: for people line by line, or one JSON document on standard output. */
export interface Output {
  readonly json: boolean
  /** Whether what `live` shows is overwritten: on a terminal. */
  readonly isLive: boolean
  /** A line for people; goes nowhere in JSON mode. */
  line(text?: string): void
  /** The beginning of a line that `line` ends. */
  begin(text: string): void
  /** A line that the next call overwrites, where that can be; elsewhere it stays. */
  live(text: string): void
  /** The result in JSON mode. */
  result(value: object): void
  /** What the person at the terminal must hear, also when standard output goes to a reader that has left. */
  last(text: string): void
  /** Resolves when nobody reads any more: `| head` has enough, `| tee` has died. What is written then goes nowhere. */
  readonly closed: Promise<void>
}

export function createOutput(json: boolean): Output {
  const isLive = !json && process.stdout.isTTY === true
  let isShowing = false
  let isClosed = false
  const closed = readerLeaves().then(() => {
    isClosed = true
  })
  const write = (text: string): void => {
    if (json) return
    process.stdout.write(isShowing ? `\r\x1b[K${text}` : text)
    isShowing = false
  }
  return {
    json,
    isLive,
    line: (text = '') => write(`${text}\n`),
    begin: write,
    live: (text) => {
      write(isLive ? ` ${pc.dim(text)}` : ` ${text}\n`)
      isShowing = isLive
    },
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    last: (text) => {
      if (isClosed) process.stderr.write(`${text}\n`)
      else write(`${text}\n`)
    },
    closed,
  }
}

function readerLeaves(): Promise<void> {
  // `2>&1 | head` closes both; what is said on standard error is heard or not, and ends nothing.
  process.stderr.on('error', throwUnlessClosed)
  return new Promise((resolve) => {
    process.stdout.on('error', (error) => {
      throwUnlessClosed(error)
      resolve()
    })
  })
}

function throwUnlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

export const check = (text: string): string => ` ${pc.green('✔')} ${text}`
export const cross = (text: string): string => ` ${pc.red('✖')} ${text}`

/** An expected failure of a command: one line that says what is wrong and one that says what to do. */
export class DevnetError extends Error {
  override readonly name = 'DevnetError'
  readonly code: string
  readonly tryThis: string
  readonly exitCode: number

  constructor(code: string, message: string, tryThis: string, exitCode = 1) {
    super(message)
    this.code = code
    this.tryThis = tryThis
    this.exitCode = exitCode
  }
}

export function shortHash(hash: string): string {
  return `${hash.slice(0, 6)}…${hash.slice(-4)}`
}
