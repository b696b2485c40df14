import type { Span } from '../checks/outages.ts'
import type { Exit } from '../network/chaos-node.ts'

/** Everything that happened in a run, with its time since the load began, in ms. */
export interface BlockSeen {
  readonly atMs: number
  readonly node: number
  readonly height: number
}

export interface Sample {
  readonly atMs: number
  readonly node: number
  readonly residentBytes: number
  readonly descriptors: number
  readonly cpuSeconds: number
  /** Absent when its RPC did not answer. */
  readonly status?: {
    readonly height: number
    readonly view: number
    readonly peers: number
    readonly state: string
    readonly primary: string
  }
}

export interface NodeChange {
  readonly atMs: number
  readonly node: number
  readonly isUp: boolean
  readonly exit?: Exit
}

export interface FaultDone {
  readonly type: string
  readonly label: string
  readonly nodes: readonly number[]
  /** So many are out of the agreement by it at the most. */
  readonly impaired: number
  readonly atMs: number
  /** Absent when the run ended before. */
  healedMs?: number
}

export interface Note {
  readonly atMs: number
  readonly message: string
}

export class Journal {
  readonly blocks: BlockSeen[] = []
  readonly samples: Sample[] = []
  readonly changes: NodeChange[] = []
  readonly faults: FaultDone[] = []
  readonly notes: Note[] = []
  /** By node: how it lies. */
  readonly liars = new Map<number, string>()
  /** By height: when the first node told of it. */
  readonly firstSeenMs = new Map<number, number>()
  /** When nothing was asked of anybody, after everything. */
  quiet: Span | undefined
  #startMs = performance.now()
  #head = 0

  /** The load begins now. */
  begin(): void {
    this.#startMs = performance.now()
    this.blocks.length = 0
    this.samples.length = 0
    this.changes.length = 0
    this.firstSeenMs.clear()
  }

  /** Of the same clock as the history's times. */
  get startMs(): number {
    return this.#startMs
  }

  nowMs(): number {
    return performance.now() - this.#startMs
  }

  /** By the clock of `startMs`. */
  rests({ fromMs, toMs }: Span): void {
    this.quiet = { fromMs: fromMs - this.#startMs, toMs: toMs - this.#startMs }
  }

  note(message: string): void {
    this.notes.push({ atMs: this.nowMs(), message })
  }

  block(node: number, height: number): void {
    const atMs = this.nowMs()
    this.blocks.push({ atMs, node, height })
    if (!this.firstSeenMs.has(height)) this.firstSeenMs.set(height, atMs)
    this.#head = Math.max(this.#head, height)
  }

  /** Of the newest block that a node told of. */
  get head(): number {
    return this.#head
  }
}
