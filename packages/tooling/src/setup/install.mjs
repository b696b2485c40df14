import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { captureChild } from '../run-child.mjs'
import { withProgress } from './progress.mjs'
import { interruptedError, SetupError } from './setup-error.mjs'

const PNPM = 'pnpm@12.21.0'
const INSTALL = ['install', '--frozen-lockfile', '--ignore-scripts']
const STAMP = 'node_modules/.hanse/installed'
const SETTINGS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs']
const DEPENDENCY_FIELDS = ['name', 'dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']

/** Installs what the lockfile names, from the registry alone, unless what is installed was made from the same files. */
export async function ensureInstalled(root) {
  const wanted = fingerprint(root)
  if (readStamp(root) === wanted) return
  await withProgress('packages', () => install(root))
  writeFileSync(join(root, STAMP), wanted)
}

async function install(root) {
  // The project's .npmrc silences npm's banner; here that would also hide why npx failed.
  const parameters = ['-y', '--loglevel=error', PNPM, ...INSTALL]
  const { exitCode, output, interruptedBy } = await captureChild('npx', parameters, {
    cwd: root,
    shell: process.platform === 'win32',
  }).catch(noNpx)
  if (interruptedBy !== undefined) throw interruptedError(interruptedBy)
  if (exitCode === 0) return
  throw new SetupError(`Installing the packages failed: npx -y ${PNPM} ${INSTALL.join(' ')}`, hintFor(output), { detail: output })
}

function noNpx(error) {
  throw new SetupError(`npx could not be started: ${error.message}`, 'install Node 20 or newer together with npm')
}

function hintFor(output) {
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) return `npx -y ${PNPM} install, and commit pnpm-lock.yaml`
  if (/ENOSPC/.test(output)) return 'free 1 GB of disk space and run the same command again'
  return 'check with `npm ping` that the npm registry answers, then run the same command again'
}

function readStamp(root) {
  const path = join(root, STAMP)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const name of SETTINGS) hash.update(readFileSync(join(root, name)))
  for (const path of manifests(root)) {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8'))
    hash.update(JSON.stringify(DEPENDENCY_FIELDS.map((field) => manifest[field] ?? null)))
  }
  return hash.digest('hex')
}

function manifests(root) {
  const packages = readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => `packages/${name}/package.json`)
  return ['package.json', 'devnet/package.json', ...packages].filter((path) => existsSync(join(root, path)))
}
