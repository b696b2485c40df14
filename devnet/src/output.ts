import pc from 'picocolors'

/** Where a command writes: for people line by line, or one JSON document on standard output. */
export interface Output {
  readonly json: boolean
  /** A line for people; goes nowhere in JSON mode. */
  line(text?: string): void
  /** A line that the next call overwrites, on a terminal only. */
  live(text: string): void
  /** The result in JSON mode. */
  result(value: object): void
}

export function createOutput(json: boolean): Output {
  const isTerminal = process.stdout.isTTY === true
  let isLive = false
  const clearLive = (): void => {
    if (isLive) process.stdout.write('\r\x1b[K')
    isLive = false
  }
  return {
    json,
    line: (text = '') => {
      if (json) return
      clearLive()
      process.stdout.write(`${text}\n`)
    },
    live: (text) => {
      if (json || !isTerminal) return
      process.stdout.write(`\r\x1b[K ${pc.dim(text)}`)
      isLive = true
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
