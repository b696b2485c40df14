import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, runAsync } from './shell.ts'
import { ioctlInterpreter } from './tools.ts'

const MIB = 1024 * 1024
const SMALL_BYTES = 48 * MIB
const DISK_BYTES = 192 * MIB
const BALLAST = 'ballast'
/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: what is not on the disk by now never will be. */
const SHUTDOWN = '0x8004587d'
const NO_LOG_FLUSH = '2'

/** A file system of a node's own, so that it can be filled, or lose its power. */
export interface Volume {
  readonly directory: string
  /** Leaves no byte free. */
  fill(): void
  free(): void
}

/** In memory, and small. */
export function mountSmallVolume(directory: string): Volume {
  mkdirSync(directory, { recursive: true })
  run('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_BYTES},mode=700`, 'tmpfs', directory])
  const ballast = join(directory, BALLAST)
  return {
    directory,
    fill: () => {
      try {
        // At once: piece by piece the node would have time to go on.
        writeFileSync(ballast, Buffer.alloc(SMALL_BYTES))
      } catch {
        // There is no room left, which is the point.
      }
    },
    free: () => rmSync(ballast, { force: true }),
  }
}

/** A disk of its own in a file, with a journalling file system on it. */
export class DiskVolume {
  readonly directory: string
  readonly #image: string

  constructor(directory: string, image: string) {
    this.directory = directory
    this.#image = image
    writeFileSync(image, '')
    truncateSync(image, DISK_BYTES)
    run('mkfs.ext4', ['-q', '-F', image])
    mkdirSync(directory, { recursive: true })
    run('mount', ['-o', 'loop', image, directory])
    writeFileSync(join(directory, 'power'), '')
  }

  /** Nothing reaches the disk from now on, and nothing that was not synced has. Whoever uses it gets errors. */
  async cutPower(): Promise<void> {
    const switched = join(this.directory, 'power')
    const script =
      ioctlInterpreter() === 'perl'
        ? [
            'perl',
            '-e',
            `open(my $f, '<', $ARGV[0]) or die; my $n = pack('L', ${NO_LOG_FLUSH}); defined(ioctl($f, ${SHUTDOWN}, $n)) or die $!`,
          ]
        : ['python3', '-c', `import fcntl, struct, sys; fcntl.ioctl(open(sys.argv[1]), ${SHUTDOWN}, struct.pack('I', ${NO_LOG_FLUSH}))`]
    const [program = '', ...args] = script
    await runAsync(program, [...args, switched])
  }

  /** The power is back: the file system recovers from its journal. Nobody may use it meanwhile. */
  async restorePower(): Promise<void> {
    await runAsync('umount', [this.directory])
    await runAsync('mount', ['-o', 'loop', this.#image, this.directory])
  }
}
