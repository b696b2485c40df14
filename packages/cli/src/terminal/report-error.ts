import type { CliError } from '../cli-error.ts'
import { errorColors } from './colors.ts'

/** How an error is told: `help` is the command that explains the one that failed. */
export interface ReportOptions {
  readonly isJson: boolean
  /** In JSON mode: on one line, after lines that are results. */
  readonly isStream?: boolean
  readonly help: string
}

/** One line that says what is wrong and one that says what to do; in JSON mode one document on standard output. */
export function reportError({ rejection, data }: CliError, { isJson, isStream = false, help }: ReportOptions): void {
  const { code, message, path, hint = help } = rejection
  if (isJson) {
    const members = { code, message, ...(path === undefined ? {} : { path }), try: hint, ...data }
    process.stdout.write(`${JSON.stringify({ error: members }, undefined, isStream ? 0 : 2)}\n`)
    return
  }
  const place = path === undefined || path === '' ? '' : ` (${path})`
  const shownCode = code.startsWith('cli/') ? '' : ` [${code}]`
  const oneLine = `${message}${place}${shownCode}`.replace(/\s*\n\s*/g, ' ')
  process.stderr.write(`${errorColors.red('✖')} ${oneLine}\n  Try: ${hint}\n`)
}
