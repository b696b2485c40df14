import { constants } from 'node:os'

const SIGNAL_EXIT_BASE = 128

/** What a user can do something about: printed as `detail`, the message and one `Try:` line, without a stack. */
export class SetupError extends Error {
  constructor(message, hint, { exitCode = 1, detail = '' } = {}) {
    super(message)
    this.name = 'SetupError'
    this.hint = hint
    this.exitCode = exitCode
    this.detail = detail
  }
}

export function interruptedError(signal) {
  const exitCode = SIGNAL_EXIT_BASE + constants.signals[signal]
  return new SetupError(`Interrupted by ${signal}`, 'the same command again goes on from here', { exitCode })
}
