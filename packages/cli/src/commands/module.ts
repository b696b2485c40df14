import { resolve } from 'node:path'
import { readModulePackage } from '@hanse/node/folder'
import { reject } from '@hanse/primitives'
import { CliError, orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { readJson } from '../json.ts'
import type { ModuleReport } from '../module/check-module.ts'
import { linkPackages, newModule } from '../module/new-module.ts'
import { mark, type Output } from '../terminal/output.ts'

export const registerModule: Register = (module, run) => {
  module
    .command('new')
    .argument('<name>', 'what the chain will call it: lower-case letters, digits, hyphens')
    .description('write a working module with its tests, to begin from')
    .option('--dir <dir>', 'where; default: a folder of that name, here')
    .action(
      async (name: string, { dir = name }: { readonly dir?: string }) =>
        await run(async ({ output }) => await create(name, resolve(dir), output)),
    )

  module
    .command('link')
    .argument('<dir>', 'the folder of a module')
    .description('let a module’s folder find this software’s packages, after a clone')
    .action(
      async (dir: string) =>
        await run(async ({ output }) => {
          await linkPackages(resolve(dir))
          output.line(mark.good(`${dir}/node_modules/@hanse leads to this software`))
          output.result({ dir: resolve(dir) })
        }),
    )

  module
    .command('hash')
    .argument('<dir>', 'the folder of a module')
    .description('the hash of a module’s files: what genesis or a proposal names')
    .action(
      async (dir: string) =>
        await run(async ({ output }) => {
          const { hash, entry, files } = orThrow(await readModulePackage(dir))
          output.line(hash)
          output.result({ hash, entry, files })
        }),
    )

  module
    .command('check')
    .argument('<dir>', 'the folder of a module')
    .description('whether a node would load a module, and what in it does not belong there; exit code 1 when anything is found')
    .option('--genesis <file>', 'JSON that its initGenesis is tried with; - is standard input')
    .action(
      async (dir: string, { genesis }: { readonly genesis?: string }) =>
        await run(async ({ output }) => {
          const { checkModule } = await import('../module/check-module.ts')
          report(await checkModule(dir, genesis === undefined ? undefined : await readJson(genesis)), output)
        }),
    )
}

async function create(name: string, dir: string, output: Output): Promise<void> {
  await newModule(name, dir)
  const { hash } = orThrow(await readModulePackage(dir))
  output.line(mark.good(`${dir} has the module ${name}`))
  output.line()
  output.line(`  cd ${dir} && npm test     # Node 22.18 or later`)
  output.line(`  hanse module check ${dir}`)
  output.result({ name, dir, hash })
}

function report(found: ModuleReport, output: Output): void {
  const { name, version, hash, files, commands, queries, events, findings, notes } = found
  output.line(mark.good(`${name} version ${version} is a module`))
  output.fields([
    ['hash', hash],
    ['files', files.length],
    ['commands', commands.join(', ')],
    ['queries', queries.join(', ')],
    ['events', events.join(', ')],
  ])
  for (const note of notes) output.line(mark.warning(note))
  for (const { place, message } of findings) output.line(mark.bad(`${place}: ${message}`))
  if (findings.length > 0) {
    const hint = 'docs/modules.md says what may not be in a module, and why.'
    throw new CliError(
      reject('module/check-failed', `${findings.length} finding${findings.length === 1 ? '' : 's'} in ${name}`, { hint }),
      { data: { findings } },
    )
  }
  output.line(mark.good('nothing was found in it that does not belong there'))
  output.result(found)
}
