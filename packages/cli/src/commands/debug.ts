import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BundleFile } from '@hanse/node'
import { CONFIG_FILE } from '@hanse/node/outside'
import { reject } from '@hanse/primitives'
import { createTarGzip } from 'nanotar'
import { CliError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { byteSize, mark } from '../terminal/output.ts'

interface BundleFlags {
  readonly out?: string
  readonly log?: string
}

/** Of its owner alone: the findings tell an attacker where to look. */
const OWNER_ONLY_FILE = 0o600

export const registerDebug: Register = (debug, run) => {
  debug
    .command('bundle')
    .description('one archive with configuration, findings, status, metrics and the end of the log; secrets are left out')
    .option('--out <file>', 'the archive; default: hanse-debug-TIME.tar.gz')
    .option('--log <file>', 'take the end of this log, where the configuration names none')
    .action(async (flags: BundleFlags) => await run(async (context) => await bundle(context, flags)))
}

async function bundle({ home, output }: Context, { out, log }: BundleFlags): Promise<void> {
  if (!existsSync(home)) {
    throw new CliError(reject('config/not-found', `there is no folder ${home}`, { hint: 'Name a node’s: hanse debug bundle --home DIR' }))
  }
  const nowMs = Date.now()
  const name = `hanse-debug-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}`
  const file = resolve(out ?? `${name}.tar.gz`)
  if (existsSync(file)) throw new CliError(reject('cli/exists', `${file} exists`, { hint: 'Choose another --out.' }))
  const { collectBundle } = await import('@hanse/node')
  const collected = await collectBundle(home, { nowMs, ...(log === undefined ? {} : { logFile: resolve(log) }) })
  const files = [...collected, listOf(collected)]
  const members = files.map(({ name: member, text }) => ({ name: `${name}/${member}`, data: Buffer.from(text) }))
  const archive = await createTarGzip(members, { attrs: { mode: '644', mtime: nowMs, user: 'hanse', group: 'hanse' } })
  await writeFile(file, archive, { flag: 'wx', mode: OWNER_ONLY_FILE })
  const shown = files.map(({ name: member, text, about }) => ({ name: member, sizeBytes: Buffer.byteLength(text), about }))
  output.table(
    ['in it', 'size', 'is'],
    shown.map(({ name: member, sizeBytes, about }) => [member, byteSize(sizeBytes), about]),
  )
  output.line()
  output.line(mark.good(`${file}, ${byteSize(archive.length)}`))
  output.line('  Keys, passwords and hashes of access keys are left out; look through it before you send it.')
  output.result({ file, sizeBytes: archive.length, files: shown })
}

function listOf(files: readonly BundleFile[]): BundleFile {
  const lines = files.map(({ name, about }) => `${name.padEnd(14)} ${about}`)
  const text = [...lines, '', `Of ${CONFIG_FILE} and the log, what is secret is left out.`, ''].join('\n')
  return { name: 'CONTENTS.txt', about: 'this list', text }
}
