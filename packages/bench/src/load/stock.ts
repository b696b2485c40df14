import { bytesToHex, type Hash } from '@hanse/primitives'
import { clientFrame } from './frames.ts'
import type { SignedTransaction } from './sign-transaction.ts'
import { type TellStory, TIME_TO_LIVE_MS } from './workload.ts'

/** How long a node is asked to wait for a receipt, in ms. */
export const RECEIPT_TIMEOUT_MS = 30_000

/** A transaction as the bytes that ask a node for its receipt. */
export interface Prepared {
  readonly requestId: number
  readonly id: Hash
  readonly sizeBytes: number
  readonly frame: Buffer
}

/** Of a story: what is to be sent now, and what when that is final. */
export type Chapter = readonly [Prepared, ...Prepared[]]

/** What a client has signed and not sent yet. */
export class Stock {
  readonly #tell: TellStory
  /** Parts of stories that have begun: their turn is before that of new ones. */
  readonly #begun: Chapter[] = []
  #stories: (Chapter | undefined)[] = []
  #taken = 0
  #told = 0
  #requests = 0
  /** Transactions that were signed when they had to be sent. */
  signedLate = 0

  constructor(tell: TellStory) {
    this.#tell = tell
  }

  /** Signs one more story beforehand. Returns how many transactions it has, 0 after the last. */
  add(): number {
    const story = this.#sign()
    if (story !== undefined) this.#stories.push(story)
    return story?.length ?? 0
  }

  /** Undefined when there is nothing more to be told, or not yet. */
  next(): Chapter | undefined {
    const begun = this.#begun.shift()
    if (begun !== undefined) return begun
    const story = this.#stories[this.#taken]
    if (story === undefined) {
      const late = this.#sign()
      this.signedLate += late?.length ?? 0
      return late
    }
    // What was sent is let go of: these are most of the client's memory.
    this.#stories[this.#taken] = undefined
    this.#taken += 1
    if (this.#taken === this.#stories.length) {
      this.#stories = []
      this.#taken = 0
    }
    return story
  }

  /** The first of them is final. */
  goOn([, second, ...later]: Chapter): void {
    if (second !== undefined) this.#begun.push([second, ...later])
  }

  #sign(): Chapter | undefined {
    const story = this.#tell(this.#told, Date.now() + TIME_TO_LIVE_MS)
    if (story === undefined) return undefined
    this.#told += 1
    const [first, ...later] = story
    return [this.#prepare(first), ...later.map((transaction) => this.#prepare(transaction))]
  }

  #prepare({ id, bytes }: SignedTransaction): Prepared {
    this.#requests += 1
    const params = `{"raw":"${bytesToHex(bytes)}","timeoutMs":${RECEIPT_TIMEOUT_MS}}`
    const text = `{"jsonrpc":"2.0","id":${this.#requests},"method":"tx_sendAndWait","params":${params}}`
    return { requestId: this.#requests, id, sizeBytes: bytes.length, frame: clientFrame(Buffer.from(text, 'latin1')) }
  }
}
