import { setTimeout as sleep } from 'node:timers/promises'
import { devnetCommand } from './command-line.ts'
import { type Devnet, logPath } from './layout.ts'
import { lastWords, savedHeight } from './node-log.ts'
import { DevnetError } from './output.ts'
import { runningPid, stopNodeProcess } from './processes.ts'
import { callNode, type NodeStatusReply } from './rpc-call.ts'
import { metricsUrl, type NodeEndpoints, rpcUrl, webSocketUrl } from './topology.ts'

/** How long a node may take until its RPC answers with the height asked for, in ms. */
const READY_TIMEOUT_MS = 30_000
const POLL_MS = 100
/** How long an endpoint may take to answer, in ms. */
const ANSWER_TIMEOUT_MS = 5_000

export async function statusOf(node: NodeEndpoints): Promise<NodeStatusReply | undefined> {
  return await callNode<NodeStatusReply>(node, 'node_status')
}

/** Whether all that a node serves answers: its RPC over HTTP and WebSocket, and its metrics. */
export async function answersEverywhere(node: NodeEndpoints): Promise<boolean> {
  const answers = await Promise.all([statusOf(node), pageAnswers(metricsUrl(node)), socketOpens(webSocketUrl(node))])
  return answers.every((answer) => answer !== undefined && answer !== false)
}

async function pageAnswers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) })).ok
  } catch {
    return false
  }
}

function socketOpens(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    const settle = (opened: boolean): void => {
      clearTimeout(timer)
      socket.close()
      resolve(opened)
    }
    const timer = setTimeout(() => settle(false), ANSWER_TIMEOUT_MS)
    socket.onopen = () => settle(true)
    socket.onerror = () => settle(false)
  })
}

/** The greatest height that a node of the network tells of. */
export async function highestOf(devnet: Devnet): Promise<number> {
  const statuses = await Promise.all(devnet.nodes.map(statusOf))
  return Math.max(0, ...statuses.map((status) => status?.height ?? 0))
}

/**
 * Waits until the node answers, is at `height` and sees `peers`; a process that ends meanwhile is an error with its own last words. So is
 * one of `others`, which the node may be waiting for.
 */
export async function waitForNode(
  devnet: Devnet,
  node: NodeEndpoints,
  until: { readonly height: number; readonly peers: number; readonly others?: readonly string[] },
  signal?: AbortSignal,
): Promise<NodeStatusReply> {
  const watched = [node.name, ...(until.others ?? [])]
  const deadlineMs = performance.now() + READY_TIMEOUT_MS
  while (performance.now() < deadlineMs) {
    const status = await statusOf(node)
    if (status !== undefined && status.height >= until.height && status.peers >= until.peers) return status
    const ended = watched.find((name) => runningPid(devnet, name) === undefined)
    if (ended !== undefined) throw nodeEnded(devnet, ended)
    await sleep(POLL_MS, undefined, { signal })
  }
  throw new DevnetError(
    'devnet/not-ready',
    `${node.name} ${until.height + until.peers === 0 ? 'does not answer' : `is not at height ${until.height} with ${until.peers} peers`} after ${READY_TIMEOUT_MS / 1000} s`,
    devnetCommand(devnet.directory, `logs ${node.name}`),
    3,
  )
}

/** Why a node does not run, as far as its log tells. */
export function nodeEnded(devnet: Devnet, node: string): DevnetError {
  const last = lastWords(logPath(devnet, node))
  const again = devnetCommand(devnet.directory, `start ${node}`)
  switch (last.type) {
    case 'stopped':
      return new DevnetError('devnet/node-ended', `${node} was stopped at height ${last.height}`, again)
    case 'fatal':
      return new DevnetError(
        'devnet/node-ended',
        `${node} ended: ${last.message}`,
        last.hint ?? devnetCommand(devnet.directory, `logs ${node}`),
      )
    case 'silent':
      return new DevnetError('devnet/node-ended', `${node} was killed, or died without a word`, again)
  }
}

/** A node by its name, or the error that lists the names. */
export function nodeNamed(devnet: Devnet, name: string): NodeEndpoints {
  const node = devnet.nodes.find((candidate) => candidate.name === name)
  if (node !== undefined) return node
  throw new DevnetError('devnet/unknown-node', `no node ${name}`, `one of ${devnet.nodes.map((candidate) => candidate.name).join(', ')}`, 2)
}

/** Stops these nodes and returns the greatest height that they say they saved. */
export async function stopNodes(devnet: Devnet, names: readonly string[]): Promise<number> {
  await Promise.all(names.map((name) => stopNodeProcess(devnet, name)))
  return savedHeightOf(devnet, names)
}

/** The greatest height that these nodes say they saved when they stopped. */
export function savedHeightOf(devnet: Devnet, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => savedHeight(logPath(devnet, name)) ?? 0))
}

/** Whether a node that does not run was asked to stop, and did. */
export function endedInOrder(devnet: Devnet, name: string): boolean {
  return savedHeight(logPath(devnet, name)) !== undefined
}

export function endpointsOf(node: NodeEndpoints): {
  readonly name: string
  readonly rpc: string
  readonly ws: string
  readonly metrics: string
  readonly p2p: string
} {
  const { name, p2pPort } = node
  return { name, rpc: rpcUrl(node), ws: webSocketUrl(node), metrics: metricsUrl(node), p2p: `/ip4/127.0.0.1/tcp/${p2pPort}` }
}
