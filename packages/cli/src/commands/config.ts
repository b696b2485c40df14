import { join, resolve } from 'node:path'
import type { ConfigFinding } from '@hanse/node'
import type { ShownSetting } from '@hanse/node/folder'
import { CONFIG_FILE } from '@hanse/node/outside'
import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { shellQuoted } from '../completion/scripts.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { mark } from '../terminal/output.ts'

/** `hanse node config …`, and the same as `hanse config …`. */
export const registerConfig: Register = (config, run) => {
  config
    .command('show')
    .description('what the configuration of HANSE_HOME says, and on which line; secrets are not shown')
    .option('--effective', 'every setting, the defaults too', false)
    .action(async (options: { readonly effective: boolean }) => await run(async (context) => await show(context, options)))

  config
    .command('validate')
    .argument('[file]', 'default: config.toml of HANSE_HOME')
    .description('every fault of a configuration and of the files that it names; exit code 1 when the node would not start')
    .action(async (file: string | undefined) => await run(async (context) => await validate(context, file)))
}

async function show({ home, output }: Context, options: { readonly effective: boolean }): Promise<void> {
  const file = join(home, CONFIG_FILE)
  const { readConfigSource, viewConfig } = await import('@hanse/node/folder')
  const settings = viewConfig(orThrow(await readConfigSource(file)), options)
  output.table(
    ['setting', 'value', 'from'],
    settings.map((setting) => [setting.path, valueText(setting.value), originText(setting)]),
  )
  output.result({ file, settings })
}

function valueText(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value)
}

function originText({ from, line }: ShownSetting): string {
  return line === undefined ? from : `line ${line}`
}

async function validate({ home, output }: Context, given: string | undefined): Promise<ExitCode> {
  const file = given === undefined ? join(home, CONFIG_FILE) : resolve(given)
  const { validateConfig } = await import('@hanse/node')
  const findings = await validateConfig(file)
  const valid = findings.every(({ severity }) => severity !== 'error')
  for (const finding of findings) {
    const sign = finding.severity === 'error' ? mark.bad : mark.warning
    output.line(`${sign(findingText(finding))}\n    ${mark.dim('→')} ${finding.hint}`)
  }
  if (valid) output.line(mark.good(findings.length === 0 ? `${file} is in order` : `${file}: a node starts with it`))
  else
    output.line(
      `${mark.bad(`${file}: a node does not start with it`)}\n  Try: mend it as told above, then hanse config validate ${shellQuoted(file)}`,
    )
  output.result({ file, valid, findings })
  return valid ? EXIT_CODE.ok : EXIT_CODE.failed
}

function findingText({ line, message }: ConfigFinding): string {
  return line === undefined ? message : `line ${line}: ${message}`
}
