import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createDevnet,
  type Devnet,
  devnetNodes,
  logPath,
  type NodeStart,
  nodeHome,
  runningPid,
  startNodeProcess,
  statusOf,
  stopNodeProcess,
  takenPort,
  waitForNode,
} from '@hanse/devnet'
import { withLoadCast } from './load/cast.ts'

/** Where to look for free ports: away from the devnet's own, so that both can run, and several benchmarks too. */
const BASE_PORTS = { first: 21_545, step: 20, count: 40 } as const

/** As a shell tells of a process that a signal ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** A devnet of its own in a folder of its own, gone when the scenario is over. */
export interface BenchNetwork {
  readonly devnet: Devnet
  logPath(node: string): string
  pids(): readonly { readonly name: string; readonly pid: number }[]
  close(): Promise<void>
}

/** Each process begins to look at another place: those who look at the same time find different ones. */
async function freeBasePort(validators: number): Promise<number> {
  const { first, step, count } = BASE_PORTS
  for (let attempt = 0; attempt < count; attempt++) {
    const basePort = first + ((process.pid + attempt) % count) * step
    if ((await takenPort(devnetNodes(validators, basePort))) === undefined) return basePort
  }
  throw new Error('no free ports: other benchmarks seem to run')
}

/** The nodes are processes of their own: whoever ends the benchmark ends them too. Returns how to take that back. */
function closeOnSignal(close: () => Promise<void>): () => void {
  const listeners = Object.entries(EXIT_CODES).map(([signal, code]) => {
    const listener = (): void => void close().finally(() => process.exit(code))
    process.once(signal, listener)
    return () => process.off(signal, listener)
  })
  return () => {
    for (const forget of listeners) forget()
  }
}

/** Made, and not started. Its first state has the parties of the load. */
export async function createNetwork(validators: number): Promise<BenchNetwork> {
  const directory = await mkdtemp(join(tmpdir(), 'hanse-bench-'))
  const made = await createDevnet({ directory, basePort: await freeBasePort(validators), validators, demo: true, amend: withLoadCast })
  if (!made.ok) throw new Error(made.error.message)
  const devnet = made.value
  const end = async (): Promise<void> => {
    await Promise.all(devnet.nodes.map((node) => stopNodeProcess(devnet, node.name)))
    await rm(directory, { recursive: true, force: true })
  }
  const forgetSignals = closeOnSignal(end)
  const close = async (): Promise<void> => {
    await end()
    forgetSignals()
  }
  return {
    devnet,
    logPath: (node) => logPath(devnet, node),
    pids: () =>
      devnet.nodes.flatMap(({ name }) => {
        const pid = runningPid(devnet, name)
        return pid === undefined ? [] : [{ name, pid }]
      }),
    close,
  }
}

export async function startNetwork(validators: number, { logLevel }: { readonly logLevel?: string } = {}): Promise<BenchNetwork> {
  const network = await createNetwork(validators)
  const { devnet } = network
  if (logLevel !== undefined) {
    for (const { name } of devnet.nodes) {
      const path = join(nodeHome(devnet, name), 'config.toml')
      await writeFile(path, `${await readFile(path, 'utf8')}\n[log]\nlevel = "${logLevel}"\n`)
    }
  }
  await startNodes(network)
  return network
}

/** All of them, until each sees the others and has a block; where that does not come about, the network is closed. */
export async function startNodes({ devnet, close }: BenchNetwork, start: NodeStart = {}): Promise<void> {
  try {
    for (const node of devnet.nodes) await startNodeProcess(devnet, node.name, start)
    for (const node of devnet.nodes) await waitForNode(devnet, node, { height: 1, peers: devnet.nodes.length - 1 })
  } catch (error) {
    await close()
    throw error
  }
}

/** The node that proposes at the moment, as the first that answers tells. */
export async function primaryOf({ devnet }: BenchNetwork): Promise<string> {
  for (const node of devnet.nodes) {
    const status = await statusOf(node)
    if (status !== undefined) return status.primary
  }
  throw new Error('no node answers')
}
