import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Every process that a run starts has this in its environment, so that a later run can find what was left. */
export const RUN_VARIABLE = 'HANSE_CHAOS_RUN'
/** Every folder that a run makes is named so. */
export const FOLDER_PREFIX = 'hanse-chaos-'
const OWNER_FILE = 'owner.json'

/** One run of the harness on this machine: all that it makes carries its id. */
export interface Owner {
  /** Short enough for the name of a network interface. */
  readonly runId: string
  readonly folder: string
}

interface OwnerRecord {
  readonly pid: number
  readonly startedAt: string
}

/** When a process began, in the kernel's own count: an id that is used again has another. Undefined when there is no such process. */
function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
  } catch {
    return undefined
  }
}

/** Takes a run id that nobody has, and its folder. */
export function createOwner(): Owner {
  const runId = `${process.pid.toString(36)}${(Date.now() % 46_656).toString(36)}`
  const folder = join(tmpdir(), `${FOLDER_PREFIX}${runId}`)
  // Under another name until it says whose it is: another run that cleans up would take it for a dead one's.
  const unfinished = mkdtempSync(join(tmpdir(), 'hanse-new-chaos-'))
  const record: OwnerRecord = { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
  writeFileSync(join(unfinished, OWNER_FILE), JSON.stringify(record))
  renameSync(unfinished, folder)
  return { runId, folder }
}

/** Whether the process that made this folder still runs. */
export function isOwned(folder: string): boolean {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(join(folder, OWNER_FILE), 'utf8')) as OwnerRecord
    return startOf(pid) !== undefined && startOf(pid) === startedAt
  } catch {
    return false
  }
}
