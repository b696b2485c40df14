import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNodeConfig } from '../../src/config.ts'
import { readModulePackage } from '../../src/own-modules/package-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'hanse-fuzz-'))
process.once('exit', () => {
  rm(folder, { recursive: true, force: true }).catch(() => undefined)
})
mkdirSync(join(folder, 'src'))
writeFileSync(join(folder, 'src/index.ts'), 'export const module = {}\n')

const CONFIG = `organization = "bank-a"

[p2p]
listen = ["127.0.0.1:10545"]

[rpc]
host = "127.0.0.1"
port = 7545

[keys]
consensus = "keys/consensus.json"
passwordFile = "password"

[log]
level = "info"
`
const PACKAGE = JSON.stringify(
  { name: 'loyalty', version: '1.0.0', type: 'module', exports: { '.': './src/index.ts' }, files: ['src'] },
  undefined,
  2,
)

async function read(
  label: string,
  path: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string; readonly path?: string } }> {
  if (label === 'config') return readNodeConfig(path)
  return readModulePackage(folder)
}

const FILES: Readonly<Record<string, string>> = { config: 'config.toml', module: 'package.json' }

export const target = {
  name: 'node-files',
  promise: 'a configuration, or the package.json of a module is read, or refused with a code; nothing throws',
  shape: 'text',
  seeds: () => [
    { label: 'config', bytes: Buffer.from(CONFIG) },
    { label: 'module', bytes: Buffer.from(PACKAGE) },
  ],
  check: async ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): Promise<string> => {
    const path = join(folder, FILES[label] ?? 'package.json')
    writeFileSync(path, bytes)
    const result = await read(label, path)
    if (result.ok) return 'accepted'
    if (!/^[a-z]+\/[a-z-]+$/.test(result.error.code)) throw new Error(`refused with ${result.error.code}`)
    return `${result.error.code} ${result.error.path ?? ''}`.slice(0, 80)
  },
}
