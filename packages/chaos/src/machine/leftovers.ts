import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FOLDER_PREFIX, isOwned, type Owner, RUN_VARIABLE } from './owner.ts'
import { run, succeeds } from './shell.ts'

/** Network namespaces and control groups are named so, with the run's id after it. */
const NAME_PREFIX = 'hc-'
const CGROUPS = '/sys/fs/cgroup'
/** How long a killed process may take to be gone, in ms: until then its mounts are busy. */
const GONE_TIMEOUT_MS = 5_000

/** Names of this run's namespaces and groups. */
export function nameOf({ runId }: Owner, what: string): string {
  return `${NAME_PREFIX}${runId}-${what}`
}

/**
 * Ends and removes all that a run made: processes by their environment, namespaces and groups by their name, mounts and loop devices by
 * their place below its folder. Synchronous, so that it can run as a process exits; nothing that another run or the machine has is touched.
 * Returns what could not be removed.
 */
export function removeAll(owner: Owner): readonly string[] {
  killProcesses(owner)
  removeNamespaces(owner)
  unmountAll(owner)
  removeGroups(owner)
  rmSync(owner.folder, { recursive: true, force: true, maxRetries: 3 })
  return remainsOf(owner)
}

/** Removes what runs left whose process is gone; returns their ids. */
export function removeLeftovers(): readonly string[] {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER_PREFIX))
  const dead = folders.filter((name) => !isOwned(join(tmpdir(), name)))
  for (const name of dead) removeAll({ runId: name.slice(FOLDER_PREFIX.length), folder: join(tmpdir(), name) })
  return dead.map((name) => name.slice(FOLDER_PREFIX.length))
}

/** What of a run is still on the machine, in words. */
export function remainsOf(owner: Owner): readonly string[] {
  return [
    ...processesOf(owner).map((pid) => `process ${pid}`),
    ...namespacesOf(owner).map((name) => `namespace ${name}`),
    ...mountsOf(owner).map((place) => `mount ${place}`),
    ...loopDevicesOf(owner).map((device) => `loop device ${device}`),
    ...groupsOf(owner).map((path) => `control group ${path}`),
    ...(existsSync(owner.folder) ? [`folder ${owner.folder}`] : []),
  ]
}

function processesOf({ runId }: Owner): readonly number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isSafeInteger(pid) && pid !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${RUN_VARIABLE}=${runId}`)
      } catch {
        return false
      }
    })
}

function killProcesses(owner: Owner): void {
  const deadlineMs = Date.now() + GONE_TIMEOUT_MS
  for (let left = processesOf(owner); left.length > 0 && Date.now() < deadlineMs; left = processesOf(owner)) {
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It was gone before.
      }
    }
    // A moment for the kernel; nothing else may run here.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

function namespacesOf(owner: Owner): readonly string[] {
  if (!existsSync('/run/netns')) return []
  return readdirSync('/run/netns').filter((name) => name.startsWith(nameOf(owner, '')))
}

function removeNamespaces(owner: Owner): void {
  for (const name of namespacesOf(owner)) succeeds('ip', ['netns', 'delete', name])
}

function mountsOf({ folder }: Owner): readonly string[] {
  if (!existsSync('/proc/self/mounts')) return []
  const places = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
  return places.filter((place) => place.startsWith(`${folder}/`)).reverse()
}

function loopDevicesOf({ folder }: Owner): readonly string[] {
  if (!succeeds('losetup', ['--version'])) return []
  const lines = run('losetup', ['--list', '--noheadings', '--output', 'NAME,BACK-FILE']).split('\n')
  return lines.filter((line) => line.includes(`${folder}/`)).map((line) => line.split(/\s+/)[0] ?? '')
}

function unmountAll(owner: Owner): void {
  for (const place of mountsOf(owner)) if (!succeeds('umount', [place])) succeeds('umount', ['--lazy', place])
  for (const device of loopDevicesOf(owner)) succeeds('losetup', ['--detach', device])
}

/** Both kinds of hierarchy: one folder a controller, or one for all. */
export function groupFolders(): readonly string[] {
  if (!existsSync(CGROUPS)) return []
  const controllers = ['memory', 'cpu'].map((name) => join(CGROUPS, name)).filter((path) => existsSync(path))
  return existsSync(join(CGROUPS, 'cgroup.controllers')) ? [CGROUPS] : controllers
}

function groupsOf(owner: Owner): readonly string[] {
  return groupFolders().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(nameOf(owner, '')))
      .map((name) => join(folder, name)),
  )
}

function removeGroups(owner: Owner): void {
  for (const path of groupsOf(owner)) {
    try {
      rmdirSync(path)
    } catch {
      // `remainsOf` names it.
    }
  }
}
