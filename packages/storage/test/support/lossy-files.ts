import type { Prng } from '@hanse/primitives'
import type { Files, OpenFile } from '../../src/files.ts'

/** What a disk writes at once: after a power cut each is there or not, whatever its neighbours are. */
const SECTOR_BYTES = 512

interface Inode {
  /** What survives for certain. */
  durable: Buffer
  /** What the running process sees. */
  current: Buffer
}

export class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

/**
 * Files in memory that lose power: after a cut every unsynced sector, file size and directory entry is kept or lost by a
 * throw of the dice of its own. Writes may be short. Harsher than any journaling file system.
 */
export class LossyFiles implements Files {
  readonly #prng: Prng
  #durableNames = new Map<string, Inode>()
  #names = new Map<string, Inode>()
  #operationsLeft = Number.POSITIVE_INFINITY
  #failure: Error | undefined
  #isLying = false

  constructor(prng: Prng) {
    this.#prng = prng
  }

  /** The power goes in the middle of that operation from now. */
  cutPowerAfter(operations: number): void {
    this.#operationsLeft = operations
  }

  /** That operation from now fails, and the ones after it do not. */
  failOnceAfter(operations: number, failure: Error): void {
    this.#operationsLeft = operations
    this.#failure = failure
  }

  /** Syncs return at once and do nothing. */
  lieAboutSyncs(): { stop(): void } {
    this.#isLying = true
    return {
      stop: () => {
        this.#isLying = false
      },
    }
  }

  /** The process dies and the machine does not: what was written stays, synced or not. */
  killProcess(): void {
    this.#operationsLeft = Number.POSITIVE_INFINITY
  }

  /** The machine comes back after a power cut. */
  restart(): void {
    const names = new Map<string, Inode>()
    for (const name of new Set([...this.#durableNames.keys(), ...this.#names.keys()])) {
      const inode = this.#prng.chance(1, 2) ? this.#names.get(name) : this.#durableNames.get(name)
      if (inode !== undefined) names.set(name, inode)
    }
    for (const inode of new Set(names.values())) this.#loseSectors(inode)
    this.#names = names
    this.#durableNames = new Map(names)
    this.#operationsLeft = Number.POSITIVE_INFINITY
  }

  /** Every file as it is on disk, for a test that damages it. */
  image(): Map<string, Buffer> {
    return new Map([...this.#names].map(([name, inode]) => [name, Buffer.from(inode.current)]))
  }

  static fromImage(prng: Prng, image: ReadonlyMap<string, Buffer>): LossyFiles {
    const files = new LossyFiles(prng)
    for (const [name, content] of image) files.#names.set(name, { durable: Buffer.from(content), current: Buffer.from(content) })
    files.#durableNames = new Map(files.#names)
    return files
  }

  async makeDirectory(): Promise<void> {}

  async list(directory: string): Promise<readonly string[]> {
    this.#step()
    const prefix = `${directory}/`
    return [...this.#names.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
      .sort()
  }

  async open(path: string): Promise<OpenFile | undefined> {
    this.#step()
    const inode = this.#names.get(path)
    return inode === undefined ? undefined : this.#handle(inode)
  }

  async create(path: string): Promise<OpenFile> {
    this.#step()
    const inode = this.#names.get(path) ?? { durable: Buffer.alloc(0), current: Buffer.alloc(0) }
    inode.current = Buffer.alloc(0)
    this.#names.set(path, inode)
    return this.#handle(inode)
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step()
    const inode = this.#names.get(from)
    if (inode === undefined) throw new Error(`no file ${from}`)
    this.#names.set(to, inode)
    this.#names.delete(from)
  }

  async remove(path: string): Promise<void> {
    this.#step()
    if (!this.#names.delete(path)) throw new Error(`no file ${path}`)
  }

  async syncDirectory(directory: string): Promise<void> {
    this.#step()
    const prefix = `${directory}/`
    for (const name of this.#durableNames.keys()) if (name.startsWith(prefix)) this.#durableNames.delete(name)
    for (const [name, inode] of this.#names) if (name.startsWith(prefix)) this.#durableNames.set(name, inode)
  }

  #handle(inode: Inode): OpenFile {
    return {
      readAll: async () => {
        this.#step()
        return Uint8Array.from(inode.current)
      },
      write: async (bytes, offset) => {
        const count = this.#prng.chance(1, 8) ? 1 + this.#prng.below(bytes.length) : bytes.length
        const grown = Buffer.alloc(Math.max(inode.current.length, offset + count))
        grown.set(inode.current)
        grown.set(bytes.subarray(0, count), offset)
        inode.current = grown
        this.#step()
        return count
      },
      truncate: async (sizeBytes) => {
        inode.current = Buffer.from(inode.current.subarray(0, sizeBytes))
        this.#step()
      },
      sync: async () => {
        this.#step()
        if (!this.#isLying) inode.durable = Buffer.from(inode.current)
      },
      close: async () => {},
    }
  }

  #step(): void {
    this.#operationsLeft -= 1
    if (this.#operationsLeft >= 0) return
    const failure = this.#failure ?? new PowerCut('the power is gone')
    if (this.#failure !== undefined) this.#operationsLeft = Number.POSITIVE_INFINITY
    this.#failure = undefined
    throw failure
  }

  #loseSectors(inode: Inode): void {
    const { durable, current } = inode
    const [shorter, longer] = [Math.min(durable.length, current.length), Math.max(durable.length, current.length)]
    const survivor = Buffer.alloc(this.#prng.pick([durable.length, current.length, shorter + this.#prng.below(longer - shorter + 1)]))
    for (let start = 0; start < survivor.length; start += SECTOR_BYTES) {
      const source = this.#prng.chance(1, 2) ? current : durable
      survivor.set(source.subarray(start, Math.min(start + SECTOR_BYTES, survivor.length)), start)
    }
    inode.durable = survivor
    inode.current = Buffer.from(survivor)
  }
}
