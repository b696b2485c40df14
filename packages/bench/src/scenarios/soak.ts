import { setTimeout as sleep } from 'node:timers/promises'
import { chartSvg, type Line, type Panel } from '../chart.ts'
import { type NodeSample, sampleNodes } from '../load/node-sample.ts'
import { fixedRateOptions, LOAD_OPTIONS, offeredText } from '../load/options.ts'
import { sharedNowMs } from '../load/orders.ts'
import { loadResult } from '../load/result.ts'
import { runLoad } from '../load/run.ts'
import { defineScenario } from '../scenario.ts'
import { slope } from '../statistics.ts'

const SAMPLE_MS = 5_000
/** What is to be reached by a node, whatever it has taken in. */
const RESIDENT_MB_MAX = 400
/** Connections come and go; what grows with time is lost. */
const OPEN_FILES_PER_HOUR_MAX = 60

/** All nodes at one moment. */
export interface SoakSample {
  readonly atSeconds: number
  readonly nodes: ReadonlyMap<string, NodeSample>
}

/** How a node's needs grow, from the middle of the run on: before it, caches fill. */
export interface SoakRow {
  readonly node: string
  readonly residentMbMax: number
  readonly residentMbPerHour: number
  readonly openFiles: number
  readonly openFilesPerHour: number
  readonly diskBytesPerTransaction: number
  readonly transactions: number
}

export const soakScenario = defineScenario({
  name: 'soak',
  summary: 'half an hour of a fixed load: how memory, descriptors and disk of each node grow',
  draws: true,
  options: {
    ...LOAD_OPTIONS,
    ...fixedRateOptions(600),
    seconds: { ...LOAD_OPTIONS.seconds, default: 1_800 },
    runs: { default: 1, min: 1, max: 1 },
  },
  run: async ({ rate, seconds, warmup: warmupSeconds, validators }, onProgress) => {
    const pace = { type: 'rate', perSecond: rate } as const
    const samples: SoakSample[] = []
    const run = await runLoad(
      {
        ...{ workload: 'transfer', validators, pace, seconds, warmupSeconds },
        during: async (network, { fromMs, untilMs }) => {
          for (let atMs = fromMs; atMs <= untilMs; atMs += SAMPLE_MS) {
            await sleep(Math.max(0, atMs - sharedNowMs()))
            samples.push({ atSeconds: (atMs - fromMs) / 1000, nodes: await sampleNodes(network) })
          }
        },
      },
      onProgress,
    )
    const rows = soakRows(samples)
    const about = { scenario: 'soak', validators, callsPerTransaction: 1, offered: offeredText(pace) }
    const result = loadResult(about, [run], { lines: soakLines(rows), figures: { rows }, faults: soakFaults(rows) })
    return { ...result, chart: chartSvg(`soak: ${validators} validators, ${offeredText(pace)}`, soakPanels(samples)) }
  },
})

export function soakRows(samples: readonly SoakSample[]): readonly SoakRow[] {
  const settled = samples.slice(Math.floor(samples.length / 2))
  const names = [...(samples.at(-1)?.nodes.keys() ?? [])]
  return names.map((node) => {
    const grows = (x: (sample: SoakSample, of: NodeSample) => number, y: (of: NodeSample) => number): number =>
      slope(
        settled.flatMap((sample) => {
          const of = sample.nodes.get(node)
          return of === undefined ? [] : [{ x: x(sample, of), y: y(of) }]
        }),
      )
    const hours = ({ atSeconds }: SoakSample): number => atSeconds / 3_600
    const last = samples.at(-1)?.nodes.get(node) as NodeSample
    return {
      node,
      residentMbMax: Math.max(...samples.map(({ nodes }) => mb(nodes.get(node)?.residentBytes ?? 0))),
      residentMbPerHour: grows(hours, ({ residentBytes }) => mb(residentBytes)),
      openFiles: last.openFiles,
      openFilesPerHour: grows(hours, ({ openFiles }) => openFiles),
      diskBytesPerTransaction: grows(
        (_, { transactions }) => transactions,
        ({ dataBytes }) => dataBytes,
      ),
      transactions: last.transactions,
    }
  })
}

export function soakFaults(rows: readonly SoakRow[]): readonly string[] {
  return rows.flatMap(({ node, residentMbMax, openFilesPerHour }) => [
    ...(residentMbMax > RESIDENT_MB_MAX ? [`${node} had ${residentMbMax.toFixed(0)} MB, not ${RESIDENT_MB_MAX}`] : []),
    ...(openFilesPerHour > OPEN_FILES_PER_HOUR_MAX
      ? [`${node} opened ${openFilesPerHour.toFixed(0)} files more an hour than it closed`]
      : []),
  ])
}

function soakLines(rows: readonly SoakRow[]): readonly string[] {
  const width = Math.max(4, ...rows.map(({ node }) => node.length))
  return [
    `  ${'node'.padEnd(width)}  transactions  resident at most   an hour   open files   an hour  disk a transaction`,
    ...rows.map((row) =>
      [
        `  ${row.node.padEnd(width)}`,
        row.transactions.toLocaleString('en-US').padStart(12),
        `${row.residentMbMax.toFixed(0)} MB`.padStart(16),
        `${signed(row.residentMbPerHour)} MB`.padStart(8),
        `${row.openFiles}`.padStart(11),
        signed(row.openFilesPerHour).padStart(8),
        `${row.diskBytesPerTransaction.toFixed(0)} bytes`.padStart(18),
      ].join('  '),
    ),
  ]
}

function soakPanels(samples: readonly SoakSample[]): readonly Panel[] {
  const names = [...(samples.at(-1)?.nodes.keys() ?? [])]
  const lines = (y: (of: NodeSample) => number): readonly Line[] =>
    names.map((name) => ({
      name,
      points: samples.flatMap(({ atSeconds, nodes }) => {
        const of = nodes.get(name)
        return of === undefined ? [] : [[atSeconds, y(of)] as const]
      }),
    }))
  return [
    { title: 'Resident memory', xLabel: 'seconds', yLabel: 'MB', lines: lines(({ residentBytes }) => mb(residentBytes)) },
    { title: 'Open descriptors', xLabel: 'seconds', yLabel: 'descriptors', lines: lines(({ openFiles }) => openFiles) },
    { title: 'Data folder', xLabel: 'seconds', yLabel: 'MB', lines: lines(({ dataBytes }) => mb(dataBytes)) },
  ]
}

function mb(bytes: number): number {
  return bytes / 1024 / 1024
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}
