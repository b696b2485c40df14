import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Devnet, type NodeEndpoints, statusOf } from '@hanse/devnet'
import { type Order, type Pace, type Post, type Sendings, sharedNowMs, type Word } from './orders.ts'
import type { WorkloadName } from './workloads.ts'

const clientProgram = fileURLToPath(new URL('./client.js', import.meta.url))

/** Of a load that goes on until it is stopped. */
export const UNTIL_STOPPED_MS = 24 * 3_600_000

/** From the word to the first sending: all clients have heard it by then, in ms. */
const HEARD_WITHIN_MS = 300
/** How often it is asked how far they are, in ms. */
const PROGRESS_MS = 100

/** The load as a whole: of all clients together. */
export type OfferedPace =
  /** Transactions a second. */
  | { readonly type: 'rate'; readonly perSecond: number }
  /** As many as the nodes make final: so many without an answer at each node. */
  | { readonly type: 'max'; readonly window: number }

/** A load that is being sent. */
export interface RunningLoad {
  /** When the first was due, on the clock of all processes (`sharedNowMs`). */
  readonly startMs: number
  sent(): number
  committed(): number
  /** Sends no more. */
  stop(): void
  /** Of each client, in the order of the nodes, when all is answered. */
  readonly ended: Promise<readonly Sendings[]>
}

export type OnCount = (done: number, total: number) => void

export interface HireOptions {
  /** Those that are sent to, by one client each. Default: all. */
  readonly nodes?: readonly NodeEndpoints[]
  /** A client whose node is gone waits for it and goes to no other. */
  readonly isLoyal?: boolean
}

const NOTHING_YET = { signed: 0, sent: 0, committed: 0 }

class HiredClient {
  readonly node: NodeEndpoints
  readonly #child: ChildProcess
  #progress = NOTHING_YET
  #onWord: ((word: Word) => void) | undefined
  #onGone: ((error: Error) => void) | undefined

  constructor(node: NodeEndpoints) {
    this.node = node
    this.#child = fork(clientProgram, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' })
    this.#child.on('message', (word: Word) => {
      if (word.type === 'progress') this.#progress = word
      else this.#onWord?.(word)
    })
    this.#child.once('exit', (code, signal) => this.#onGone?.(new Error(`the client of ${node.name} ended with ${code ?? signal}`)))
  }

  get pid(): number {
    return this.#child.pid as number
  }

  get progress(): { readonly signed: number; readonly sent: number; readonly committed: number } {
    return this.#progress
  }

  /** Resolves when it is done. */
  order(order: Order): Promise<Sendings | undefined> {
    this.#progress = NOTHING_YET
    return new Promise((resolve, reject) => {
      this.#onGone = reject
      this.#onWord = (word) => {
        if (word.type === 'failed') reject(new Error(`the client of ${this.node.name}: ${word.message}`))
        else if (word.type === 'done') resolve(word.sendings)
      }
      this.#child.send(order)
    })
  }

  stop(): void {
    this.#child.send({ type: 'stop' } satisfies Order)
  }

  dismiss(): void {
    this.#onGone = undefined
    if (this.#child.connected) this.#child.disconnect()
  }
}

/** Clients in processes of their own, one for each node of a devnet. */
export class LoadCrew {
  readonly #clients: readonly HiredClient[]

  private constructor(clients: readonly HiredClient[]) {
    this.#clients = clients
  }

  /** The nodes answer. Resolves when every client is connected and what its load needs is on the chain. */
  static async hire(devnet: Devnet, workload: WorkloadName, options: HireOptions = {}): Promise<LoadCrew> {
    const { nodes = devnet.nodes, isLoyal = false } = options
    const crew = new LoadCrew(nodes.map((node) => new HiredClient(node)))
    const genesisPath = join(devnet.directory, 'genesis.json')
    const ports = nodes.map(({ rpcPort }) => rpcPort)
    const height = (await statusOf(nodes[0] as NodeEndpoints))?.height ?? 0
    const post = (client: number): Post => ({
      ...{ genesisPath, workload, client, clients: nodes.length, height },
      ports: isLoyal ? ports.slice(client, client + 1) : [...ports.slice(client), ...ports.slice(0, client)],
    })
    try {
      await Promise.all(crew.#clients.map((client, index) => client.order({ type: 'begin', post: post(index) })))
    } catch (error) {
      crew.dismiss()
      throw error
    }
    return crew
  }

  get processes(): readonly { readonly name: string; readonly pid: number }[] {
    return this.#clients.map(({ node, pid }) => ({ name: node.name, pid }))
  }

  /** Signs so many transactions, of all clients together, for the next load. */
  async sign(transactions: number, onCount: OnCount = () => undefined): Promise<void> {
    const each = Math.ceil(transactions / this.#clients.length)
    const signing = Promise.all(this.#clients.map((client) => client.order({ type: 'sign', transactions: each })))
    await watched(signing, () => onCount(this.#sum('signed'), each * this.#clients.length))
  }

  send(pace: OfferedPace, durationMs: number): RunningLoad {
    const startMs = sharedNowMs() + HEARD_WITHIN_MS
    const own: Pace =
      pace.type === 'rate' ? { type: 'rate', perSecond: pace.perSecond / this.#clients.length } : { type: 'window', size: pace.window }
    const endMs = startMs + durationMs
    const ended = Promise.all(this.#clients.map((client) => client.order({ type: 'send', pace: own, startMs, endMs })))
    // Whoever waits for it hears of it; until then it is nobody's to hear.
    ended.catch(() => undefined)
    return {
      startMs,
      sent: () => this.#sum('sent'),
      committed: () => this.#sum('committed'),
      stop: () => {
        for (const client of this.#clients) client.stop()
      },
      ended: ended as Promise<readonly Sendings[]>,
    }
  }

  dismiss(): void {
    for (const client of this.#clients) client.dismiss()
  }

  #sum(what: 'signed' | 'sent' | 'committed'): number {
    return this.#clients.reduce((total, { progress }) => total + progress[what], 0)
  }
}

/** What `work` comes to; meanwhile `onStep` is called again and again. */
export async function watched<T>(work: Promise<T>, onStep: () => void): Promise<T> {
  const timer = setInterval(onStep, PROGRESS_MS)
  try {
    return await work
  } finally {
    clearInterval(timer)
    onStep()
  }
}
