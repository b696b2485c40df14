import type { NodeEndpoints } from '@hanse/devnet'
import { statusOf } from '@hanse/devnet'
import { type Json, parseGenesis } from '@hanse/protocol'
import { offerLoad } from '../load.ts'
import { startNetwork } from '../network.ts'
import { type ProcessUsage, usageOf } from '../process-usage.ts'
import { type BenchReport, reportLines } from '../report.ts'
import { RpcSocket } from '../rpc-socket.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { distributionOf } from '../statistics.ts'
import { signTransfers } from '../transfers.ts'

export const steadyScenario = defineScenario({
  name: 'steady',
  summary: 'a fixed load of transfers over all nodes: committed, and latency to final at the client',
  options: {
    seconds: { default: 60, min: 1, max: 240 },
    /** The same load before that, which is told apart: fresh processes compile what they run. */
    warmup: { default: 5, min: 0, max: 600 },
    rate: { default: 300, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
  },
  run: async (options, onProgress) => {
    const report = await steady(options, onProgress)
    const { latencies: _, ...figures } = report
    return { lines: reportLines(report), figures, failed: Object.keys(report.failures).length > 0 }
  },
})

interface SteadyOptions {
  readonly seconds: number
  readonly warmup: number
  readonly rate: number
  readonly validators: number
}

/** A fixed offered load of settlement transfers, spread over all nodes; latency from send to final at the client. */
async function steady(
  { seconds: length, warmup: warmupSeconds, rate, validators }: SteadyOptions,
  onProgress: OnProgress,
): Promise<BenchReport> {
  const network = await startNetwork(validators)
  try {
    const { nodes } = network.devnet
    const sockets = await Promise.all(nodes.map((node) => RpcSocket.connect(`ws://127.0.0.1:${node.rpcPort}/ws`)))
    const chain = parseGenesis((await (sockets[0] as RpcSocket).call<{ genesis: Json }>('chain_getGenesis', {})).genesis)
    if (!chain.ok) throw new Error(chain.error.message)
    const [before, total] = [warmupSeconds * rate, length * rate]
    const told = (sent: number): void => onProgress(sent, before + total, 'transactions sent')
    const transactions = signTransfers(chain.value, before + total, Date.now())
    const warmup = await offerLoad(sockets, transactions.slice(0, before), rate, told)
    const heightBefore = await heightOf(nodes)
    const usageBefore = usages(network.pids())
    const clientBefore = process.cpuUsage()
    const load = await offerLoad(sockets, transactions.slice(before), rate, (sent) => told(before + sent))
    const client = process.cpuUsage(clientBefore)
    const usageAfter = usages(network.pids())
    const status = await statusOf(nodes[0] as NodeEndpoints)
    for (const socket of sockets) socket.close()
    const seconds = load.elapsedMs / 1000
    return {
      scenario: 'steady',
      validators,
      offeredPerSecond: rate,
      warmup: { seconds: warmupSeconds, committed: warmup.latenciesMs.length, latencyMs: distributionOf(warmup.latenciesMs) },
      committed: load.latenciesMs.length,
      committedPerSecond: load.latenciesMs.length / seconds,
      rejected: warmup.rejected + load.rejected,
      failures: sumOf(warmup.failures, load.failures),
      latencyMs: distributionOf(load.latenciesMs),
      latencies: load.latenciesMs,
      blocks: (status?.height ?? 0) - heightBefore,
      view: status?.view ?? -1,
      elapsedSeconds: seconds,
      processes: [
        ...[...usageAfter].map(([name, after]) => ({
          name,
          residentMb: after.residentBytes / 1024 / 1024,
          cpuSeconds: after.cpuSeconds - (usageBefore.get(name)?.cpuSeconds ?? 0),
        })),
        { name: 'client', residentMb: process.memoryUsage.rss() / 1024 / 1024, cpuSeconds: (client.user + client.system) / 1e6 },
      ],
    }
  } finally {
    await network.close()
  }
}

/** What goes wrong while processes warm up goes wrong. */
function sumOf(...parts: readonly ReadonlyMap<string, number>[]): Readonly<Record<string, number>> {
  const total = new Map<string, number>()
  for (const part of parts) for (const [code, count] of part) total.set(code, (total.get(code) ?? 0) + count)
  return Object.fromEntries(total)
}

async function heightOf(nodes: readonly NodeEndpoints[]): Promise<number> {
  return (await statusOf(nodes[0] as NodeEndpoints))?.height ?? 0
}

function usages(pids: readonly { readonly name: string; readonly pid: number }[]): ReadonlyMap<string, ProcessUsage> {
  return new Map(
    pids.flatMap(({ name, pid }) => {
      const usage = usageOf(pid)
      return usage === undefined ? [] : [[name, usage] as const]
    }),
  )
}
