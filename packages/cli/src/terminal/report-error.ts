import pc from 'picocolors'
import type { CliError } from '../cli-error.ts'
import { EXIT_CODE } from '../exit-code.ts'

/** What to try where the refusal itself does not know the command line. */
const TRY: Readonly<Record<string, string>> = {
  'sdk/unreachable': 'start a node (npm run devnet), or name another one: --rpc URL',
}

function tryLine({ rejection, exitCode }: CliError): string {
  const known = TRY[rejection.code] ?? rejection.hint
  return known ?? (exitCode === EXIT_CODE.usage ? 'hanse --help' : 'hanse COMMAND --help')
}

/** One line that says what is wrong and one that says what to do; in JSON mode one document on standard output. */
export function reportError(error: CliError, isJson: boolean): void {
  const { rejection, data } = error
  const { code, message, path } = rejection
  const tryThis = tryLine(error)
  if (isJson) {
    const members = { code, message, ...(path === undefined ? {} : { path }), try: tryThis, ...data }
    process.stdout.write(`${JSON.stringify({ error: members }, undefined, 2)}\n`)
    return
  }
  const place = path === undefined || path === '' ? '' : ` (${path})`
  const shownCode = code.startsWith('cli/') ? '' : ` [${code}]`
  const oneLine = `${message}${place}${shownCode}`.replace(/\s*\n\s*/g, ' ')
  process.stderr.write(`${pc.red('✖')} ${oneLine}\n  Try: ${tryThis}\n`)
}
