import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The kernel counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100

export interface ProcessUsage {
  readonly residentBytes: number
  readonly cpuSeconds: number
}

/** Resident memory and CPU time of a process; undefined where the system does not show them or the process is gone. */
export function usageOf(pid: number): ProcessUsage | undefined {
  const [statusPath, statPath] = [`/proc/${pid}/status`, `/proc/${pid}/stat`]
  if (!existsSync(statusPath) || !existsSync(statPath)) return undefined
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(statusPath, 'utf8'))?.[1]
  // The command's name, in parentheses, may contain spaces: fields are counted after it.
  const fields = readFileSync(statPath, 'utf8').split(') ').at(-1)?.split(' ')
  if (resident === undefined || fields === undefined) return undefined
  const ticks = Number(fields[11]) + Number(fields[12])
  return { residentBytes: Number(resident) * 1024, cpuSeconds: ticks / TICKS_PER_SECOND }
}

/** Bytes that a process has sent to the storage so far; undefined where the system does not tell. */
export function writtenBytesOf(pid: number): number | undefined {
  const path = `/proc/${pid}/io`
  const written = existsSync(path) ? /^write_bytes: (\d+)$/m.exec(readFileSync(path, 'utf8'))?.[1] : undefined
  return written === undefined ? undefined : Number(written)
}

/** Descriptors that a process has open; undefined where the system does not tell. */
export function openFilesOf(pid: number): number | undefined {
  const path = `/proc/${pid}/fd`
  return existsSync(path) ? readdirSync(path).length : undefined
}
