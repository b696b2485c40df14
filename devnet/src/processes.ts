import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { NODE_FLAGS, NODE_PROGRAM } from '@hanse/node/outside'
import { type DevnetFolder, logPath, nodeHome, pidPath } from './layout.ts'

/** How long a node may take to end after SIGTERM before it is killed, in ms. */
const STOP_TIMEOUT_MS = 8_000
const POLL_MS = 50

/** The process id of a running node of this devnet; undefined when it is not running. */
export function runningPid(devnet: DevnetFolder, node: string): number | undefined {
  const path = pidPath(devnet, node)
  if (!existsSync(path)) return undefined
  const pid = Number(readFileSync(path, 'utf8'))
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined
  return isNodeOf(pid, nodeHome(devnet, node)) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Process ids are used again: where the system shows a command line, it must be ours. */
function isNodeOf(pid: number, home: string): boolean {
  const path = `/proc/${pid}/cmdline`
  return !existsSync(path) || readFileSync(path, 'utf8').split('\0').includes(home)
}

/** What a node's process is started with, for who measures it. */
export interface NodeStart {
  /** In the place of the program that users run. */
  readonly program?: string
  /** For Node, before the program. */
  readonly flags?: readonly string[]
}

/** Starts a node in a session of its own, so that Ctrl-C reaches it only through us. Its output goes to its log file. */
export async function startNodeProcess(devnet: DevnetFolder, node: string, start: NodeStart = {}): Promise<number> {
  const running = runningPid(devnet, node)
  if (running !== undefined) return running
  const log = openSync(logPath(devnet, node), 'a')
  const { program = NODE_PROGRAM, flags = [] } = start
  const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, program, nodeHome(devnet, node)], {
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  await writeFile(pidPath(devnet, node), `${child.pid}\n`)
  return child.pid as number
}

/** SIGTERM, and SIGKILL when that does not help. Resolves when the process is gone. */
export async function stopNodeProcess(devnet: DevnetFolder, node: string): Promise<boolean> {
  return await endNodeProcess(devnet, node, 'SIGTERM')
}

/** As a power cut would: nothing is flushed, nobody is told. */
export async function killNodeProcess(devnet: DevnetFolder, node: string): Promise<boolean> {
  return await endNodeProcess(devnet, node, 'SIGKILL')
}

/** Stops a running node where it stands, or lets it go on. */
export function signalNode(devnet: DevnetFolder, node: string, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const pid = runningPid(devnet, node)
  if (pid !== undefined) process.kill(pid, signal)
}

async function endNodeProcess(devnet: DevnetFolder, node: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<boolean> {
  const pid = runningPid(devnet, node)
  if (pid === undefined) return false
  process.kill(pid, signal)
  for (let waitedMs = 0; isAlive(pid); waitedMs += POLL_MS) {
    if (waitedMs === STOP_TIMEOUT_MS) process.kill(pid, 'SIGKILL')
    await sleep(POLL_MS)
  }
  await rm(pidPath(devnet, node), { force: true })
  return true
}
