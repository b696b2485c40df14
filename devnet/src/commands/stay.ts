import { setTimeout as sleep } from 'node:timers/promises'
import { devnetCommand } from '../command-line.ts'
import { type Devnet, isThere } from '../layout.ts'
import { endedInOrder, nodeEnded, savedHeightOf, statusOf, stopNodes } from '../network.ts'
import { check, cross, DevnetError, type Output } from '../output.ts'
import { runningPid } from '../processes.ts'
import { callNode } from '../rpc-call.ts'
import type { NodeEndpoints } from '../topology.ts'

const PULSE_EVERY_MS = 1_000
/** Where lines are kept, such as a pipe, one pulse in this many is shown: seldom, and yet a reader that has left is noticed. */
const PULSES_PER_LINE = 30
/** Blocks of one pulse are looked at one by one; with more than this many the rate is only a lower bound. */
const PULSE_BLOCKS_MAX = 50

/** Why a command that stays with its network ends: a signal, or nobody reads what it writes. */
export type StopReason = NodeJS.Signals | 'unread'

/**
 * Shows the network's pulse and tells of nodes that end, until there is a reason to stop; then stops every node. Ends as well when no
 * node runs any more. @throws DevnetError `devnet/all-ended` unless all were stopped in good order
 */
export async function stay(devnet: Devnet, output: Output, stopReason: Promise<StopReason>): Promise<void> {
  const end = new AbortController()
  void stopReason.then(() => end.abort())
  let running = namesRunning(devnet)
  let last: Pulse | undefined
  for (let pulse = 0; !end.signal.aborted; pulse++) {
    const now = namesRunning(devnet)
    if (now.size === 0) return tellOfTheEnd(devnet, output, last?.height)
    tellOfChanges(devnet, output, running, now)
    running = now
    if (output.isLive || pulse % PULSES_PER_LINE === 0) last = await showPulse(devnet, output, running, last)
    await sleep(PULSE_EVERY_MS, undefined, { signal: end.signal }).catch(() => undefined)
  }
  await stopAll(devnet, output, await stopReason)
}

async function stopAll(devnet: Devnet, output: Output, reason: StopReason): Promise<void> {
  const running = [...namesRunning(devnet)]
  if (running.length === 0) return tellOfTheEnd(devnet, output)
  const stopping = `stopping ${running.length} nodes …`
  if (reason !== 'unread') output.begin(reason === 'SIGINT' ? `^C ${stopping}` : stopping)
  const height = await stopNodes(devnet, running)
  const saved = ` saved at height ${height}. ${nextCommands(devnet)}`
  output.last(reason === 'unread' ? ` nobody reads this output: ${stopping}${saved}` : saved)
}

function nextCommands({ directory }: Devnet): string {
  return `\`${devnetCommand(directory)}\` resumes, \`${devnetCommand(directory, 'reset')}\` starts over.`
}

/** Nothing is left to stop: somebody stopped or deleted the network elsewhere, or every node died. */
function tellOfTheEnd(devnet: Devnet, output: Output, seenHeight = 0): void {
  if (!isThere(devnet)) return output.last(` the network was deleted. \`${devnetCommand(devnet.directory)}\` makes a new one.`)
  const names = devnet.nodes.map((node) => node.name)
  if (names.every((name) => endedInOrder(devnet, name))) {
    return output.last(` every node was stopped, saved at height ${savedHeightOf(devnet, names)}. ${nextCommands(devnet)}`)
  }
  const height = Math.max(seenHeight, savedHeightOf(devnet, names))
  const known = height === 0 ? '' : `; the last height that was seen is ${height}`
  // The error goes to another stream: not behind the pulse.
  if (output.isLive) output.line()
  throw new DevnetError('devnet/all-ended', `no node runs any more${known}`, devnetCommand(devnet.directory))
}

function namesRunning(devnet: Devnet): ReadonlySet<string> {
  return new Set(devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) !== undefined))
}

function tellOfChanges(devnet: Devnet, output: Output, before: ReadonlySet<string>, now: ReadonlySet<string>): void {
  for (const name of before) {
    if (now.has(name)) continue
    const text = `${nodeEnded(devnet, name).message} · ${devnetCommand(devnet.directory, `start ${name}`)}`
    output.line(endedInOrder(devnet, name) ? `   ${text}` : cross(text))
  }
  for (const name of now) if (!before.has(name)) output.line(check(`${name} runs again`))
}

interface Pulse {
  readonly height: number
  readonly atMs: number
}

async function showPulse(devnet: Devnet, output: Output, running: ReadonlySet<string>, last?: Pulse): Promise<Pulse | undefined> {
  const node = devnet.nodes.find((candidate) => running.has(candidate.name))
  if (node === undefined) return last
  const [status, pool] = await Promise.all([statusOf(node), callNode<{ size: number }>(node, 'pool_status')])
  if (status === undefined) return last
  const atMs = performance.now()
  const { height, view, primary } = status
  const rate = last === undefined ? '' : ` · ${await rateSince(last, node, { height, atMs })} tx/s`
  const validators = `validators ${running.size}/${devnet.nodes.length}`
  output.live(`height ${height} · view ${view} · primary ${primary} · ${validators} · pool ${pool?.size ?? '?'}${rate}`)
  return { height, atMs }
}

async function rateSince(last: Pulse, node: NodeEndpoints, now: Pulse): Promise<number> {
  const transactions = await transactionsBetween(node, last.height, now.height)
  return Math.round((transactions * 1000) / Math.max(1, now.atMs - last.atMs))
}

async function transactionsBetween(node: NodeEndpoints, from: number, to: number): Promise<number> {
  let count = 0
  for (let height = Math.max(from + 1, to - PULSE_BLOCKS_MAX); height <= to; height++) {
    const block = await callNode<{ transactionIds: readonly string[] }>(node, 'chain_getBlock', { height, detail: 'ids' })
    count += block?.transactionIds.length ?? 0
  }
  return count
}
