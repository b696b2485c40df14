import { catchStopSignals, NODE_VERSION } from '@hanse/node/outside'
import { DEMO_PARTIES, type DemoParty, describeCast } from '../cast.ts'
import { devnetCommand } from '../command-line.ts'
import { createDevnet, hasNoVotes } from '../create-devnet.ts'
import { installModules, newFolders } from '../install-modules.ts'
import { type Devnet, findDevnet } from '../layout.ts'
import { answersEverywhere, endpointsOf, highestOf, stopNodes, waitForNode } from '../network.ts'
import { check, DevnetError, type Output, shortHash } from '../output.ts'
import { requireFreePorts } from '../ports.ts'
import { runningPid, startNodeProcess } from '../processes.ts'
import { callNode } from '../rpc-call.ts'
import {
  BASE_PORT_DEFAULT,
  DEVNET_CHAIN_ID,
  devnetNodes,
  HEARTBEAT_MS_DEFAULT,
  type NodeEndpoints,
  rpcUrl,
  VALIDATORS_DEFAULT,
} from '../topology.ts'
import { type StopReason, stay } from './stay.ts'

export interface UpOptions {
  readonly directory: string
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
  /** How often an idle network makes an empty block. */
  readonly heartbeatMs: number
  /** Folders of modules that are no part of this software. */
  readonly modules: readonly string[]
  readonly detach: boolean
  /** Which of these the command line says, and are not defaults. */
  readonly asked: ReadonlySet<string>
}

/** As a shell tells of a process that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130

/** Makes the network or resumes it, shows it come up, and stays with it until Ctrl-C; with `detach` it leaves it running. */
export async function up(options: UpOptions, output: Output): Promise<void> {
  const signals = catchStopSignals(['SIGINT', 'SIGTERM', 'SIGHUP'], () => process.exit(EXIT_INTERRUPTED))
  // Nobody sees what a network does whose output is closed; one that was to be left running needs nobody.
  const stopReason: Promise<StopReason> = options.detach ? signals.first : Promise.race([signals.first, unread(output)])
  const interrupted = new AbortController()
  void stopReason.then(() => interrupted.abort())
  const startedMs = performance.now()
  const { devnet, isNew } = await makeOrFind(options, output)
  const idle = devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) === undefined)
  try {
    for (const name of idle) await startNodeProcess(devnet, name)
    await showStart(devnet, { output, startedMs, isNew, started: idle, signal: interrupted.signal })
  } catch (error) {
    const height = await stopNodes(devnet, idle)
    if (!interrupted.signal.aborted) throw error
    output.last(` stopped while starting, saved at height ${height}. \`${devnetCommand(options.directory)}\` resumes.`)
    if ((await stopReason) !== 'unread') process.exitCode = EXIT_INTERRUPTED
    return
  }
  const { directory, state, nodes } = devnet
  output.result({ directory, chainId: DEVNET_CHAIN_ID, genesisHash: state.genesisHash, nodes: nodes.map(endpointsOf) })
  if (!options.detach) await stay(devnet, output, stopReason)
}

async function unread(output: Output): Promise<'unread'> {
  await output.closed
  return 'unread'
}

async function makeOrFind(options: UpOptions, output: Output): Promise<{ readonly devnet: Devnet; readonly isNew: boolean }> {
  const { directory, basePort, validators } = options
  const found = await findDevnet(directory)
  if (!found.ok) throw new DevnetError(found.error.code, found.error.message, found.error.hint ?? devnetCommand(directory, 'reset'))
  const moved = found.value !== undefined && (await mayMove(found.value, options)) ? found.value : undefined
  if (moved?.state.modules !== undefined) return await move(moved, options, moved.state.modules, output)
  const known = found.value
  const nodes = known?.nodes ?? devnetNodes(validators, basePort)
  output.line(`hanse devnet ${NODE_VERSION} · ${nodes.length} validators · data in ${directory}`)
  if (known !== undefined) tellOfFixedChoices(known, options, output)
  if (known === undefined) await requireFreePorts(nodes, (basePort) => upCommand({ ...options, basePort }, output))
  else await requirePortsOf(known, options, output)
  output.line(check(describePorts(nodes, known)))
  const devnet = known === undefined ? await make(options) : await install(known, options, output)
  output.line(check(`keys and genesis      chain ${DEVNET_CHAIN_ID} · genesis ${shortHash(devnet.state.genesisHash)}`))
  return { devnet, isNew: known === undefined }
}

/** Modules that the network does not have yet go into every configuration; nodes that run start again with them. */
async function install(devnet: Devnet, { modules }: UpOptions, output: Output): Promise<Devnet> {
  const added = newFolders(devnet, modules)
  if (added.length === 0) return devnet
  const running = devnet.nodes.map(({ name }) => name).filter((name) => runningPid(devnet, name) !== undefined)
  const installed = await installModules(devnet, added)
  if (!installed.ok) throw new DevnetError(installed.error.code, installed.error.message, installed.error.hint ?? 'hanse module check DIR')
  await stopNodes(devnet, running)
  for (const module of installed.value.modules)
    output.line(check(`installed             ${module} · in force once the members vote for it`))
  return installed.value.devnet
}

/** Whether another base port was asked for a network that has no blocks yet. */
async function mayMove(devnet: Devnet, { basePort, asked }: UpOptions): Promise<boolean> {
  if (!asked.has('basePort') || devnet.state.basePort === basePort || devnet.state.modules === undefined) return false
  return devnet.nodes.every(({ name }) => runningPid(devnet, name) === undefined) && (await hasNoVotes(devnet))
}

/** Makes a network without blocks anew on another base port, else as it was. */
async function move(
  { directory, state: { validators, demo, basePort: before, heartbeatMs = HEARTBEAT_MS_DEFAULT } }: Devnet,
  options: UpOptions,
  modules: readonly string[],
  output: Output,
): Promise<{ readonly devnet: Devnet; readonly isNew: boolean }> {
  const choices = { ...options, validators, demo, heartbeatMs, modules }
  const nodes = devnetNodes(validators, options.basePort)
  output.line(`hanse devnet ${NODE_VERSION} · ${nodes.length} validators · data in ${options.directory}`)
  output.line(`   this network has no blocks yet: it moves from base port ${before} to ${options.basePort}`)
  await requireFreePorts(nodes, (basePort) => upCommand({ ...choices, basePort }, output))
  output.line(check(describePorts(nodes, undefined)))
  const devnet = await make({ directory, basePort: options.basePort, validators, demo, heartbeatMs, modules })
  output.line(check(`keys and genesis      chain ${DEVNET_CHAIN_ID} · genesis ${shortHash(devnet.state.genesisHash)}`))
  return { devnet, isNew: true }
}

/** The ports of a network that exists are fixed: next to another program there is room for another network only. */
async function requirePortsOf(devnet: Devnet, { directory, ...options }: UpOptions, output: Output): Promise<void> {
  const { validators, demo, heartbeatMs = HEARTBEAT_MS_DEFAULT } = devnet.state
  const another = { ...options, directory: `${directory}-2`, validators, demo, heartbeatMs }
  const idle = devnet.nodes.filter((node) => runningPid(devnet, node.name) === undefined)
  await requireFreePorts(idle, (basePort) => upCommand({ ...another, basePort }, output))
}

/** What to type for a network with these options. */
function upCommand({ directory, basePort, validators, demo, heartbeatMs, modules, detach }: UpOptions, { json }: Output): string {
  const words = [
    `--base-port ${basePort}`,
    ...(validators === VALIDATORS_DEFAULT ? [] : [`--validators ${validators}`]),
    ...(demo ? [] : ['--no-demo']),
    ...(heartbeatMs === HEARTBEAT_MS_DEFAULT ? [] : [`--heartbeat-ms ${heartbeatMs}`]),
    ...modules.map((folder) => `--module ${folder}`),
    ...(json ? ['--json'] : detach ? ['--detach'] : []),
  ]
  return devnetCommand(directory, words.join(' '))
}

async function make(options: Parameters<typeof createDevnet>[0]): Promise<Devnet> {
  const made = await createDevnet(options)
  if (!made.ok) throw new DevnetError(made.error.code, made.error.message, made.error.hint ?? devnetCommand(options.directory, 'reset'))
  return made.value
}

/** What was asked for and is not to be had. */
function tellOfFixedChoices(
  { state, directory }: Devnet,
  { basePort, validators, demo, heartbeatMs, asked }: UpOptions,
  output: Output,
): void {
  const tell = (text: string): void => output.line(`   this network was made ${text}; ${devnetCommand(directory, 'reset')} starts over`)
  if (asked.has('basePort') && state.basePort !== basePort) tell(`for base port ${state.basePort} and keeps it`)
  if (asked.has('validators') && state.validators !== validators) tell(`with ${state.validators} validators and keeps them`)
  if (asked.has('demo') && state.demo !== demo) tell('with the demo members and keeps them')
  if (asked.has('heartbeatMs') && (state.heartbeatMs ?? HEARTBEAT_MS_DEFAULT) !== heartbeatMs) tell('with another heartbeat and keeps it')
}

/** What was found about the ports: those of nodes that run are not free. */
function describePorts(nodes: readonly NodeEndpoints[], known: Devnet | undefined): string {
  const running = known === undefined ? 0 : nodes.filter((node) => runningPid(known, node.name) !== undefined).length
  const ports = rangesOf(nodes)
  if (running === 0) return `ports free            ${ports}`
  const users = running === nodes.length ? 'this network' : `${running} nodes of this network, the others free`
  return `ports                 ${ports} · used by ${users}`
}

function rangesOf(nodes: readonly NodeEndpoints[]): string {
  const range = (port: (node: NodeEndpoints) => number): string => {
    const [first, last] = [nodes[0], nodes.at(-1)]
    return first === undefined || last === undefined ? '' : `${port(first)}–${port(last)}`
  }
  const parts = [
    `${range((node) => node.rpcPort)} rpc`,
    `${range((node) => node.metricsPort)} metrics`,
    `${range((node) => node.p2pPort)} p2p`,
    `${range((node) => node.adminPort)} admin`,
  ]
  return parts.join(' · ')
}

interface Showing {
  readonly output: Output
  /** When the command began, by `performance.now()`. */
  readonly startedMs: number
  readonly isNew: boolean
  /** Nodes that this command started: none of them may end. */
  readonly started: readonly string[]
  readonly signal: AbortSignal
}

async function showStart(devnet: Devnet, { output, startedMs, isNew, started, signal }: Showing): Promise<void> {
  const peers = devnet.nodes.length - 1
  const width = Math.max(...devnet.nodes.map((node) => node.name.length))
  for (const node of devnet.nodes) {
    const status = await waitForNode(devnet, node, { height: isNew ? 1 : 0, peers, others: started }, signal)
    output.line(check(`${node.name.padEnd(width)}  peers ${status.peers}/${peers}  height ${status.height}`))
  }
  const height = isNew ? 1 : (await highestOf(devnet)) + 1
  const [first] = devnet.nodes as readonly [NodeEndpoints]
  await waitForNode(devnet, first, { height, peers, others: started }, signal)
  const block = await callNode<{ hash: string; certificate: { signatures: object[] } }>(first, 'chain_getBlock', { height })
  if (block === undefined) throw new DevnetError('devnet/no-block', `block ${height} is not there`, devnetCommand(devnet.directory, 'logs'))
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const what = isNew ? 'first block final' : `block ${height} final`
  const signers = block.certificate.signatures.length
  output.line(check(`${what.padEnd(20)}  ${shortHash(block.hash)} · signed by ${signers} of ${devnet.nodes.length} · ${seconds} s`))
  if (devnet.state.demo) await showCast(first, output)
  await requireAnswers(devnet)
  showEndpoints(devnet, width, output)
}

/** No address is printed that does not answer. */
async function requireAnswers({ directory, nodes }: Devnet): Promise<void> {
  const answers = await Promise.all(nodes.map(answersEverywhere))
  const silent = nodes.find((_, index) => answers[index] === false)
  if (silent === undefined) return
  const message = `${silent.name} makes blocks, but one of its endpoints does not answer`
  throw new DevnetError('devnet/no-answer', message, devnetCommand(directory, `logs ${silent.name}`))
}

function showEndpoints({ directory, nodes, state }: Devnet, width: number, output: Output): void {
  output.line()
  for (const node of nodes) {
    const { name, rpc, ws, metrics } = endpointsOf(node)
    output.line(` ${name.padEnd(width)}  ${rpc}   ${ws}   metrics ${metrics}`)
  }
  output.line(' Try')
  const story = `npm run hanse -- demo shunhe${state.basePort === BASE_PORT_DEFAULT ? '' : ` --rpc ${rpcUrl(nodes[0] as NodeEndpoints)}`}`
  const kill = devnetCommand(directory, 'kill supplier')
  const column = Math.max(story.length, kill.length) + 2
  if (state.demo) output.line(`   ${story.padEnd(column)}# an invoice is issued, turned into a receivable, split, financed, paid`)
  output.line(`   ${kill.padEnd(column)}# three of four still agree; start it again and watch it catch up`)
  output.line()
}

/** Asks the chain for every member: a line is printed for what is there, not for what was meant. */
async function showCast(node: NodeEndpoints, output: Output): Promise<void> {
  const there: DemoParty[] = []
  for (const party of DEMO_PARTIES) {
    const reply = await callNode(node, 'state_query', { module: 'organizations', query: 'party', args: { partyId: party.partyId } })
    if (reply !== undefined) there.push(party)
  }
  output.line(check(`demo members          ${describeCast(there)}`))
}
