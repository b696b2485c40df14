import type { Rejection } from '@hanse/primitives'
import type { CliError } from '../cli-error.ts'
import { errorColors } from './colors.ts'

/** How an error is told: `help` is the command that explains the one that failed. */
export interface ReportOptions {
  readonly isJson: boolean
  /** In JSON mode: on one line, after lines that are results. */
  readonly isStream?: boolean
  readonly help: string
}

/** Whether a reader sees the reason without being told it once more. */
function isTold(reason: string | undefined, { code, message }: Rejection): boolean {
  return reason === undefined || message.includes(reason) || code.includes(reason)
}

/** One line that says what is wrong and one that says what to do; in JSON mode one document on standard output. */
export function reportError({ rejection, data }: CliError, { isJson, isStream = false, help }: ReportOptions): void {
  const { code, message, path, reason, hint = help } = rejection
  if (isJson) {
    const members = {
      code,
      message,
      ...(path === undefined ? {} : { path }),
      ...(reason === undefined ? {} : { reason }),
      try: hint,
      ...data,
    }
    process.stdout.write(`${JSON.stringify({ error: members }, undefined, isStream ? 0 : 2)}\n`)
    return
  }
  const place = path === undefined || path === '' ? '' : ` (${path})`
  const shownCode = code.startsWith('cli/') ? '' : ` [${code}${isTold(reason, rejection) ? '' : `, ${reason}`}]`
  const oneLine = `${message}${place}${shownCode}`.replace(/\s*\n\s*/g, ' ')
  process.stderr.write(`${errorColors.red('✖')} ${oneLine}\n  Try: ${hint}\n`)
}
