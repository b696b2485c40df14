import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { metricsUrl, type NodeEndpoints, nodeHome } from '@hanse/devnet'
import { CHANNELS, type Channel } from '@hanse/ports'
import type { BenchNetwork } from '../network.ts'
import { openFilesOf, type ProcessUsage, usageOf, writtenBytesOf } from '../process-usage.ts'

/** Files tell their place on disk in blocks of this many bytes, whatever the file system. */
const DISK_BLOCK_BYTES = 512
const METRICS_TIMEOUT_MS = 5_000

/** A node at one moment. Counters are since the start of its process. */
export interface NodeSample extends ProcessUsage {
  readonly node: string
  readonly pid: number
  readonly height: number
  /** Final transactions. */
  readonly transactions: number
  readonly viewChanges: number
  /** Frames that it sent to its peers, before encryption, by channel. */
  readonly peerBytesOut: Readonly<Record<Channel, number>>
  readonly writtenBytes: number
  /** What its data folder takes up. */
  readonly dataBytes: number
  readonly openFiles: number
}

/** Every node that runs and answers. */
export async function sampleNodes({ devnet, pids }: BenchNetwork): Promise<ReadonlyMap<string, NodeSample>> {
  const running = new Map(pids().map(({ name, pid }) => [name, pid]))
  const samples = await Promise.all(
    devnet.nodes.map(async (node) => {
      const pid = running.get(node.name)
      return pid === undefined ? undefined : await sampleNode(node, pid, join(nodeHome(devnet, node.name), 'data'))
    }),
  )
  return new Map(samples.flatMap((sample) => (sample === undefined ? [] : [[sample.node, sample] as const])))
}

async function sampleNode(node: NodeEndpoints, pid: number, dataFolder: string): Promise<NodeSample | undefined> {
  const metrics = await fetchMetrics(node)
  const usage = usageOf(pid)
  if (metrics === undefined || usage === undefined) return undefined
  return {
    ...usage,
    node: node.name,
    pid,
    height: sumOf(metrics, 'hanse_height'),
    transactions: sumOf(metrics, 'hanse_transactions_total'),
    viewChanges: sumOf(metrics, 'hanse_view_changes_total'),
    peerBytesOut: peerBytesOut(metrics),
    writtenBytes: writtenBytesOf(pid) ?? 0,
    dataBytes: await folderBytes(dataFolder),
    openFiles: openFilesOf(pid) ?? 0,
  }
}

async function fetchMetrics(node: NodeEndpoints): Promise<string | undefined> {
  try {
    return await (await fetch(metricsUrl(node), { signal: AbortSignal.timeout(METRICS_TIMEOUT_MS) })).text()
  } catch {
    return undefined
  }
}

function peerBytesOut(metrics: string): Readonly<Record<Channel, number>> {
  const sums = CHANNELS.map((channel) => [channel, sumOf(metrics, 'hanse_p2p_bytes_total', 'direction="out"', `type="${channel}"`)])
  return Object.fromEntries(sums) as Record<Channel, number>
}

/** The sum over the series of a metric in Prometheus' text format, of those that have all these labels. */
export function sumOf(text: string, name: string, ...wanted: readonly string[]): number {
  let sum = 0
  for (const [, labels = '', value] of text.matchAll(new RegExp(`^${name}(\\{[^}]*\\})? (\\S+)$`, 'gm')))
    if (wanted.every((label) => labels.includes(label))) sum += Number(value)
  return sum
}

/** Files come and go while it is looked at. */
async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return await folderBytes(path)
      return await lstat(path).then(
        ({ blocks }) => blocks * DISK_BLOCK_BYTES,
        () => 0,
      )
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
