import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, logPath, tailOfLog } from './layout.ts'
import { DevnetError } from './output.ts'
import { runningPid } from './processes.ts'
import { callNode, type NodeStatusReply } from './rpc-call.ts'
import type { NodeEndpoints } from './topology.ts'

/** How long a node may take until its RPC answers with the height asked for, in ms. */
export const READY_TIMEOUT_MS = 30_000
const POLL_MS = 100

export async function statusOf(node: NodeEndpoints): Promise<NodeStatusReply | undefined> {
  return await callNode<NodeStatusReply>(node, 'node_status')
}

/** Waits until the node answers, is at `height` and sees `peers`; a process that ends meanwhile is an error with its own last words. */
export async function waitForNode(
  devnet: Devnet,
  node: NodeEndpoints,
  until: { readonly height: number; readonly peers: number },
): Promise<NodeStatusReply> {
  for (let waitedMs = 0; waitedMs < READY_TIMEOUT_MS; waitedMs += POLL_MS) {
    const status = await statusOf(node)
    if (status !== undefined && status.height >= until.height && status.peers >= until.peers) return status
    if (runningPid(devnet, node.name) === undefined) throw nodeEnded(devnet, node.name)
    await sleep(POLL_MS)
  }
  throw new DevnetError(
    'devnet/not-ready',
    `${node.name} is not at height ${until.height} with ${until.peers} peers after ${READY_TIMEOUT_MS / 1000} s`,
    `npm run devnet -- logs ${node.name}`,
    3,
  )
}

/** What a node said before it ended: its last fatal line. */
export function nodeEnded(devnet: Devnet, node: string): DevnetError {
  for (const line of tailOfLog(devnet, node, 20).toReversed()) {
    try {
      const { level, msg, hint } = JSON.parse(line) as { level?: number; msg?: string; hint?: string }
      if (level === 60) return new DevnetError('devnet/node-ended', `${node} ended: ${msg}`, hint ?? `npm run devnet -- logs ${node}`)
    } catch {
      return new DevnetError('devnet/node-ended', `${node} ended: ${line}`, `npm run devnet -- logs ${node}`)
    }
  }
  return new DevnetError(
    'devnet/node-ended',
    `${node} ended without a word; its output is in ${logPath(devnet, node)}`,
    `npm run devnet -- start ${node}`,
  )
}

/** A running node by its name, or the error that lists the names. */
export function nodeNamed(devnet: Devnet, name: string): NodeEndpoints {
  const node = devnet.nodes.find((candidate) => candidate.name === name)
  if (node !== undefined) return node
  throw new DevnetError('devnet/unknown-node', `no node ${name}`, `one of ${devnet.nodes.map((candidate) => candidate.name).join(', ')}`, 2)
}
