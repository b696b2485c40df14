import { type NodeEndpoints, nodeHome, statusOf } from '@hanse/devnet'
import { faultCounts } from '../load/counts.ts'
import { LoadCrew } from '../load/crew.ts'
import { latenciesOf, type Sendings } from '../load/orders.ts'
import { createNetwork, startNodes } from '../network.ts'
import { growth, type MetricValues, metricsOf } from '../node-metrics.ts'
import { writePeerAddresses } from '../proxy/peer-addresses.ts'
import { openProxies, type Proxies } from '../proxy/proxies.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { distributionOf } from '../statistics.ts'
import { type WanReport, type WanRow, wanFaults, wanLines } from './wan-report.ts'

interface WanOptions {
  readonly seconds: number
  readonly warmup: number
  readonly rate: number
  readonly validators: number
  readonly delay: number
  readonly jitter: number
  readonly seed: number
}

export const wanScenario = defineScenario({
  name: 'wan',
  summary: 'nodes far from each other: latency to final for clients on the primary and on the others',
  options: {
    seconds: { default: 30, min: 1, max: 120 },
    warmup: { default: 10, min: 0, max: 60 },
    rate: { default: 200, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
    /** One way, in ms; and up to so much more. */
    delay: { default: 80, min: 0, max: 1_000 },
    jitter: { default: 0, min: 0, max: 1_000 },
    seed: { default: 1, min: 0, max: 2 ** 32 - 1 },
  },
  run: async (options, onProgress) => {
    const report = await wan(options, onProgress)
    const faults = wanFaults(report)
    return { lines: [...wanLines(report), ...faults.map((fault) => `  not kept: ${fault}`)], figures: report, failed: faults.length > 0 }
  },
})

/** Clients are beside their nodes: between the nodes alone there is the distance. */
async function wan(options: WanOptions, onProgress: OnProgress): Promise<WanReport> {
  const { validators, seed, delay, jitter, warmup, seconds, rate } = options
  const network = await createNetwork(validators)
  const { nodes } = network.devnet
  const proxies = await openProxies({ ports: nodes.map(({ p2pPort }) => p2pPort), seed })
  let crew: LoadCrew | undefined
  try {
    const links = nodes.flatMap((_, from) => nodes.flatMap((_node, to) => (from === to ? [] : [{ from, to }])))
    await proxies.setDelays(links.map((link) => ({ ...link, delayMs: delay, jitterMs: jitter, lossPercent: 0 })))
    for (const [index, node] of nodes.entries()) {
      const addresses = [...proxies.addresses(index)].map(([other, address]) => [nodes[other]?.name ?? '', address] as const)
      writePeerAddresses(nodeHome(network.devnet, node.name), `127.0.0.1:${node.p2pPort}`, new Map(addresses))
    }
    await startNodes(network)
    crew = await LoadCrew.hire(network.devnet, 'transfer', { isLoyal: true })
    const total = (warmup + seconds) * rate
    await crew.sign(total, (done) => onProgress(done, total, 'transactions signed'))
    if (warmup > 0) await crew.send({ type: 'rate', perSecond: rate }, warmup * 1000).ended
    const load = crew
    return await measured(nodes, proxies, options, () => load.send({ type: 'rate', perSecond: rate }, seconds * 1000).ended)
  } finally {
    crew?.dismiss()
    await network.close()
    await proxies.close()
  }
}

async function measured(
  nodes: readonly NodeEndpoints[],
  proxies: Proxies,
  { validators, delay, jitter, seed, rate, seconds }: WanOptions,
  run: () => Promise<readonly Sendings[]>,
): Promise<WanReport> {
  const look = (): Promise<readonly MetricValues[]> => Promise.all(nodes.map(metricsOf))
  const before = await look()
  await proxies.lateness()
  const sendings = await run()
  const latenciesMs = sendings.map((sending) => [...latenciesOf(sending)])
  const lateness = await proxies.lateness()
  const after = await look()
  const status = await statusOf(nodes[0] as NodeEndpoints)
  const metric = (index: number, name: string): number => growth(before[index] as MetricValues, after[index] as MetricValues, name)
  const phaseMs = (index: number, phase: string): number => {
    const count = metric(index, `hanse_phase_seconds_count{phase="${phase}"}`)
    return (1000 * metric(index, `hanse_phase_seconds_sum{phase="${phase}"}`)) / Math.max(1, count)
  }
  const rows = nodes.map(
    ({ name }, index): WanRow => ({
      ...{ name, role: name === status?.primary ? 'primary' : 'backup' },
      latencyMs: distributionOf(latenciesMs[index] ?? []),
      ...{ preparedMs: phaseMs(index, 'prepared'), committedMs: phaseMs(index, 'committed') },
    }),
  )
  const latenciesAt = (role: WanRow['role']): readonly number[] => latenciesMs.filter((_, index) => rows[index]?.role === role).flat()
  const committed = latenciesMs.reduce((total, { length }) => total + length, 0)
  const blocks = metric(0, 'hanse_height')
  return {
    ...{ scenario: 'wan', validators, delayMs: delay, jitterMs: jitter, seed, offeredPerSecond: rate },
    ...{ committedPerSecond: committed / seconds, blocksPerSecond: blocks / seconds },
    transactionsPerBlock: committed / Math.max(1, blocks),
    ...{ rows, primaryMs: distributionOf(latenciesAt('primary')), othersMs: distributionOf(latenciesAt('backup')) },
    ...{ lateness, view: status?.view ?? -1, failures: faultCounts(sendings) },
  }
}
