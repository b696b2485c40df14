import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { bytesToHex } from '@hanse/primitives'
import { DEMO_PARTIES, operatorKey } from '../cast.ts'
import { devnetCommand } from '../command-line.ts'
import { type Devnet, findDevnet, forgetDevnet, logPath, namesIn } from '../layout.ts'
import { answersEverywhere, endpointsOf, highestOf, nodeNamed, statusOf, stopNodes, waitForNode } from '../network.ts'
import { readableLine, tailOfLog } from '../node-log.ts'
import { check, cross, DevnetError, type Output } from '../output.ts'
import { requireFreePorts } from '../ports.ts'
import { killNodeProcess, runningPid, startNodeProcess, stopNodeProcess } from '../processes.ts'
import { DEVNET_CHAIN_ID } from '../topology.ts'

/** Lines that `logs` shows of each node. */
const LOG_LINES = 40

export async function requireDevnet(directory: string): Promise<Devnet> {
  const found = await findDevnet(directory)
  if (!found.ok) throw new DevnetError(found.error.code, found.error.message, found.error.hint ?? devnetCommand(directory, 'reset'))
  if (found.value === undefined) throw new DevnetError('devnet/none', `there is no devnet in ${directory}`, devnetCommand(directory), 3)
  return found.value
}

export async function stop(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const running = devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) !== undefined)
  const height = await stopNodes(devnet, running)
  if (running.length === 0) output.line(check(`no node runs. \`${devnetCommand(directory)}\` resumes.`))
  else
    output.line(
      check(
        `stopped ${running.length} ${running.length === 1 ? 'node' : 'nodes'}, saved at height ${height}. \`${devnetCommand(directory)}\` resumes.`,
      ),
    )
  output.result({ stopped: running, ...(running.length === 0 ? {} : { height }) })
}

/** Starts a node and waits until it has what the others had when it started. */
export async function start(directory: string, name: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const node = nodeNamed(devnet, name)
  const startedMs = performance.now()
  if (runningPid(devnet, name) === undefined)
    await requireFreePorts([node], () => `end the other program, then ${devnetCommand(directory, `start ${name}`)}`)
  const height = await highestOf(devnet)
  await startNodeProcess(devnet, name)
  const first = await waitForNode(devnet, node, { height: 0, peers: 0 })
  output.line(check(`${name} runs at height ${first.height}`))
  const status = first.height >= height ? first : await waitForNode(devnet, node, { height, peers: 0 })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  if (status !== first) output.line(check(`${name} caught up at height ${status.height} · ${seconds} s`))
  output.result({ name, ...status })
}

export async function kill(directory: string, name: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const node = nodeNamed(devnet, name)
  if (!(await killNodeProcess(devnet, node.name)))
    throw new DevnetError('devnet/not-running', `${name} does not run`, devnetCommand(directory, `start ${name}`))
  output.line(check(`${name} killed; start it again: ${devnetCommand(directory, `start ${name}`)}`))
  output.result({ name, killed: true })
}

export async function status(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const width = Math.max(...devnet.nodes.map((node) => node.name.length))
  const rows = await Promise.all(
    devnet.nodes.map(async (node) => ({ name: node.name, pid: runningPid(devnet, node.name), status: await statusOf(node) })),
  )
  for (const { name, pid, status: now } of rows) {
    if (pid === undefined) output.line(cross(`${name.padEnd(width)}  does not run · ${devnetCommand(directory, `start ${name}`)}`))
    else if (now === undefined) output.line(cross(`${name.padEnd(width)}  pid ${pid} · does not answer yet`))
    else {
      const { state, height, view, peers, reasons } = now
      const text = `${name.padEnd(width)}  pid ${pid} · ${state} · height ${height} · view ${view} · peers ${peers}`
      output.line(markOf(state)(`${text}${describeReasons(reasons)}`))
    }
  }
  output.result({
    nodes: rows.map(({ name, pid, status: now }) => ({ name, running: pid !== undefined, ...(pid === undefined ? {} : { pid }), ...now })),
  })
  if (rows.some(({ pid }) => pid === undefined)) process.exitCode = 3
}

/** A node that starts or follows is neither well nor ill. */
function markOf(state: string): (text: string) => string {
  if (state === 'synced') return check
  return state === 'stalled' ? cross : (text) => `   ${text}`
}

function describeReasons(reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : ` · ${reasons.join(', ')}`
}

export async function endpoints(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const width = Math.max(...devnet.nodes.map((node) => node.name.length))
  const answers = await Promise.all(devnet.nodes.map(answersEverywhere))
  const answering = devnet.nodes.filter((_, index) => answers[index]).map(endpointsOf)
  if (answering.length === 0) throw new DevnetError('devnet/not-running', 'no node answers', devnetCommand(directory), 3)
  for (const { name, rpc, ws, metrics } of answering) output.line(` ${name.padEnd(width)}  ${rpc}   ${ws}   metrics ${metrics}`)
  output.result({ endpoints: answering })
}

/** The demo cast's public keys, and seeds that everybody knows. */
export async function accounts(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const rows = (devnet.state.demo ? DEMO_PARTIES : []).flatMap((party) =>
    (['maker', 'checker'] as const).map((operator) => {
      const key = operatorKey(party.partyId, operator)
      return { party: party.partyId, name: party.name, operator, address: key.address, seed: bytesToHex(key.seed) }
    }),
  )
  if (!devnet.state.demo) output.line(' This network has no demo members.')
  else {
    output.line(` These keys are public and worth nothing: for chain ${DEVNET_CHAIN_ID} on this machine only.`)
    for (const row of rows) output.line(` ${row.party.padEnd(12)} ${row.operator.padEnd(8)} ${row.address}  ${row.name}`)
    output.line(` \`hanse\` signs with them as demo:PARTY/OPERATOR; the seeds: ${devnetCommand(directory, 'accounts --json')}`)
  }
  output.result({ warning: 'public demo keys', accounts: rows })
}

export async function logs(directory: string, name: string | undefined, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const nodes = name === undefined ? devnet.nodes : [nodeNamed(devnet, name)]
  const found = nodes.map((node) => ({ name: node.name, lines: tailOfLog(logPath(devnet, node.name), LOG_LINES) }))
  for (const { name: node, lines } of found) for (const line of lines) output.line(`${node.padEnd(10)} ${readableLine(line)}`)
  output.result({ logs: found })
}

/** Also for a folder that cannot be read any more: what runs in it is stopped all the same. */
export async function reset(directory: string, output: Output): Promise<void> {
  const nodes = await namesIn(directory)
  // First, so that an `up` that stays with it hears why its nodes end.
  await forgetDevnet(directory)
  await Promise.all(nodes.map((name) => stopNodeProcess({ directory: resolve(directory) }, name)))
  await rm(resolve(directory), { recursive: true, force: true })
  output.line(check(`${directory} is gone; \`${devnetCommand(directory)}\` makes a new network`))
  output.result({ reset: true })
}
