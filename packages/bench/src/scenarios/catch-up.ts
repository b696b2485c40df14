import { setTimeout as sleep } from 'node:timers/promises'
import { type NodeEndpoints, startNodeProcess, statusOf, stopNodeProcess, waitForNode } from '@hanse/devnet'
import { type Json, parseGenesis } from '@hanse/protocol'
import { startLoad } from '../load.ts'
import { type BenchNetwork, startNetwork } from '../network.ts'
import { RpcSocket } from '../rpc-socket.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { transferSigner } from '../transfers.ts'

const SAMPLE_MS = 200
/** Blocks behind the head at which a node follows again. */
const FOLLOWS_WITHIN_BLOCKS = 16
/** A node that has not caught up by then does not, in ms. */
const CATCH_UP_TIMEOUT_MS = 600_000

interface CatchUpOptions {
  readonly blocks: number
  readonly rate: number
  readonly validators: number
}

interface CatchUpFigures {
  readonly scenario: 'catch-up'
  readonly behindBlocks: number
  readonly offeredPerSecond: number
  readonly transactionsPerBlock: number
  readonly liveBlocksPerSecond: number
  /** From the start of the process until its RPC answers: it verifies its state and its log. */
  readonly startSeconds: number
  readonly catchUpSeconds: number
  /** Blocks that it made final a second while it caught up; the chain went on meanwhile. */
  readonly blocksPerSecond: number
  readonly transactionsPerSecond: number
  readonly timesLiveRate: number
  readonly failures: Readonly<Record<string, number>>
}

export const catchUpScenario = defineScenario({
  name: 'catch-up',
  summary: 'a node that was off for some thousand blocks comes back while the load goes on',
  options: {
    blocks: { default: 10_000, min: 100, max: 1_000_000 },
    rate: { default: 300, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
  },
  run: async (options, onProgress) => {
    const figures = await catchUp(options, onProgress)
    return { lines: linesOf(figures), figures, failed: Object.keys(figures.failures).length > 0 }
  },
})

async function heightOf(node: NodeEndpoints): Promise<number> {
  return (await statusOf(node))?.height ?? 0
}

async function untilAhead(node: NodeEndpoints, height: number, onProgress: (height: number) => void): Promise<void> {
  for (let now = 0; now < height; now = await heightOf(node)) {
    onProgress(now)
    await sleep(SAMPLE_MS)
  }
}

async function catchUp({ blocks, rate, validators }: CatchUpOptions, onProgress: OnProgress): Promise<CatchUpFigures> {
  const network = await startNetwork(validators)
  try {
    const absent = network.devnet.nodes.at(-1) as NodeEndpoints
    const others = network.devnet.nodes.filter((node) => node !== absent)
    const witness = others[0] as NodeEndpoints
    const sockets = await Promise.all(others.map((node) => RpcSocket.connect(`ws://127.0.0.1:${node.rpcPort}/ws`)))
    const chain = parseGenesis((await (sockets[0] as RpcSocket).call<{ genesis: Json }>('chain_getGenesis', {})).genesis)
    if (!chain.ok) throw new Error(chain.error.message)
    await stopNodeProcess(network.devnet, absent.name)
    // Signed as they go: the run may outlast their expiry.
    const sign = transferSigner(chain.value)
    const load = startLoad(sockets, (index) => sign(index, Date.now()), rate)
    const [from, fromMs] = [await heightOf(witness), performance.now()]
    await untilAhead(witness, from + blocks, (now) => onProgress(Math.max(0, now - from), blocks, 'blocks without the node'))
    const live = ((await heightOf(witness)) - from) / ((performance.now() - fromMs) / 1000)
    const behind = await comeBack(network, absent, witness, onProgress)
    load.stop()
    const { latenciesMs, failures } = await load.ended
    const perBlock = latenciesMs.length / ((await heightOf(witness)) - from)
    for (const socket of sockets) socket.close()
    return {
      scenario: 'catch-up',
      behindBlocks: blocks,
      offeredPerSecond: rate,
      transactionsPerBlock: perBlock,
      liveBlocksPerSecond: live,
      ...behind,
      transactionsPerSecond: behind.blocksPerSecond * perBlock,
      timesLiveRate: behind.blocksPerSecond / live,
      failures: Object.fromEntries(failures),
    }
  } finally {
    await network.close()
  }
}

type Return = Pick<CatchUpFigures, 'startSeconds' | 'catchUpSeconds' | 'blocksPerSecond'>

/** Starts the node again, and waits until it follows. */
async function comeBack({ devnet }: BenchNetwork, node: NodeEndpoints, witness: NodeEndpoints, onProgress: OnProgress): Promise<Return> {
  const startMs = performance.now()
  await startNodeProcess(devnet, node.name)
  const first = await waitForNode(devnet, node, { height: 0, peers: 0 })
  const answeredMs = performance.now()
  for (;;) {
    const [own, head] = await Promise.all([heightOf(node), heightOf(witness)])
    const seconds = (performance.now() - answeredMs) / 1000
    onProgress(own - first.height, head - first.height, 'blocks fetched')
    if (head - own <= FOLLOWS_WITHIN_BLOCKS) {
      return { startSeconds: (answeredMs - startMs) / 1000, catchUpSeconds: seconds, blocksPerSecond: (own - first.height) / seconds }
    }
    if (performance.now() - answeredMs > CATCH_UP_TIMEOUT_MS) throw new Error(`${node.name} is at height ${own}, the others are at ${head}`)
    await sleep(SAMPLE_MS)
  }
}

function linesOf(figures: CatchUpFigures): readonly string[] {
  const failures = Object.entries(figures.failures).map(([code, count]) => `${code} × ${count}`)
  return [
    `catch-up: ${figures.behindBlocks} blocks behind, ${figures.offeredPerSecond} transactions/s offered meanwhile`,
    `  live        ${figures.liveBlocksPerSecond.toFixed(1)} blocks/s of ${figures.transactionsPerBlock.toFixed(1)} transactions`,
    `  start       ${figures.startSeconds.toFixed(1)} s until the node answered`,
    `  caught up   after ${figures.catchUpSeconds.toFixed(1)} s: ${figures.blocksPerSecond.toFixed(0)} blocks/s, ${figures.transactionsPerSecond.toFixed(0)} transactions/s`,
    `  ratio       ${figures.timesLiveRate.toFixed(1)} times the live rate`,
    `  failures    ${failures.length === 0 ? 'none' : failures.join(', ')}`,
  ]
}
