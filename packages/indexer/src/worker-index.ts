import { Worker } from 'node:worker_threads'
import {
  type BlockIndex,
  type EventFilter,
  IndexFailure,
  type ListedBlock,
  type ListedEvent,
  type ListedTransaction,
  type ListPage,
  type ListRange,
  type TransactionFilter,
} from '@hanse/ports'
import type { IndexFileOptions } from './database.ts'
import { WAITING_READS_MAX } from './limits.ts'
import type { IndexReply, IndexRequest } from './messages.ts'

/** Of the thread's JavaScript; SQLite's pages are beside it. A block of the largest size is decoded within a tenth. */
const THREAD_HEAP_MIB = 256

interface Waiting {
  resolve(value: unknown): void
  reject(error: IndexFailure): void
}

/**
 * Opens the index in a thread of its own, so that neither a long query nor the disk keeps the caller's event loop.
 * @throws IndexFailure
 */
export async function openBlockIndex(options: IndexFileOptions): Promise<BlockIndex> {
  const index = new WorkerIndex(options)
  try {
    await index.opened
    return index
  } catch (error) {
    await index.close()
    throw error
  }
}

class WorkerIndex implements BlockIndex {
  readonly opened: Promise<unknown>
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  readonly #exited: Promise<void>
  #head: BlockIndex['head']
  #failure: IndexFailure | undefined
  #isClosing = false

  constructor(options: IndexFileOptions) {
    this.#worker = new Worker(new URL('./index-worker.js', import.meta.url), {
      workerData: options,
      name: 'hanse-index',
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MIB },
    })
    this.opened = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
    this.#worker.on('message', (reply: IndexReply) => this.#onReply(reply))
    this.#worker.on('error', (error) => this.#fail(threadFailure(error)))
    this.#exited = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#fail(new IndexFailure('index/closed', 'the index is closed'))
        resolve()
      })
    })
  }

  get head(): BlockIndex['head'] {
    return this.#head
  }

  async append(records: readonly Uint8Array[]): Promise<void> {
    await this.#ask({ type: 'append', records })
  }

  blocks(range: ListRange): Promise<ListPage<ListedBlock>> {
    return this.#read({ type: 'blocks', range })
  }

  transactions(range: ListRange, filter: TransactionFilter): Promise<ListPage<ListedTransaction>> {
    return this.#read({ type: 'transactions', range, filter })
  }

  events(range: ListRange, filter: EventFilter): Promise<ListPage<ListedEvent>> {
    return this.#read({ type: 'events', range, filter })
  }

  async close(): Promise<void> {
    if (!this.#isClosing && this.#failure === undefined) this.#ask({ type: 'close' }).catch(() => undefined)
    this.#isClosing = true
    await this.#exited
  }

  async #read<T>(request: IndexRequest): Promise<T> {
    if (this.#waiting.length >= WAITING_READS_MAX) throw new IndexFailure('index/busy', 'too many reads of the index wait')
    return (await this.#ask(request)) as T
  }

  #ask(request: IndexRequest): Promise<unknown> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    if (this.#isClosing) return Promise.reject(new IndexFailure('index/closed', 'the index is closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(request)
    })
  }

  #onReply(reply: IndexReply): void {
    this.#head = reply.head
    const waiting = this.#waiting.shift()
    if (reply.type === 'done') waiting?.resolve(reply.value)
    else waiting?.reject(new IndexFailure(reply.code, reply.message))
  }

  #fail(failure: IndexFailure): void {
    this.#failure ??= failure
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure)
  }
}

/** A Node that has no `node:sqlite` fails when the thread loads it. */
function threadFailure(error: unknown): IndexFailure {
  const message = error instanceof Error ? error.message : String(error)
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_BUILTIN_MODULE'
  return new IndexFailure(isMissing ? 'index/unsupported' : 'index/io', `the index's thread ended: ${message}`, { cause: error })
}
