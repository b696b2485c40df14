import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { groupFolders } from './leftovers.ts'
import { run, runAsync, succeeds } from './shell.ts'

/** What a fault needs of the machine, beside the nodes themselves. */
export type Need = 'namespaces' | 'nft' | 'mounts' | 'loop' | 'shutdown' | 'strace' | 'faketime' | 'groups' | 'prlimit' | 'proc'

/** Debian's packages for what can be missing. */
const PACKAGES = ['nftables', 'iproute2', 'faketime', 'strace', 'e2fsprogs', 'util-linux']
const FAKETIME_FOLDERS = ['/usr/lib/x86_64-linux-gnu/faketime', '/usr/lib/aarch64-linux-gnu/faketime', '/usr/lib/faketime']
const FAKETIME_LIBRARY = 'libfaketimeMT.so.1'

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The library that is preloaded to give a process another clock. */
export function faketimeLibrary(): string | undefined {
  return FAKETIME_FOLDERS.map((folder) => join(folder, FAKETIME_LIBRARY)).find((path) => existsSync(path))
}

/** The interpreter that can issue an ioctl: Node cannot. */
export function ioctlInterpreter(): 'perl' | 'python3' | undefined {
  return (['perl', 'python3'] as const).find((name) => succeeds(name, ['-e', '1']) || succeeds(name, ['-c', '1']))
}

/** Why each need cannot be had here; what can be had is not in the map. Everything is tried, not guessed, and what that makes is made in `folder`. */
export async function findMissing(folder: string): Promise<ReadonlyMap<Need, string>> {
  const missing = new Map<Need, string>()
  const note = (need: Need, reason: string | undefined): void => {
    if (reason !== undefined) missing.set(need, reason)
  }
  note('proc', existsSync('/proc/self/fd') ? undefined : 'there is no /proc')
  note('namespaces', namespacesReason())
  note('nft', missing.get('namespaces') ?? (succeeds('nft', ['--version']) ? undefined : 'nft is not installed'))
  note('mounts', mountReason(folder))
  note('loop', missing.get('mounts') ?? loopReason())
  note(
    'shutdown',
    missing.get('loop') ?? (ioctlInterpreter() === undefined ? 'neither perl nor python3 is here to issue an ioctl' : undefined),
  )
  note('strace', await straceReason())
  note('faketime', faketimeLibrary() === undefined ? 'libfaketime is not installed' : undefined)
  note('groups', groupReason())
  note('prlimit', succeeds('prlimit', ['--version']) ? undefined : 'prlimit is not installed')
  return missing
}

/** Where it may, brings what is missing from the distribution. Returns what it did, in words, or nothing. */
export async function installMissing(missing: ReadonlyMap<Need, string>): Promise<string | undefined> {
  const isInstallable = [...missing.values()].some((reason) => reason.endsWith('is not installed'))
  if (!isInstallable || !isRoot() || !succeeds('apt-get', ['--version'])) return undefined
  try {
    await runAsync('apt-get', ['update'])
    await runAsync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES])
    return `installed ${PACKAGES.join(', ')}`
  } catch (error) {
    return `could not install ${PACKAGES.join(', ')}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`
  }
}

function namespacesReason(): string | undefined {
  if (!isRoot()) return 'network namespaces need root'
  if (!succeeds('ip', ['-V'])) return 'ip is not installed'
  if (!succeeds('nsenter', ['--version'])) return 'nsenter is not installed'
  return succeeds('unshare', ['--net', 'ip', 'link', 'add', 'hc-try', 'type', 'bridge'])
    ? undefined
    : 'this kernel makes no network namespaces'
}

function mountReason(parent: string): string | undefined {
  if (!isRoot()) return 'mounting needs root'
  const folder = mkdtempSync(join(parent, 'try-'))
  try {
    run('mount', ['-t', 'tmpfs', '-o', 'size=65536', 'tmpfs', folder])
    run('umount', [folder])
    return undefined
  } catch {
    return 'nothing can be mounted here'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function loopReason(): string | undefined {
  if (!succeeds('mkfs.ext4', ['-V'])) return 'mkfs.ext4 is not installed'
  const hasLoop = readdirSync('/dev').some((name) => /^loop\d+$/.test(name) && statSync(join('/dev', name)).isBlockDevice())
  return hasLoop && succeeds('losetup', ['--find']) ? undefined : 'there is no free loop device'
}

/** Attaching to a process that is not one's own child is what some systems forbid. */
async function straceReason(): Promise<string | undefined> {
  if (!succeeds('strace', ['-V'])) return 'strace is not installed'
  const sleeper = spawn('sleep', ['5'], { stdio: 'ignore' })
  try {
    const tracer = spawn('strace', ['-f', '-qq', '-o', '/dev/null', '-p', String(sleeper.pid)], { stdio: 'ignore' })
    const code = await new Promise<number | null>((resolve) => {
      tracer.once('exit', (exitCode) => resolve(exitCode))
      setTimeout(() => sleeper.kill(), 300)
    })
    return code === 0 ? undefined : 'strace may not attach to other processes here'
  } finally {
    sleeper.kill()
  }
}

function groupReason(): string | undefined {
  if (!isRoot()) return 'control groups need root'
  return groupFolders().length === 0 ? 'there are no control groups' : undefined
}
