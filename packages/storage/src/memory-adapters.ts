import type { GuardFile, Log, Store, StoreView } from '@hanse/ports'
import { FailStop } from './fail-stop.ts'
import { closedFailure, lockedFailure } from './failure.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { MemoryPart } from './memory-faults.ts'
import type { MemoryStore } from './memory-store.ts'

/** Which life of the disk holds which part. */
const holders = new WeakMap<MemoryDisk, Map<MemoryPart, number>>()

/** One holder a part, until it is closed or the disk has crashed. */
class PartHold {
  readonly #disk: MemoryDisk
  readonly #part: MemoryPart
  readonly #life: number

  constructor(disk: MemoryDisk, part: MemoryPart) {
    this.#disk = disk
    this.#part = part
    this.#life = disk.crashes
    const held = holders.get(disk) ?? new Map<MemoryPart, number>()
    if (held.get(part) === disk.crashes) throw lockedFailure(`the simulated ${part}`)
    held.set(part, disk.crashes)
    holders.set(disk, held)
  }

  /** @throws StoreFailure `storage/closed` to what is left of a process that crashed */
  check(): void {
    if (this.#life !== this.#disk.crashes) throw closedFailure()
  }

  release(): void {
    if (this.#life === this.#disk.crashes) holders.get(this.#disk)?.delete(this.#part)
  }
}

/** The `Store` port on a simulated disk. @throws StoreFailure `storage/locked` */
export function createMemoryStore(disk: MemoryDisk): Store {
  const hold = new PartHold(disk, 'store')
  const gate = new FailStop()
  const get = (key: Uint8Array): Uint8Array | undefined => {
    gate.check()
    try {
      hold.check()
      return disk.store.get(key)
    } catch (error) {
      throw gate.fail('read from store', error)
    }
  }
  return {
    get,
    // What this disk has, it has whole.
    examine: get,
    range: (range) =>
      gate.run('read from store', () => {
        hold.check()
        return disk.store.range(range)
      }),
    write: (writes, { sync }) => {
      const copies = writes.map(({ key, value }) =>
        value === undefined ? { key: key.slice() } : { key: key.slice(), value: value.slice() },
      )
      return gate.run('write to store', () => {
        hold.check()
        disk.store.write(copies)
        if (sync) disk.store.sync()
      })
    },
    sizeBytes: () => gate.run('measure store', () => disk.store.sizeBytes()),
    view: () => {
      gate.check()
      hold.check()
      return viewOf(disk.store.copy(), gate)
    },
    compact: () => gate.run('compact store', () => hold.check()),
    close: () => gate.close(() => hold.release()),
  }
}

function viewOf(copied: ReturnType<MemoryStore['copy']>, gate: FailStop): StoreView {
  let isOpen = true
  const check = (): void => {
    gate.check()
    if (!isOpen) throw closedFailure()
  }
  return {
    get: (key) => {
      check()
      return copied.get(key)
    },
    range: (range) =>
      new Promise((resolve) => {
        check()
        resolve(copied.range(range))
      }),
    close: () => {
      isOpen = false
      return Promise.resolve()
    },
  }
}

/** The `Log` port on a simulated disk. @throws StoreFailure `storage/locked` */
export function createMemoryLog(disk: MemoryDisk): Log {
  const hold = new PartHold(disk, 'log')
  const gate = new FailStop()
  let waiting = 0
  return {
    append: async (records) => {
      waiting += records.length
      const copies = records.map((record) => record.slice())
      await gate.run('append to log', () => {
        hold.check()
        waiting -= records.length
        disk.log.append(copies)
        disk.log.sync()
      })
    },
    readAll: () =>
      gate.run('read log', () => {
        hold.check()
        return disk.log.readAll()
      }),
    prune: (position) =>
      gate.run('prune log', () => {
        hold.check()
        disk.log.prune(position)
      }),
    get nextPosition() {
      return disk.log.nextPosition + waiting
    },
    sizeBytes: () => gate.run('measure log', () => disk.log.sizeBytes()),
    close: () => gate.close(() => hold.release()),
  }
}

/** The `GuardFile` port on a simulated disk. @throws StoreFailure `storage/locked` */
export function createMemoryGuardFile(disk: MemoryDisk): GuardFile {
  const hold = new PartHold(disk, 'guard')
  const gate = new FailStop()
  return {
    read: () =>
      gate.run('read guard', () => {
        hold.check()
        return disk.guard.read()
      }),
    write: (bytes) => {
      const copy = bytes.slice()
      return gate.run('write guard', () => {
        hold.check()
        disk.guard.write(copy)
        disk.guard.sync()
      })
    },
    close: () => gate.close(() => hold.release()),
  }
}
