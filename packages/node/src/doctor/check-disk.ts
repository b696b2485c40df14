import { randomBytes } from 'node:crypto'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { measureSync } from '@hanse/storage'
import { toProblem } from '../inspect/problem.ts'
import { type Found, failed, failedBy, good, type Sight, warning } from './finding.ts'

const MIB = 1024 * 1024
/** Below this a node is about to stop: a compaction of the store alone takes tens of megabytes for a while. */
const FREE_BYTES_MIN = 256 * MIB
/** Below this it is time to look. */
const FREE_BYTES_WARNING = 2_048 * MIB
const FREE_INODES_MIN = 1_000
const SYNC_ROUNDS = 8
/** Median of a durable write, in ms. A height waits for a few of them one after the other. */
const SYNC_MS_WARNING = 25

const NETWORK_DOUBT = 'locks and syncs of network file systems are not to be relied on'
/** Magic numbers of statfs(2) for file systems that are worth a word. */
const FILE_SYSTEMS: Readonly<Record<number, readonly [name: string, doubt?: string]>> = {
  61267: ['ext4'],
  1481003842: ['xfs'],
  2435016766: ['btrfs'],
  801189825: ['zfs'],
  4076150800: ['f2fs'],
  2035054128: ['overlayfs', 'what lies in a container’s own layer is gone with the container: mount a volume'],
  16914836: ['tmpfs', 'it is memory: nothing survives a restart of the host'],
  26985: ['nfs', NETWORK_DOUBT],
  4283649346: ['cifs', NETWORK_DOUBT],
  4266872130: ['smb2', NETWORK_DOUBT],
  16914839: ['9p', 'syncs of a shared folder are the host’s to keep'],
  1702057286: ['fuse', 'syncs are the file system program’s to keep'],
}

/** Space, kind, and how long it takes until a write is durable. */
export async function checkDisk({ home, config }: Sight): Promise<readonly Found[]> {
  const folder = await existing(config?.dataDir ?? home)
  const { bavail, bsize, type, ffree, files } = await statfs(folder)
  return [spaceOf(folder, bavail * bsize), ...inodesOf(folder, ffree, files), kindOf(folder, type), await syncTimeOf(folder)]
}

/** A data folder that was not made yet will be where its nearest ancestor is. */
async function existing(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  )
  return isThere || dirname(folder) === folder ? folder : await existing(dirname(folder))
}

function spaceOf(folder: string, freeBytes: number): Found {
  const text = `${Math.floor(freeBytes / MIB)} MiB free for ${folder}`
  if (freeBytes < FREE_BYTES_MIN)
    return failed(text, `Free space: a full disk stops the node, with nothing lost. At least ${FREE_BYTES_WARNING / MIB} MiB are wise.`)
  return freeBytes < FREE_BYTES_WARNING ? warning(text, 'Free space before a full disk stops the node.') : good(text)
}

function inodesOf(folder: string, free: number, total: number): readonly Found[] {
  // Some file systems count none.
  if (total === 0 || free > FREE_INODES_MIN) return []
  return [failed(`only ${free} files more can be made at ${folder}`, 'Remove files of others on this file system: it is out of inodes.')]
}

function kindOf(folder: string, type: number): Found {
  const [name, doubt] = FILE_SYSTEMS[type] ?? [`file system 0x${type.toString(16)}`]
  if (doubt === undefined) return good(`${folder} is on ${name}`)
  return warning(`${folder} is on ${name}: ${doubt}`, 'Put dataDir and keys on a local disk: ext4 or xfs.')
}

async function syncTimeOf(folder: string): Promise<Found> {
  try {
    const times = await measureSync(join(folder, `.doctor-${randomBytes(6).toString('hex')}`), SYNC_ROUNDS)
    const median = times[Math.floor(times.length / 2)] ?? 0
    const text = `a write is durable after ${median.toFixed(1)} ms (median of ${SYNC_ROUNDS})`
    const fix = 'Each height waits for several: put dataDir on an SSD, or keep other programs off this disk.'
    return median > SYNC_MS_WARNING ? warning(text, fix) : good(text)
  } catch (error) {
    return failedBy(toProblem(error))
  }
}

/** Whether the log can be written, and has room for all its files. */
export async function checkLog({ config }: Sight): Promise<readonly Found[]> {
  if (config === undefined) return []
  const { file, level, fileBytesMax, filesMax } = config.log
  if (file === undefined) return [good(`level ${level}, to standard output`)]
  const folder = await existing(dirname(file))
  const isWritable = await access(folder, constants.W_OK).then(
    async () => (await stat(folder)).isDirectory(),
    () => false,
  )
  if (!isWritable) return [failed(`the log ${file} cannot be written`, `Make ${folder} writable for the node’s user, or mend log.file.`)]
  const { bavail, bsize } = await statfs(folder)
  const wantedBytes = fileBytesMax * filesMax
  if (bavail * bsize >= wantedBytes) return [good(`level ${level}, to ${file}, at most ${Math.ceil(wantedBytes / MIB)} MiB`)]
  const fix = 'Lower log.fileBytesMax or log.filesMax, or free space. A full log disk stops no node, but its log goes to standard error.'
  return [warning(`${folder} has no room for ${filesMax} log files of ${fileBytesMax} bytes`, fix)]
}
