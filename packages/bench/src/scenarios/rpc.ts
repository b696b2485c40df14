import { readFileSync } from 'node:fs'
import { callNode, type NodeEndpoints, webSocketUrl } from '@hanse/devnet'
import { pause, type Tally, type Target } from '../attacks/attack.ts'
import { callBody, postBytes, RawConnection } from '../attacks/raw-connection.ts'
import { LoadCrew } from '../load/crew.ts'
import { type BenchNetwork, startNetwork } from '../network.ts'
import { usageOf } from '../process-usage.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { type Distribution, distributionOf } from '../statistics.ts'
import { type ReadRow, type RpcReport, rpcFaults, rpcLines } from './rpc-report.ts'

/** Connections that ask at the same time, each one call after the other. */
const CONCURRENCY = [1, 8, 32, 128] as const
const WARMUP_SECONDS = 3
/** Until the last lines of the node's log are on disk. */
const LOG_FLUSH_MS = 500

export const rpcScenario = defineScenario({
  name: 'rpc',
  summary: 'single reads a second on one node, and how long after a block’s finality there a subscriber has it',
  options: {
    /** Of each measurement of reads, and of the subscription. */
    seconds: { default: 5, min: 1, max: 240 },
    /** Transfers while blocks are told: so that there are blocks. */
    rate: { default: 100, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
  },
  run: async (options, onProgress) => {
    const report = await rpc(options, onProgress)
    const faults = rpcFaults(report)
    return { lines: [...rpcLines(report), ...faults.map((fault) => `  not kept: ${fault}`)], figures: report, failed: faults.length > 0 }
  },
})

interface RpcOptions {
  readonly seconds: number
  readonly rate: number
  readonly validators: number
}

/** Single reads of one client on one node, and how long after a block's finality at that node a subscriber has it. */
async function rpc({ validators, seconds, rate }: RpcOptions, onProgress: OnProgress): Promise<RpcReport> {
  const network = await startNetwork(validators, { logLevel: 'debug' })
  let crew: LoadCrew | undefined
  try {
    const [node] = network.devnet.nodes as [NodeEndpoints]
    const hired = await LoadCrew.hire(network.devnet, 'transfer', { nodes: [node] })
    crew = hired
    const load = async (length: number): Promise<void> => {
      await hired.sign(length * rate, (done, total) => onProgress(done, total, 'transactions signed'))
      await hired.send({ type: 'rate', perSecond: rate }, 1000 * length).ended
    }
    await load(WARMUP_SECONDS)
    const told = await tellingBlocks(node, () => load(seconds))
    const blockDelayMs = delays(network, node, told)
    const block = await callNode<{ readonly transactionIds: readonly string[] }>(node, 'chain_getBlock', {
      height: 'latest',
      detail: 'ids',
    })
    const hash = block?.transactionIds[0] ?? `0x${'00'.repeat(32)}`
    const reads = await measureReads(network, node, hash, { seconds, onProgress })
    return { scenario: 'rpc', validators, offeredPerSecond: rate, seconds, reads, blockDelayMs }
  } finally {
    crew?.dismiss()
    await network.close()
  }
}

/** When each height was told, ms since 1970, while `meanwhile` runs. */
async function tellingBlocks(node: NodeEndpoints, meanwhile: () => Promise<unknown>): Promise<ReadonlyMap<number, number>> {
  const told = new Map<number, number>()
  const socket = new WebSocket(webSocketUrl(node))
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('the subscriber cannot connect')))
  })
  socket.addEventListener('message', ({ data }) => {
    const receivedMs = performance.timeOrigin + performance.now()
    const { params } = JSON.parse(String(data)) as { params?: { data?: { height?: number } } }
    if (params?.data?.height !== undefined) told.set(params.data.height, receivedMs)
  })
  socket.send(callBody('sub_subscribe', { topic: 'blocks' }))
  await meanwhile()
  await pause(LOG_FLUSH_MS)
  socket.close()
  return told
}

/** From the time in the node's log at which a block was final there to its receipt. */
function delays(network: BenchNetwork, node: NodeEndpoints, told: ReadonlyMap<number, number>): Distribution {
  const found: number[] = []
  for (const line of readFileSync(network.logPath(node.name), 'utf8').split('\n')) {
    if (!line.includes('"msg":"block final"')) continue
    const { time, height } = JSON.parse(line) as { time: number | string; height: number }
    const toldMs = told.get(height)
    if (toldMs !== undefined) found.push(toldMs - new Date(time).getTime())
  }
  return distributionOf(found)
}

async function measureReads(
  network: BenchNetwork,
  node: NodeEndpoints,
  hash: string,
  { seconds, onProgress }: { readonly seconds: number; readonly onProgress: OnProgress },
): Promise<readonly ReadRow[]> {
  const calls: Readonly<Record<string, string>> = {
    node_status: callBody('node_status', {}),
    'chain_getBlock ids': callBody('chain_getBlock', { height: 'latest', detail: 'ids' }),
    'state_query balance': callBody('state_query', {
      module: 'settlement',
      query: 'balance',
      args: { partyId: 'bank-a', currency: 'CNY' },
    }),
    tx_get: callBody('tx_get', { hash }),
  }
  const pid = network.pids().find(({ name }) => name === node.name)?.pid ?? 0
  const rows: ReadRow[] = []
  for (const [call, body] of Object.entries(calls)) {
    for (const connections of CONCURRENCY) {
      onProgress(rows.length, Object.keys(calls).length * CONCURRENCY.length, 'measurements')
      await ask(node, body, connections, 1)
      const before = usageOf(pid)?.cpuSeconds ?? 0
      const { tally, latenciesMs, elapsedSeconds } = await ask(node, body, connections, seconds)
      const cpuSeconds = (usageOf(pid)?.cpuSeconds ?? 0) - before
      rows.push({
        call,
        connections,
        answeredPerSecond: (tally.answered - tally.refused) / elapsedSeconds,
        refused: tally.refused,
        latencyMs: distributionOf(latenciesMs),
        nodeCpuPercent: (100 * cpuSeconds) / elapsedSeconds,
      })
    }
  }
  return rows
}

interface Asked {
  readonly tally: Tally
  readonly latenciesMs: readonly number[]
  readonly elapsedSeconds: number
}

/** Closed loop over keep-alive connections. */
async function ask(node: NodeEndpoints, body: string, connections: number, seconds: number): Promise<Asked> {
  const bytes = postBytes(body)
  const over = new AbortController()
  const tally: Tally = { connections: 0, sent: 0, held: 0, answered: 0, refused: 0, cut: 0 }
  const target: Target = { port: node.rpcPort, localAddress: '127.0.0.1', forged: [], cpuPercent: 0, signal: over.signal, tally }
  const latenciesMs: number[] = []
  const startMs = performance.now()
  for (let count = 0; count < connections; count++) {
    const connection = new RawConnection(target)
    let sentMs = performance.now()
    connection.onAnswer = () => {
      const nowMs = performance.now()
      latenciesMs.push(nowMs - sentMs)
      sentMs = nowMs
      if (connection.isOpen) connection.send(bytes)
    }
    connection.send(bytes)
  }
  await pause(seconds * 1000)
  const elapsedSeconds = (performance.now() - startMs) / 1000
  over.abort()
  return { tally, latenciesMs, elapsedSeconds }
}
