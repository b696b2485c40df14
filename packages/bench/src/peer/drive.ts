import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { usageOf } from '../process-usage.ts'
import type { CometbftNetwork, PeerApplication } from './cometbft-network.ts'
import type { PeerRun } from './peer.ts'

const ERROR_LINES = 5
/** What the library says when its pool holds as much as it may: the load is bounded by that. */
const POOL_FULL = /mempool is full/

/** What the drive program prints, line by line. */
export type DriveEvent = { readonly event: 'ready' | 'measuring' | 'measured' } | ({ readonly event: 'report' } & DriveReport)

export interface DriveReport {
  readonly seconds: number
  readonly committed: number
  readonly committedPerSecond: number
  readonly failed: number
  readonly blocks: number
  readonly latencyMs: { readonly count: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number }
  readonly sent: number
  readonly refused: Readonly<Record<string, number>>
  readonly lost: number
  /** Every node's application has applied what the client saw in blocks; of signed transfers only. */
  readonly agreed?: boolean
}

const EVENTS = ['ready', 'measuring', 'measured', 'report'] as const
const REPORT_NUMBERS = ['seconds', 'committed', 'committedPerSecond', 'failed', 'blocks', 'sent', 'lost'] as const

/** @throws when the line is none of the drive program's. */
export function parseDriveLine(line: string): DriveEvent {
  const value = JSON.parse(line) as { readonly event?: string; readonly latencyMs?: { readonly p50?: unknown; readonly p99?: unknown } }
  if (!EVENTS.includes(value.event as DriveEvent['event'])) throw new Error(`the drive program says: ${line}`)
  if (value.event === 'report') {
    const numbers: readonly unknown[] = REPORT_NUMBERS.map((name) => (value as Record<string, unknown>)[name])
    const isWhole = [...numbers, value.latencyMs?.p50, value.latencyMs?.p99].every((number) => typeof number === 'number')
    if (!isWhole) throw new Error(`a report of the drive program lacks figures: ${line}`)
  }
  return value as DriveEvent
}

export interface DriveLoad {
  readonly application: PeerApplication
  /** Its own load tool sends; otherwise ours, one or the other. */
  readonly with: { readonly inFlight: number } | { readonly rate: number } | { readonly ownToolRate: number }
  readonly seconds: number
  readonly warmup: number
}

/** Transactions that are made beforehand for each second of a load that takes as much as fits: more than any machine was seen to take. */
const PREPARED_PER_SECOND = { transfer: 12_000, kvstore: 25_000 } as const
const SPARE = 1.1
/** It starts before ours watches, and is ended when that is done. */
const OWN_TOOL_SPARE_SECONDS = 10

/** Loads a network and measures it, from the first block of the measured part to its last. */
export async function drive(binDirectory: string, network: CometbftNetwork, load: DriveLoad): Promise<PeerRun> {
  const tool = 'ownToolRate' in load.with ? startOwnTool(binDirectory, network, load, load.with.ownToolRate) : undefined
  const child = spawn(join(binDirectory, 'drive'), driveWords(network, load), { stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    return await follow(child, network, tool)
  } finally {
    for (const running of [child, tool]) if (running?.exitCode === null) running.kill('SIGKILL')
  }
}

function driveWords({ endpoints }: CometbftNetwork, { application, with: how, seconds, warmup }: DriveLoad): readonly string[] {
  const length = ['--warmup', `${warmup}`, '--seconds', `${seconds}`, '--endpoints', endpoints.join(',')]
  if ('ownToolRate' in how) return ['--payload', 'watch', ...length]
  const total = warmup + seconds
  const [words, prepared] =
    'rate' in how
      ? [['--rate', `${how.rate}`], how.rate * total * SPARE + how.rate]
      : [['--in-flight', `${how.inFlight}`], PREPARED_PER_SECOND[application] * total + how.inFlight]
  return ['--payload', application, ...length, ...words, '--prepared', `${Math.ceil(prepared)}`]
}

/** `load` of the library's repository: it sends a second's worth at once, on one connection to each node. */
function startOwnTool(binDirectory: string, { endpoints }: CometbftNetwork, load: DriveLoad, rate: number): ChildProcess {
  const urls = endpoints.map((endpoint) => `ws://${endpoint}/websocket`).join(',')
  const words = [
    '-c',
    '1',
    '-s',
    '250',
    '-T',
    `${load.warmup + load.seconds + OWN_TOOL_SPARE_SECONDS}`,
    '-r',
    `${Math.ceil(rate / endpoints.length)}`,
  ]
  return spawn(join(binDirectory, 'load'), [...words, '--endpoints', urls], { stdio: 'ignore' })
}

async function follow(child: ChildProcess, network: CometbftNetwork, tool: ChildProcess | undefined): Promise<PeerRun> {
  const clients = [child, ...(tool === undefined ? [] : [tool])].map(({ pid }) => pid as number)
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const said: string[] = []
  const errors = linesOf(child.stderr as Readable, (line) => said.push(line))
  const cpu: { nodes: number; clients: number }[] = []
  let report: DriveReport | undefined
  await linesOf(child.stdout as Readable, (line) => {
    const event = parseDriveLine(line)
    if (event.event === 'measuring' || event.event === 'measured') cpu.push({ nodes: cpuOf(network.pids), clients: cpuOf(clients) })
    else if (event.event === 'report') report = event
  })
  await errors
  const [before, after] = cpu
  if ((await exit) !== 0 || report === undefined || before === undefined || after === undefined)
    throw new Error(`the load on CometBFT failed: ${said.slice(-ERROR_LINES).join(' | ')}`)
  return peerRun(report, { nodes: after.nodes - before.nodes, clients: after.clients - before.clients }, network.pids.length)
}

async function linesOf(stream: Readable, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface(stream)) onLine(line)
}

function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (usageOf(pid)?.cpuSeconds ?? 0), 0)
}

/** The figures of a run; `cpu` in seconds, of all nodes and of all clients together. */
export function peerRun(report: DriveReport, cpu: { readonly nodes: number; readonly clients: number }, nodes: number): PeerRun {
  const { seconds, committed, blocks, latencyMs, refused, failed, lost, agreed } = report
  const failures = Object.entries(refused).filter(([reason]) => !POOL_FULL.test(reason))
  if (failed > 0) failures.push(['in a block and refused', failed])
  if (lost > 0) failures.push(['never in a block', lost])
  if (agreed === false) failures.push(['nodes that do not agree with the client', 1])
  return {
    committedPerSecond: report.committedPerSecond,
    p50Ms: latencyMs.p50,
    p99Ms: latencyMs.p99,
    cpuPercentNode: (cpu.nodes / nodes / seconds) * 100,
    cpuMicrosNode: committed === 0 ? 0 : (cpu.nodes / nodes / committed) * 1e6,
    cpuPercentClient: (cpu.clients / seconds) * 100,
    blocks,
    transactionsPerBlock: committed / Math.max(1, blocks),
    failures: Object.fromEntries(failures),
  }
}
