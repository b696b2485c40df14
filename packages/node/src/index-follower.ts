import { setImmediate as nextTurn } from 'node:timers/promises'
import { APPEND_BYTES_MAX } from '@hanse/indexer'
import { type BlockIndex, type Clock, IndexFailure, type ListPage, type ListRange, type Logger } from '@hanse/ports'
import { err, type Hash, ok, type Rejection, type Result, reject } from '@hanse/primitives'

/** Bytes of records that one append takes, give or take a block: tens of ms of the index's thread. */
const APPEND_BYTES = 2 * 1024 * 1024
/** Blocks of one append. */
const APPEND_BLOCKS_MAX = 256
/**
 * Transactions of one block have few terms in common, and each term is a page that is written anew: an append of ten blocks costs half as
 * much for each, and an eighth of what is written. So blocks are gathered for so long, in ms, while nobody waits for a list of them …
 */
const GATHER_MS = 4_000
/** … and until they are so many. */
const GATHERED_BLOCKS = 16
/**
 * A node that starts has more urgent work than a second thread: the index is opened when there is a block for it, when somebody asks for a
 * list, or after so long, in ms.
 */
const OPEN_AFTER_MS = 3_000
/** How long after a failure the index is opened again, in ms. */
const RETRY_MS = 30_000
/** A list waits for the index while it is first opened, and where it is at most this many blocks behind what was asked for … */
const AWAITED_BLOCKS_MAX = 64
/** … and no longer than this, in ms. */
const AWAITED_MS_MAX = 500

/** Failures that say that the file is of no use, and not that the disk is. */
const MADE_ANEW_AFTER: ReadonlySet<string> = new Set(['index/damaged', 'index/other-chain', 'index/format'])

export interface IndexFollowerOptions {
  /** Opens or creates it. @throws IndexFailure */
  readonly open: () => Promise<BlockIndex>
  /** Deletes it. */
  readonly discard: () => Promise<void>
  /** The chain as it is stored. */
  readonly blocks: {
    readonly head: { readonly header: { readonly height: number } }
    /** The lowest height whose block is held. */
    readonly earliest: number
    recordBytes(height: number): Uint8Array | undefined
    hashAt(height: number): Hash | undefined
  }
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Keeps the index behind the stored chain, block after block, in order of height. It reads what is durable and never delays it, and what
 * fails here costs the lists and nothing else. An index that is damaged, or of something else, is made anew.
 */
export class IndexFollower {
  readonly #options: IndexFollowerOptions
  #index: BlockIndex | undefined
  #unavailable = reject('index/unavailable', 'the index is being opened')
  #running: Promise<void> | undefined
  #isStopped = false
  /** From the start until it is open, or cannot be opened. */
  #isOpening = false
  #isAskedFor = false
  /** Each is called once, when the index may have come on. */
  readonly #waiting = new Set<() => void>()
  #wake: (() => void) | undefined
  /** A block was stored since the start. */
  #hasNews = false

  constructor(options: IndexFollowerOptions) {
    this.#options = options
  }

  start(): void {
    this.#isOpening = true
    this.#running = this.#run()
  }

  /** The height that it reads next: what is below is in the index. */
  get next(): number {
    return this.#index === undefined ? this.#options.blocks.earliest : this.#nextOf(this.#index)
  }

  /** A block was stored. */
  notify(): void {
    this.#hasNews = true
    this.#wake?.()
  }

  /** Idempotent. Afterwards nothing reads the chain any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#wake?.()
    this.#tellWaiting()
    await this.#running
  }

  /** A page of the index, once that has come as far as the range goes. One that is far behind gives what it has. */
  async list<T>(range: ListRange, read: (index: BlockIndex) => Promise<ListPage<T>>): Promise<Result<ListPage<T>>> {
    this.#isAskedFor = true
    this.#wake?.()
    await this.#reached(range.to)
    const index = this.#index
    if (index?.head === undefined) return err(this.#unavailable)
    try {
      return ok(await read(index))
    } catch (error) {
      if (!(error instanceof IndexFailure)) throw error
      return err(error.code === 'index/busy' ? reject('node/busy', 'too many lists are being read') : unavailable(error))
    }
  }

  async #run(): Promise<void> {
    let isDiscarded = false
    await this.#pause(OPEN_AFTER_MS, () => this.#hasNews || this.#isAskedFor)
    while (!this.#isStopped) {
      const failure = await this.#attempt(isDiscarded)
      if (failure === undefined || this.#isStopped) return
      const { code, message } = failure
      const { logger } = this.#options
      isDiscarded = MADE_ANEW_AFTER.has(code) && !isDiscarded
      if (isDiscarded) {
        logger.warn({ code, reason: message }, 'the index is of no use and is made anew from the stored blocks')
      } else {
        logger.error({ code, reason: message, retryMs: RETRY_MS }, 'the index cannot be used: lists are unavailable, all else goes on')
        await this.#pause(RETRY_MS)
      }
    }
  }

  /** Follows until it is stopped, or the index fails: then it says why. */
  async #attempt(isDiscarded: boolean): Promise<IndexFailure | undefined> {
    try {
      if (isDiscarded) await this.#options.discard()
      const index = await this.#options.open()
      try {
        await this.#follow(index)
        return undefined
      } finally {
        this.#index = undefined
        await index.close()
      }
    } catch (error) {
      const failure = error instanceof IndexFailure ? error : new IndexFailure('index/io', String(error), { cause: error })
      this.#unavailable = unavailable(failure)
      this.#isOpening = false
      this.#tellWaiting()
      return failure
    }
  }

  async #follow(index: BlockIndex): Promise<void> {
    const { blocks, logger } = this.#options
    const { head } = index
    if (head !== undefined && blocks.hashAt(head.height) !== head.hash) {
      throw new IndexFailure('index/other-chain', `its block at height ${head.height} is not the chain's`)
    }
    const behind = this.#storedFrom(this.#nextOf(index))
    if (behind > APPEND_BLOCKS_MAX) logger.info({ indexedTo: indexedTo(index), behind }, 'the index is behind and catches up')
    this.#index = index
    this.#isOpening = false
    this.#tellWaiting()
    let records: readonly Uint8Array[] = []
    while (!this.#isStopped) {
      if (records.length === 0) {
        await this.#gathered(index)
        records = await this.#read(this.#nextOf(index))
        continue
      }
      const next = this.#nextOf(index) + records.length
      const appended = index.append(records)
      // While the index's thread is at work; a failure is told by what awaits it.
      const [following] = await Promise.all([this.#storedFrom(next) < GATHERED_BLOCKS ? [] : this.#read(next), appended])
      records = following
      this.#tellWaiting()
    }
  }

  /** Resolves when there are blocks that are worth an append, and at the end. */
  async #gathered(index: BlockIndex): Promise<void> {
    const next = this.#nextOf(index)
    while (this.#storedFrom(next) === 0 && !this.#isStopped) await this.#untilWoken()
    await this.#pause(GATHER_MS, () => this.#waiting.size > 0 || this.#storedFrom(next) >= GATHERED_BLOCKS)
  }

  /** How many blocks there are from a height on. */
  #storedFrom(height: number): number {
    return Math.max(0, this.#options.blocks.head.header.height - height + 1)
  }

  /** An empty index begins where the node's blocks do. */
  #nextOf(index: BlockIndex): number {
    return index.head === undefined ? this.#options.blocks.earliest : index.head.height + 1
  }

  /** What is stored from a height on; empty at the head. Other work has its turn between two blocks. */
  async #read(from: number): Promise<readonly Uint8Array[]> {
    const { blocks } = this.#options
    const records: Uint8Array[] = []
    let sizeBytes = 0
    for (let height = from; height <= blocks.head.header.height && !this.#isStopped; height++) {
      const record = blocks.recordBytes(height)
      if (record === undefined) throw new IndexFailure('index/no-block', `the store has no block ${height}`)
      if (records.length > 0 && sizeBytes + record.length > APPEND_BYTES_MAX) break
      records.push(record)
      sizeBytes += record.length
      if (sizeBytes >= APPEND_BYTES || records.length === APPEND_BLOCKS_MAX) break
      await nextTurn()
    }
    return records
  }

  async #reached(height: number): Promise<void> {
    const isWorthIt = (): boolean => {
      const index = this.#index
      if (index === undefined || this.#isStopped) return this.#isOpening && !this.#isStopped
      return indexedTo(index) < height && height - indexedTo(index) <= AWAITED_BLOCKS_MAX
    }
    if (!isWorthIt()) return
    let isLate = false
    const timer = this.#options.clock.startTimer(AWAITED_MS_MAX, () => {
      isLate = true
      this.#tellWaiting()
    })
    while (isWorthIt() && !isLate) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve)
        this.#wake?.()
      })
    }
    timer.stop()
  }

  #tellWaiting(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const resolve of waiting) resolve()
  }

  /** Shorter where `isEnough` says so. */
  async #pause(durationMs: number, isEnough: () => boolean = () => false): Promise<void> {
    let isOver = false
    const timer = this.#options.clock.startTimer(durationMs, () => {
      isOver = true
      this.#wake?.()
    })
    while (!isOver && !isEnough() && !this.#isStopped) await this.#untilWoken()
    timer.stop()
  }

  #untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}

function indexedTo({ head }: BlockIndex): number {
  return head === undefined ? -1 : head.height
}

function unavailable({ message }: IndexFailure): Rejection {
  return reject('index/unavailable', `the node's index cannot be used: ${message}`)
}
