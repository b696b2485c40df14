import { constants, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Devnet, type DevnetFolder, STATE_FILE } from './layout.ts'

/** What a network is, beside its logs and what runs. The state file comes last: without it a folder does not count. */
const PARTS = ['genesis.json', 'nodes', STATE_FILE] as const
const RECORD = 'snapshot.json'
/** Suffix of what is not whole yet. */
const PART_SUFFIX = '.part'

/** What is known of a snapshot beside its files. */
export interface SnapshotRecord {
  readonly name: string
  /** The greatest height that a node told of. */
  readonly height: number
  readonly takenAtMs: number
  readonly nodes: readonly string[]
}

function snapshotsFolder({ directory }: DevnetFolder): string {
  return join(directory, 'snapshots')
}

export function snapshotFolder(devnet: DevnetFolder, name: string): string {
  return join(snapshotsFolder(devnet), name)
}

/** Names of those that are whole. */
export async function snapshotNames(devnet: DevnetFolder): Promise<readonly string[]> {
  const folder = snapshotsFolder(devnet)
  const names = existsSync(folder) ? await readdir(folder) : []
  return names.filter((name) => existsSync(join(folder, name, RECORD)) && !name.endsWith(PART_SUFFIX)).sort()
}

/** Copies the network as its files are now. Nobody may write to them meanwhile. Whole or not at all. */
export async function copySnapshot(devnet: Devnet, { name, height, takenAtMs }: Omit<SnapshotRecord, 'nodes'>): Promise<void> {
  const folder = snapshotFolder(devnet, name)
  const part = `${folder}${PART_SUFFIX}`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true, mode: 0o700 })
  try {
    for (const entry of PARTS) await copy(join(devnet.directory, entry), join(part, entry))
    const record: SnapshotRecord = { name, height, takenAtMs, nodes: devnet.nodes.map((node) => node.name) }
    await writeFile(join(part, RECORD), `${JSON.stringify(record, null, 2)}\n`)
    await rename(part, folder)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

/**
 * Puts a snapshot in the place of the network, of which no node may run. The copy is whole before anything of the network goes: what is
 * interrupted later is finished by doing it again.
 */
export async function putBackSnapshot(devnet: DevnetFolder, name: string): Promise<SnapshotRecord> {
  const folder = snapshotFolder(devnet, name)
  const record = JSON.parse(await readFile(join(folder, RECORD), 'utf8')) as SnapshotRecord
  const part = join(devnet.directory, `restore${PART_SUFFIX}`)
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { mode: 0o700 })
  for (const entry of PARTS) await copy(join(folder, entry), join(part, entry))
  for (const entry of PARTS) {
    await rm(join(devnet.directory, entry), { recursive: true, force: true })
    await rename(join(part, entry), join(devnet.directory, entry))
  }
  await rm(part, { recursive: true })
  return record
}

/** By reference where the file system can. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to, { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE })
}
