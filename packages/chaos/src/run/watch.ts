import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { RunningAgreement } from '../checks/agreement.ts'
import { collectBooks } from '../checks/collect.ts'
import { type Books, checkConservation } from '../checks/conservation.ts'
import type { ChaosNode } from '../network/chaos-node.ts'
import type { Journal, Sample } from './journal.ts'

const SAMPLE_MS = 1_000
const BOOKS_MS = 4_000
const STATUS_TIMEOUT_MS = 900
const LOST_MS = 200
/** The kernel counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

export interface WatchOptions {
  readonly nodes: readonly ChaosNode[]
  readonly parties: readonly string[]
  readonly journal: Journal
  readonly violate: (check: string, message: string) => void
}

/**
 * Looks at a network while it runs: every block of every node as it becomes final, status, memory and descriptors once a second, the books
 * of one node after the other, and evidence, which a node forgets when it ends.
 */
export class Watch {
  readonly #options: WatchOptions
  readonly #stop = new AbortController()
  readonly #agreement = new RunningAgreement()
  readonly #tasks: Promise<void>[] = []
  readonly books: Books[] = []
  /** Organizations that a node has evidence against, and at which height. */
  readonly evidence = new Set<string>()

  constructor(options: WatchOptions) {
    this.#options = options
  }

  start(fromHeight: number): void {
    const { nodes } = this.#options
    this.#tasks.push(...nodes.map((node) => this.#watchBlocks(node, fromHeight)), this.#sampleAll(), this.#audit())
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await Promise.all(this.#tasks)
  }

  async #watchBlocks(node: ChaosNode, fromHeight: number): Promise<void> {
    const { journal, violate } = this.#options
    const { signal } = this.#stop
    let from = fromHeight
    while (!signal.aborted) {
      try {
        for await (const { data } of node.client.subscribe('blocks', { from, signal })) {
          journal.block(node.index, data.height)
          const fault = this.#agreement.add(node.name, data.height, data.hash)
          if (fault !== undefined) violate('agreement', fault)
          from = data.height + 1
        }
      } catch {
        // It is down, or behind what it had told: asked again from there on.
        await sleep(LOST_MS)
      }
    }
  }

  async #sampleAll(): Promise<void> {
    const { nodes, journal } = this.#options
    while (!this.#stop.signal.aborted) {
      const atMs = journal.nowMs()
      const samples = await Promise.all(nodes.map((node) => sampleOf(node, atMs)))
      journal.samples.push(...samples.filter((sample) => sample !== undefined))
      await sleep(Math.max(0, SAMPLE_MS - (journal.nowMs() - atMs)))
    }
  }

  async #audit(): Promise<void> {
    const { nodes, parties, violate } = this.#options
    for (let turn = 0; !this.#stop.signal.aborted; turn++) {
      const node = nodes[turn % nodes.length] as ChaosNode
      await this.readEvidence(node)
      const status = await node.client.call('node_status', {}, { timeoutMs: STATUS_TIMEOUT_MS }).catch(() => undefined)
      if (status !== undefined && node.isUp) {
        const books = await collectBooksOnce(node, parties, status.height)
        if (books !== undefined) {
          this.books.push(books)
          for (const { check, message } of checkConservation([books])) violate(check, message)
        }
      }
      await sleep(BOOKS_MS / nodes.length)
    }
  }

  /** Adds what a node has against others. */
  async readEvidence(node: ChaosNode): Promise<void> {
    const reply = await node.client.call('consensus_getEvidence', {}, { timeoutMs: STATUS_TIMEOUT_MS }).catch(() => undefined)
    for (const { organization, kind, height } of reply?.items ?? [])
      this.evidence.add(`${organization}: ${kind} at height ${height}, kept by ${node.name}`)
    for (const { organization, kind, height, recordedHeight } of reply?.onChain ?? [])
      this.evidence.add(`${organization}: ${kind} at height ${height}, on the chain since ${recordedHeight}`)
  }
}

/** Undefined where the node ends meanwhile, or the height has left what can be asked for. */
async function collectBooksOnce(node: ChaosNode, parties: readonly string[], height: number): Promise<Books | undefined> {
  try {
    return await Promise.race([collectBooks(node, parties, height), sleep(STATUS_TIMEOUT_MS, undefined)])
  } catch {
    return undefined
  }
}

async function sampleOf(node: ChaosNode, atMs: number): Promise<Sample | undefined> {
  if (!node.isUp) return undefined
  const status = await node.client.call('node_status', {}, { timeoutMs: STATUS_TIMEOUT_MS }).catch(() => undefined)
  try {
    const { pid } = node
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return {
      ...{ atMs, node: node.index, residentBytes: Number(resident) * 1024, descriptors: openDescriptors(node) },
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      ...(status === undefined ? {} : { status }),
    }
  } catch {
    return undefined
  }
}

/** What a node has open beside its clients’ connections: those come and go as clients like, within the limits of its RPC. */
function openDescriptors({ pid, endpoints }: ChaosNode): number {
  const port = endpoints.rpcPort.toString(16).toUpperCase().padStart(4, '0')
  const isClient = new RegExp(`^\\s*\\d+: [0-9A-F]+:${port} [0-9A-F]+:[0-9A-F]+ 01 `)
  const clients = readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
    .split('\n')
    .filter((line) => isClient.test(line))
  return readdirSync(`/proc/${pid}/fd`).length - clients.length
}
