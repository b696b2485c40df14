import { colors as pc } from './colors.ts'

/** Where a command writes: for people line by line, or one JSON document on standard output. */
export interface Output {
  readonly json: boolean
  /** Whether `live` shows anything: on a terminal only. */
  readonly isLive: boolean
  /** A line for people; goes nowhere in JSON mode. */
  line(text?: string): void
  /** The beginning of a line that `line` ends. */
  begin(text: string): void
  /** A line that the next call overwrites. */
  live(text: string): void
  /** The result in JSON mode. */
  result(value: object): void
}

export function createOutput(json: boolean): Output {
  const isLive = !json && process.stdout.isTTY === true
  let isShowing = false
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
      if (!isLive) return
      write(` ${pc.dim(text)}`)
      isShowing = true
    },
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
  }
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
