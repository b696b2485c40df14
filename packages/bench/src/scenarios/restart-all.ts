import { setTimeout as sleep } from 'node:timers/promises'
import { callNode, killNodeProcess, type NodeEndpoints, startNodeProcess, waitForNode } from '@hanse/devnet'
import { fixedRateOptions, LOAD_OPTIONS, offeredText } from '../load/options.ts'
import { sharedNowMs } from '../load/orders.ts'
import { loadResult } from '../load/result.ts'
import { runLoads } from '../load/run.ts'
import type { BenchNetwork } from '../network.ts'
import { defineScenario } from '../scenario.ts'
import { median } from '../statistics.ts'

/** A block that a node told of as final before it was killed. */
interface FinalBlock {
  readonly height: number
  readonly hash: string
}

export const restartAllScenario = defineScenario({
  name: 'restart-all',
  summary: 'all nodes are killed at once at half time of a fixed load and started again: the gap, and that nothing final is lost',
  draws: true,
  options: { ...LOAD_OPTIONS, ...fixedRateOptions(300) },
  run: async ({ rate, seconds, warmup: warmupSeconds, validators, runs: count }, onProgress) => {
    const pace = { type: 'rate', perSecond: rate } as const
    const lost: string[] = []
    const runs = await runLoads(
      {
        ...{ workload: 'transfer', validators, pace, seconds, warmupSeconds },
        during: async (network, { fromMs, untilMs }) => {
          await sleep((fromMs + untilMs) / 2 - sharedNowMs())
          lost.push(...(await restartAll(network)))
        },
      },
      count,
      onProgress,
    )
    const gapMs = median(runs.map((run) => run.longestGapToLastMs))
    return loadResult(
      { scenario: 'restart-all', validators, callsPerTransaction: 1, offered: `${offeredText(pace)}, all nodes killed at half time` },
      runs,
      {
        lines: [
          `  restarted   no receipt for ${(gapMs / 1000).toFixed(2)} s · final blocks lost: ${lost.length === 0 ? 'none' : lost.length}`,
        ],
        figures: { gapMs, lost },
        faults: lost,
        mark: { x: seconds / 2, name: 'killed' },
      },
    )
  },
})

/** What a node held final before and does not afterwards. */
async function restartAll(network: BenchNetwork): Promise<readonly string[]> {
  const { devnet } = network
  const before = await Promise.all(devnet.nodes.map(async (node) => ({ node, block: await headOf(node) })))
  await Promise.all(devnet.nodes.map(({ name }) => killNodeProcess(devnet, name)))
  await Promise.all(devnet.nodes.map(({ name }) => startNodeProcess(devnet, name)))
  for (const node of devnet.nodes) await waitForNode(devnet, node, { height: 0, peers: devnet.nodes.length - 1 })
  const lost: string[] = []
  for (const { node, block } of before) {
    const now = await blockAt(node, block.height)
    if (now?.hash !== block.hash)
      lost.push(`${node.name} had block ${block.height} final, and has ${now?.hash ?? 'none'} instead of ${block.hash}`)
  }
  return lost
}

async function headOf(node: NodeEndpoints): Promise<FinalBlock> {
  const block = await blockAt(node, 'latest')
  if (block === undefined) throw new Error(`${node.name} does not answer`)
  return block
}

async function blockAt(node: NodeEndpoints, height: number | 'latest'): Promise<FinalBlock | undefined> {
  return await callNode<FinalBlock>(node, 'chain_getHeader', { height })
}
