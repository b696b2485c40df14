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

/** JSON lines on standard output, or on `destination`. */
export function createLogger(options: { readonly level: LogLevel; readonly node: string }, destination?: DestinationStream): Logger {
  const settings = { level: options.level, base: { node: options.node }, timestamp: pino.stdTimeFunctions.isoTime }
  return wrap(destination === undefined ? pino(settings) : pino(settings, destination))
}

function wrap(logger: Pino): Logger {
  return {
    fatal: (fields, message) => logger.fatal(fields, message),
    error: (fields, message) => logger.error(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    info: (fields, message) => logger.info(fields, message),
    debug: (fields, message) => logger.debug(fields, message),
    trace: (fields, message) => logger.trace(fields, message),
    child: (fields) => wrap(logger.child(fields)),
  }
}
