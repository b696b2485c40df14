/**
 * fatal: the process ends. error: something is lost or someone must act. warn: it goes on, look when you can.
 * info: life cycle and rare events, never one line a block. debug: one line a decision. trace: one line a message.
 */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** Fields first, then a fixed message: `logger.info({ height }, 'node synced')`. No bytes from the network at info or above. */
export type LogFunction = (fields: Readonly<Record<string, unknown>>, message: string) => void

export interface Logger extends Readonly<Record<LogLevel, LogFunction>> {
  child(fields: Readonly<Record<string, unknown>>): Logger
}
