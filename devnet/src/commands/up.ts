import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_PARTIES, describeCast } from '../cast.ts'
import { createDevnet, type Devnet, findDevnet } from '../layout.ts'
import { nodeEnded, statusOf, waitForNode } from '../network.ts'
import { check, cross, DevnetError, type Output, shortHash } from '../output.ts'
import { takenPort } from '../ports.ts'
import { runningPid, startNodeProcess, stopNodeProcess } from '../processes.ts'
import { callNode } from '../rpc-call.ts'
import { metricsUrl, type NodeEndpoints, rpcUrl, webSocketUrl } from '../topology.ts'

export interface UpOptions {
  readonly directory: string
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
  readonly detach: boolean
}

const VERSION = '0.1.0'
const STATUS_EVERY_MS = 1_000

/** Makes the network or resumes it, shows it come up, and stays with it until Ctrl-C; with `detach` it leaves it running. */
export async function up(options: UpOptions, output: Output): Promise<void> {
  const startedMs = performance.now()
  const found = await findDevnet(options.directory)
  if (!found.ok) throw new DevnetError(found.error.code, found.error.message, found.error.hint ?? 'npm run devnet -- reset')
  const known = found.value
  const validators = known?.state.validators ?? options.validators
  output.line(`hanse devnet ${VERSION} · ${validators} validators · data in ${options.directory}`)
  const devnet = known ?? (await make(options))
  if (devnet.state.basePort !== options.basePort && known !== undefined) {
    output.line(`   this network was made for base port ${devnet.state.basePort} and keeps it`)
  }
  await requireFreePorts(devnet)
  output.line(check(`ports free            ${describePorts(devnet)}`))
  output.line(check(`keys and genesis      chain 20260 · genesis ${shortHash(devnet.state.genesisHash)}`))
  for (const node of devnet.nodes) await startNodeProcess(devnet, node.name)
  try {
    await showStart(devnet, output, startedMs)
  } catch (error) {
    await stopAll(devnet)
    throw error
  }
  output.result({
    directory: devnet.directory,
    chainId: 20260,
    genesisHash: devnet.state.genesisHash,
    nodes: devnet.nodes.map(endpointsOf),
  })
  if (!options.detach) await stay(devnet, output)
}

async function make({ directory, basePort, validators, demo }: UpOptions): Promise<Devnet> {
  const made = await createDevnet({ directory, basePort, validators, demo })
  if (!made.ok) throw new DevnetError(made.error.code, made.error.message, made.error.hint ?? 'npm run devnet -- reset')
  return made.value
}

async function requireFreePorts(devnet: Devnet): Promise<void> {
  const taken = await takenPort(devnet.nodes.filter((node) => runningPid(devnet, node.name) === undefined))
  if (taken === undefined) return
  throw new DevnetError(
    'devnet/port-taken',
    `port ${taken.port} (${taken.what}) is in use by another program`,
    'npm run devnet -- --base-port 9545 --data-dir .devnet-2, or end the other program',
  )
}

function describePorts({ nodes }: Devnet): string {
  const range = (port: (node: NodeEndpoints) => number): string => {
    const [first, last] = [nodes[0], nodes.at(-1)]
    return first === undefined || last === undefined ? '' : `${port(first)}–${port(last)}`
  }
  return `${range((node) => node.rpcPort)} rpc · ${range((node) => node.metricsPort)} metrics · ${range((node) => node.p2pPort)} p2p`
}

async function showStart(devnet: Devnet, output: Output, startedMs: number): Promise<void> {
  const peers = devnet.nodes.length - 1
  const width = Math.max(...devnet.nodes.map((node) => node.name.length))
  for (const node of devnet.nodes) {
    const status = await waitForNode(devnet, node, { height: 1, peers })
    output.line(check(`${node.name.padEnd(width)}  peers ${status.peers}/${peers}  height ${status.height}`))
  }
  const [first] = devnet.nodes
  const block =
    first === undefined
      ? undefined
      : await callNode<{ hash: string; certificate: { signatures: object[] } }>(first, 'chain_getBlock', { height: 1 })
  if (block === undefined) throw new DevnetError('devnet/no-block', 'the first block is not there', 'npm run devnet -- logs')
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const signers = block.certificate.signatures.length
  output.line(check(`first block final     ${shortHash(block.hash)} · signed by ${signers} of ${devnet.nodes.length} · ${seconds} s`))
  if (devnet.state.demo) await showCast(devnet, output)
  output.line()
  for (const node of devnet.nodes)
    output.line(` ${node.name.padEnd(width)}  ${rpcUrl(node)}   ${webSocketUrl(node)}   metrics ${metricsUrl(node)}`)
  output.line(' Try')
  output.line('   npm run hanse -- demo shunhe           # an invoice is issued, turned into a receivable, split, financed, paid')
  output.line('   npm run devnet -- kill supplier        # three of four still agree; start it again and watch it catch up')
  output.line()
}

/** Asks the chain for every member: a line is printed for what is there, not for what was meant. */
async function showCast(devnet: Devnet, output: Output): Promise<void> {
  const [first] = devnet.nodes
  if (first === undefined) return
  const there = []
  for (const party of DEMO_PARTIES) {
    const reply = await callNode(first, 'state_query', { module: 'organizations', query: 'party', args: { partyId: party.partyId } })
    if (reply !== undefined) there.push(party)
  }
  output.line(check(`demo members          ${describeCast(there)}`))
}

/** Shows the network's pulse and tells of nodes that end, until a signal; then stops every node. */
async function stay(devnet: Devnet, output: Output): Promise<void> {
  let stop: (signal: NodeJS.Signals) => void = () => undefined
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    stop = resolve
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  const end = new AbortController()
  void stopped.then(() => end.abort())
  let running = new Set(devnet.nodes.map((node) => node.name))
  let last = { height: 0, transactions: 0, atMs: performance.now() }
  while (!end.signal.aborted) {
    running = tellOfChanges(devnet, output, running)
    last = await showPulse(devnet, output, running, last)
    await sleep(STATUS_EVERY_MS, undefined, { signal: end.signal }).catch(() => undefined)
  }
  output.line(`^C stopping ${running.size} nodes …`)
  const height = await stopAll(devnet)
  output.line(` saved at height ${height}. \`npm run devnet\` resumes, \`npm run devnet -- reset\` starts over.`)
}

function tellOfChanges(devnet: Devnet, output: Output, before: ReadonlySet<string>): Set<string> {
  const now = new Set(devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) !== undefined))
  for (const name of before) if (!now.has(name)) output.line(cross(`${nodeEnded(devnet, name).message} · npm run devnet -- start ${name}`))
  for (const name of now) if (!before.has(name)) output.line(check(`${name} runs again`))
  return now
}

interface Pulse {
  readonly height: number
  readonly transactions: number
  readonly atMs: number
}

async function showPulse(devnet: Devnet, output: Output, running: ReadonlySet<string>, last: Pulse): Promise<Pulse> {
  const node = devnet.nodes.find((candidate) => running.has(candidate.name))
  if (node === undefined) return last
  const [status, pool] = await Promise.all([statusOf(node), callNode<{ size: number }>(node, 'pool_status')])
  if (status === undefined) return last
  const atMs = performance.now()
  const transactions = last.transactions + (await transactionsBetween(node, last.height === 0 ? status.height : last.height, status.height))
  const rate = Math.round(((transactions - last.transactions) * 1000) / Math.max(1, atMs - last.atMs))
  output.live(
    `height ${status.height} · view ${status.view} · primary ${status.primary} · validators ${running.size}/${devnet.nodes.length} · pool ${pool?.size ?? '?'} · ${rate} tx/s`,
  )
  return { height: status.height, transactions, atMs }
}

/** Blocks of one pulse are looked at one by one; more than this many and the rate is only a lower bound. */
const PULSE_BLOCKS_MAX = 50

async function transactionsBetween(node: NodeEndpoints, from: number, to: number): Promise<number> {
  let count = 0
  for (let height = Math.max(from + 1, to - PULSE_BLOCKS_MAX); height <= to; height++) {
    const block = await callNode<{ transactionIds: readonly string[] }>(node, 'chain_getBlock', { height })
    count += block?.transactionIds.length ?? 0
  }
  return count
}

/** Stops every node and returns the lowest height that all of them had reached. */
export async function stopAll(devnet: Devnet): Promise<number> {
  const heights = await Promise.all(devnet.nodes.map(async (node) => (await statusOf(node))?.height))
  await Promise.all(devnet.nodes.map((node) => stopNodeProcess(devnet, node.name)))
  return Math.max(0, ...heights.filter((height) => height !== undefined))
}

export function endpointsOf(node: NodeEndpoints): { name: string; rpc: string; ws: string; metrics: string; p2p: string } {
  return {
    name: node.name,
    rpc: rpcUrl(node),
    ws: webSocketUrl(node),
    metrics: metricsUrl(node),
    p2p: `/ip4/127.0.0.1/tcp/${node.p2pPort}`,
  }
}
