import { setTimeout as sleep } from 'node:timers/promises'
import { devnetCommand } from '../command-line.ts'
import type { Devnet } from '../layout.ts'
import { nodeEnded, statusOf, stopNodes } from '../network.ts'
import { check, cross, type Output } from '../output.ts'
import { runningPid } from '../processes.ts'
import { callNode } from '../rpc-call.ts'
import type { NodeEndpoints } from '../topology.ts'

const PULSE_EVERY_MS = 1_000
/** Blocks of one pulse are looked at one by one; with more than this many the rate is only a lower bound. */
const PULSE_BLOCKS_MAX = 50

/** Why a command that stays with its network ends: a signal, or nobody reads what it writes. */
export type StopReason = NodeJS.Signals | 'unread'

/** Shows the network's pulse and tells of nodes that end, until there is a reason to stop; then stops every node. */
export async function stay(devnet: Devnet, output: Output, stopReason: Promise<StopReason>): Promise<void> {
  const end = new AbortController()
  void stopReason.then(() => end.abort())
  let running = namesRunning(devnet)
  let last: Pulse = { height: 0, atMs: performance.now() }
  while (!end.signal.aborted) {
    running = tellOfChanges(devnet, output, running)
    last = await showPulse(devnet, output, running, last)
    await sleep(PULSE_EVERY_MS, undefined, { signal: end.signal }).catch(() => undefined)
  }
  await stopAll(devnet, output, await stopReason)
}

async function stopAll(devnet: Devnet, output: Output, reason: StopReason): Promise<void> {
  const running = [...namesRunning(devnet)]
  const stopping = `stopping ${running.length} nodes …`
  if (reason !== 'unread') output.begin(reason === 'SIGINT' ? `^C ${stopping}` : stopping)
  const height = await stopNodes(devnet, running)
  const [resume, startOver] = [devnetCommand(devnet.directory), devnetCommand(devnet.directory, 'reset')]
  const saved = ` saved at height ${height}. \`${resume}\` resumes, \`${startOver}\` starts over.`
  output.last(reason === 'unread' ? ` nobody reads this output: ${stopping}${saved}` : saved)
}

function namesRunning(devnet: Devnet): ReadonlySet<string> {
  return new Set(devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) !== undefined))
}

function tellOfChanges(devnet: Devnet, output: Output, before: ReadonlySet<string>): ReadonlySet<string> {
  const now = namesRunning(devnet)
  for (const name of before) {
    if (!now.has(name)) output.line(cross(`${nodeEnded(devnet, name).message} · ${devnetCommand(devnet.directory, `start ${name}`)}`))
  }
  for (const name of now) if (!before.has(name)) output.line(check(`${name} runs again`))
  return now
}

interface Pulse {
  readonly height: number
  readonly atMs: number
}

async function showPulse(devnet: Devnet, output: Output, running: ReadonlySet<string>, last: Pulse): Promise<Pulse> {
  const node = devnet.nodes.find((candidate) => running.has(candidate.name))
  if (node === undefined || !output.isLive) return last
  const [status, pool] = await Promise.all([statusOf(node), callNode<{ size: number }>(node, 'pool_status')])
  if (status === undefined) return last
  const atMs = performance.now()
  const { height, view, primary } = status
  const transactions = await transactionsBetween(node, last.height === 0 ? height : last.height, height)
  const rate = Math.round((transactions * 1000) / Math.max(1, atMs - last.atMs))
  const validators = `validators ${running.size}/${devnet.nodes.length}`
  output.live(`height ${height} · view ${view} · primary ${primary} · ${validators} · pool ${pool?.size ?? '?'} · ${rate} tx/s`)
  return { height, atMs }
}

async function transactionsBetween(node: NodeEndpoints, from: number, to: number): Promise<number> {
  let count = 0
  for (let height = Math.max(from + 1, to - PULSE_BLOCKS_MAX); height <= to; height++) {
    const block = await callNode<{ transactionIds: readonly string[] }>(node, 'chain_getBlock', { height, detail: 'ids' })
    count += block?.transactionIds.length ?? 0
  }
  return count
}
