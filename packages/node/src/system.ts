import { randomBytes } from 'node:crypto'
import type { Clock, Logger, LogLevel, Random } from '@hanse/ports'
import { type DestinationStream, multistream, type Logger as Pino, pino } from 'pino'

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  startTimer: (durationMs, onFire) => {
    const timer = setTimeout(onFire, durationMs)
    return { stop: () => clearTimeout(timer) }
  },
}

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

/** Lines that end the process are told on standard error too, where a service manager looks, when the log itself is a file. */
export function withFatalOnStderr(file: DestinationStream): DestinationStream {
  return multistream([
    { level: 'trace', stream: file },
    { level: 'fatal', stream: process.stderr },
  ])
}

/** A logger whose level, and that of its children, can change while it runs. */
export interface LevelLogger extends Logger {
  level(): LogLevel
  setLevel(level: LogLevel): void
}

interface LevelSwitch {
  level: LogLevel
  readonly onLine: (() => void) | undefined
}

/** As in pino: what is below the level that is set is not written. */
const SEVERITY: Readonly<Record<LogLevel, number>> = { fatal: 60, error: 50, warn: 40, info: 30, debug: 20, trace: 10 }

interface LoggerOptions {
  readonly level: LogLevel
  readonly node: string
  /** Called before each line. */
  readonly onLine?: (() => void) | undefined
}

/** JSON lines on standard output, or on `destination`. */
export function createLogger(options: LoggerOptions, destination?: DestinationStream): LevelLogger {
  const settings = { level: 'trace', base: { node: options.node }, timestamp: pino.stdTimeFunctions.isoTime }
  const current: LevelSwitch = { level: options.level, onLine: options.onLine }
  return {
    ...wrap(destination === undefined ? pino(settings) : pino(settings, destination), current),
    level: () => current.level,
    setLevel: (level) => {
      current.level = level
    },
  }
}

/** pino's own children keep the level that they were made with: so one switch stands before all of them. */
function wrap(logger: Pino, current: LevelSwitch): Logger {
  const at =
    (level: LogLevel): Logger[LogLevel] =>
    (fields, message) => {
      if (SEVERITY[level] < SEVERITY[current.level]) return
      current.onLine?.()
      logger[level](fields, message)
    }
  return {
    ...{ fatal: at('fatal'), error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug'), trace: at('trace') },
    child: (fields) => wrap(logger.child(fields), current),
  }
}
