import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { err, ok, type Result, reject } from '@hanse/primitives'
import { devnetCommand } from './command-line.ts'
import { DevnetError } from './output.ts'
import { devnetNodes, type NodeEndpoints } from './topology.ts'

/** Raised when a folder made by an older devnet cannot be used any more. */
export const FORMAT = 1
export const STATE_FILE = 'devnet.json'

/** What was chosen when the network was made; ports and validators of a running network do not change. */
export interface DevnetState {
  readonly format: number
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
  /** Absent in what an earlier release made. */
  readonly heartbeatMs?: number
  /** Folders of modules that are no part of this software. Absent in what an earlier release made. */
  readonly modules?: readonly string[]
  /** Names of the nodes that came after genesis, in the order in which they came. */
  readonly added?: readonly string[]
  readonly genesisHash: string
}

/** A devnet's folder. */
export interface Devnet {
  readonly directory: string
  readonly state: DevnetState
  readonly nodes: readonly NodeEndpoints[]
}

/** Where a network is. */
export type DevnetFolder = Pick<Devnet, 'directory'>

export function nodeHome(devnet: DevnetFolder, node: string): string {
  return join(devnet.directory, 'nodes', node)
}

export function logPath(devnet: DevnetFolder, node: string): string {
  return join(devnet.directory, 'logs', `${node}.log`)
}

export function pidPath(devnet: DevnetFolder, node: string): string {
  return join(devnet.directory, 'pids', node)
}

function parseState(text: string): DevnetState | undefined {
  try {
    const state = JSON.parse(text) as Partial<DevnetState> | null
    const { format, basePort, validators } = state ?? {}
    return [format, basePort, validators].every(Number.isSafeInteger) ? (state as DevnetState) : undefined
  } catch {
    return undefined
  }
}

/** Undefined when there is none yet. `devnet/old-format` and `devnet/damaged` say what to do. */
export async function findDevnet(directory: string): Promise<Result<Devnet | undefined>> {
  const absolute = resolve(directory)
  const path = join(absolute, STATE_FILE)
  if (!existsSync(path)) return ok(undefined)
  const state = parseState(await readFile(path, 'utf8'))
  if (state === undefined) {
    return err(reject('devnet/damaged', `${path} is not readable`, { hint: devnetCommand(directory, 'reset') }))
  }
  if (state.format !== FORMAT) {
    return err(
      reject('devnet/old-format', `${absolute} was made by another version of the devnet (format ${state.format}, this one is ${FORMAT})`, {
        hint: devnetCommand(directory, 'reset'),
      }),
    )
  }
  return ok(devnetOf(absolute, state))
}

export function devnetOf(directory: string, state: DevnetState): Devnet {
  return { directory, state, nodes: devnetNodes(state.validators, state.basePort, state.added) }
}

/** Whether the folder of a network that was found is still one. */
export function isThere(devnet: DevnetFolder): boolean {
  return existsSync(join(devnet.directory, STATE_FILE))
}

/** Nodes that were ever started in this folder, whatever else it holds. */
export async function namesIn(directory: string): Promise<readonly string[]> {
  const pids = join(resolve(directory), 'pids')
  return existsSync(pids) ? await readdir(pids) : []
}

/** From now on the folder is no network's any more. @throws DevnetError `devnet/not-a-devnet` for a folder that holds something else */
export async function forgetDevnet(directory: string): Promise<void> {
  const absolute = resolve(directory)
  if (existsSync(absolute) && !existsSync(join(absolute, STATE_FILE)) && !existsSync(join(absolute, 'nodes'))) {
    const message = `${absolute} does not look like a devnet; nothing was deleted`
    throw new DevnetError('devnet/not-a-devnet', message, 'npm run devnet -- reset --data-dir DIR, with the folder of a devnet')
  }
  await rm(join(absolute, STATE_FILE), { force: true })
}
