import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SNAPSHOT_MANIFEST_BYTES_MAX } from '@hanse/protocol'
import { MANIFEST_FILE, readWhole } from './folder-files.ts'

/** The parts of a snapshot beside its manifest. */
export type SnapshotPart = 'state' | 'headers' | 'block'

/** Where a snapshot comes from. Nothing of it is trusted. */
export interface SnapshotSource {
  manifest(): Promise<Uint8Array>
  /** Exactly `sizeBytes`. */
  part(part: SnapshotPart, index: number, sizeBytes: number): Promise<Uint8Array>
}

const INDEX_DIGITS = 5

export function partFile(part: SnapshotPart, index: number): string {
  return `${part}-${String(index).padStart(INDEX_DIGITS, '0')}`
}

/** A folder that `snapshot create` made, wherever it has been since. */
export function folderSource(folder: string): SnapshotSource {
  return {
    manifest: () => readWhole(join(folder, MANIFEST_FILE), SNAPSHOT_MANIFEST_BYTES_MAX, true),
    part: (part, index, sizeBytes) => readWhole(join(folder, partFile(part, index)), sizeBytes),
  }
}

export interface SnapshotListed {
  readonly folder: string
  readonly height: number
  readonly sizeBytes: number
  readonly createdAtMs: number
}

/** The whole snapshots below a folder, the newest first. */
export async function listSnapshots(parent: string): Promise<readonly SnapshotListed[]> {
  const names = await readdir(parent).catch(() => [])
  const listed: SnapshotListed[] = []
  for (const name of names) {
    if (!/^(0|[1-9][0-9]{0,15})$/.test(name)) continue
    const folder = join(parent, name)
    const manifest = await lstat(join(folder, MANIFEST_FILE)).catch(() => undefined)
    if (manifest === undefined) continue
    const sizes = await Promise.all((await readdir(folder)).map(async (file) => (await lstat(join(folder, file))).size))
    listed.push({
      folder,
      height: Number(name),
      sizeBytes: sizes.reduce((total, size) => total + size, 0),
      createdAtMs: Math.floor(manifest.mtimeMs),
    })
  }
  return listed.sort((left, right) => right.height - left.height)
}
