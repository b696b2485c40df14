import { bytesToHex } from '@hanse/primitives'
import { DEMO_PARTIES, operatorKey } from '../cast.ts'
import { type Devnet, findDevnet, removeDevnet, tailOfLog } from '../layout.ts'
import { nodeNamed, statusOf, waitForNode } from '../network.ts'
import { check, cross, DevnetError, type Output } from '../output.ts'
import { killNodeProcess, runningPid, startNodeProcess } from '../processes.ts'
import { endpointsOf, stopAll } from './up.ts'

/** Lines that `logs` shows of each node. */
const LOG_LINES = 40

export async function requireDevnet(directory: string): Promise<Devnet> {
  const found = await findDevnet(directory)
  if (!found.ok) throw new DevnetError(found.error.code, found.error.message, found.error.hint ?? 'npm run devnet -- reset')
  if (found.value === undefined) throw new DevnetError('devnet/none', `there is no devnet in ${directory}`, 'npm run devnet', 3)
  return found.value
}

export async function stop(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const height = await stopAll(devnet)
  output.line(check(`stopped; saved at height ${height}. \`npm run devnet\` resumes.`))
  output.result({ stopped: true, height })
}

export async function start(directory: string, name: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const node = nodeNamed(devnet, name)
  await startNodeProcess(devnet, node.name)
  const status = await waitForNode(devnet, node, { height: 0, peers: 0 })
  output.line(check(`${name} runs at height ${status.height}`))
  output.result({ name, ...status })
}

export async function kill(directory: string, name: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const node = nodeNamed(devnet, name)
  if (!(await killNodeProcess(devnet, node.name)))
    throw new DevnetError('devnet/not-running', `${name} does not run`, `npm run devnet -- start ${name}`)
  output.line(check(`${name} killed; start it again: npm run devnet -- start ${name}`))
  output.result({ name, killed: true })
}

export async function status(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const width = Math.max(...devnet.nodes.map((node) => node.name.length))
  const rows = await Promise.all(
    devnet.nodes.map(async (node) => ({ name: node.name, pid: runningPid(devnet, node.name), status: await statusOf(node) })),
  )
  for (const { name, pid, status: now } of rows) {
    if (pid === undefined) output.line(cross(`${name.padEnd(width)}  does not run · npm run devnet -- start ${name}`))
    else if (now === undefined) output.line(cross(`${name.padEnd(width)}  pid ${pid} · does not answer yet`))
    else
      output.line(
        check(
          `${name.padEnd(width)}  pid ${pid} · ${now.state} · height ${now.height} · view ${now.view} · peers ${now.peers}${describeReasons(now.reasons)}`,
        ),
      )
  }
  output.result({
    nodes: rows.map(({ name, pid, status: now }) => ({ name, running: pid !== undefined, ...(pid === undefined ? {} : { pid }), ...now })),
  })
  if (rows.some(({ pid }) => pid === undefined)) process.exitCode = 3
}

function describeReasons(reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : ` · ${reasons.join(', ')}`
}

export async function endpoints(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const answering = []
  for (const node of devnet.nodes) {
    if ((await statusOf(node)) === undefined) continue
    const found = endpointsOf(node)
    answering.push(found)
    output.line(` ${found.name}  ${found.rpc}   ${found.ws}   metrics ${found.metrics}`)
  }
  output.result({ endpoints: answering })
  if (answering.length === 0) throw new DevnetError('devnet/not-running', 'no node answers', 'npm run devnet', 3)
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
  output.line(' These keys are public and worth nothing: for chain 20260 on this machine only.')
  for (const row of rows) output.line(` ${row.party.padEnd(10)} ${row.operator.padEnd(8)} ${row.address}  ${row.name}`)
  output.result({ warning: 'public demo keys', accounts: rows })
}

export async function logs(directory: string, name: string | undefined, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const nodes = name === undefined ? devnet.nodes : [nodeNamed(devnet, name)]
  const lines = nodes.map((node) => ({ name: node.name, lines: tailOfLog(devnet, node.name, LOG_LINES) }))
  for (const entry of lines) for (const line of entry.lines) output.line(line)
  output.result({ logs: lines })
}

export async function reset(directory: string, output: Output): Promise<void> {
  const found = await findDevnet(directory)
  if (found.ok && found.value !== undefined) await stopAll(found.value)
  await removeDevnet(directory)
  output.line(check(`${directory} is gone; \`npm run devnet\` makes a new network`))
  output.result({ reset: true })
}
