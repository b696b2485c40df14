import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { StoredEntry } from '@hanse/ports'
import { assert, type Hash } from '@hanse/primitives'
import { packRecords, type RootReply, type RootRequest } from './messages.ts'

/** Calls of `add` whose records are not hashed yet. */
const ADDS_AHEAD_MAX = 4
/** Of the thread's JavaScript; the hashes lie beside it, 64 bytes a key. */
const THREAD_HEAP_MIB = 128

interface Waiting {
  resolve(reply: RootReply): void
  reject(error: unknown): void
}

/** The root of a large state, computed in a thread of its own: reading it takes the caller's as long, and joining it would keep a node from its work. */
export class RootThread {
  readonly #worker = new Worker(new URL(`./root-worker${extname(import.meta.url)}`, import.meta.url), {
    name: 'hanse-state-root',
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MIB },
  })
  /** In the order of their requests, which is that of the replies. */
  readonly #waiting: Waiting[] = []
  readonly #added: Promise<unknown>[] = []
  #failure: unknown

  constructor() {
    this.#worker.on('message', (reply: RootReply) => this.#waiting.shift()?.resolve(reply))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('the thread that computes the root of the state has ended')))
  }

  /** Distinct keys, in any order. Resolves when there is room for more. */
  async add(records: readonly StoredEntry[]): Promise<void> {
    const packed = packRecords(records)
    const added = this.#ask({ type: 'add', records: packed }, [packed.lengths.buffer, packed.bytes.buffer])
    // What fails meanwhile is told when it is waited for.
    added.catch(() => undefined)
    this.#added.push(added)
    if (this.#added.length > ADDS_AHEAD_MAX) await this.#added.shift()
  }

  /** Of all that was added. Once, and last. */
  async root(): Promise<Hash> {
    const reply = await this.#ask({ type: 'root' })
    assert(reply.type === 'root', 'replies come in the order of their requests')
    return reply.root
  }

  /** Idempotent. Ends what is under way: whoever waits for it is told so. */
  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: RootRequest, moved: readonly ArrayBuffer[] = []): Promise<RootReply> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(request, moved)
    })
  }

  #fail(failure: unknown): void {
    this.#failure ??= failure
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure)
  }
}
