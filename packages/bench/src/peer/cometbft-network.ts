import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Configuration, LIBP2P, type Setting, withSettings } from './settings.ts'

const VALIDATORS = 4
const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 10_000
const POLL_MS = 100
const REQUEST_TIMEOUT_MS = 2_000
const LOG_TAIL_LINES = 5
/** As a shell tells of a process that a signal ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** `kvstore` is built in and checks no signature; `transfer` is the application beside this package's Go module. */
export type PeerApplication = 'kvstore' | 'transfer'

export interface CometbftNetwork {
  /** host:port of each node's RPC. */
  readonly endpoints: readonly string[]
  readonly pids: readonly number[]
  close(): Promise<void>
}

/** Four validators on the loopback interface, in a folder of their own that is gone when they are closed. */
export async function startCometbft(
  binDirectory: string,
  application: PeerApplication,
  configuration: Configuration,
): Promise<CometbftNetwork> {
  const directory = await mkdtemp(join(tmpdir(), 'hanse-peer-'))
  const nodes: ChildProcess[] = []
  const close = async (): Promise<void> => {
    await Promise.all(nodes.map(stopProcess))
    await rm(directory, { recursive: true, force: true })
    forget()
  }
  const forget = closeOnSignal(close)
  try {
    const endpoints = await writeHomes(binDirectory, directory, application, configuration)
    const program = join(binDirectory, application === 'transfer' ? 'transfer-node' : 'cometbft')
    for (const index of endpoints.keys()) nodes.push(startProcess(program, homeOf(directory, index), configuration.env))
    for (const [index, endpoint] of endpoints.entries()) await waitForNode(endpoint, nodes[index] as ChildProcess, homeOf(directory, index))
    return { endpoints, pids: nodes.map(({ pid }) => pid as number), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The nodes are processes of their own: whoever ends the benchmark ends them too. Returns what forgets it again. */
function closeOnSignal(close: () => Promise<void>): () => void {
  const handlers = Object.entries(EXIT_CODES).map(
    ([signal, code]) => [signal, () => void close().finally(() => process.exit(code))] as const,
  )
  for (const [signal, handler] of handlers) process.once(signal, handler)
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

function homeOf(directory: string, index: number): string {
  return join(directory, `node${index}`)
}

async function writeHomes(
  binDirectory: string,
  directory: string,
  application: PeerApplication,
  { settings }: Configuration,
): Promise<readonly string[]> {
  const run = async (...words: readonly string[]): Promise<string> =>
    (await promisify(execFile)(join(binDirectory, 'cometbft'), words)).stdout.trim()
  await run('testnet', '--v', `${VALIDATORS}`, '--o', directory, '--starting-ip-address', '127.0.0.1', '--home', directory)
  const addresses = (await freePorts(2 * VALIDATORS)).map((port) => `127.0.0.1:${port}`)
  const [p2p, rpc] = [addresses.slice(0, VALIDATORS), addresses.slice(VALIDATORS)]
  const indexes = [...p2p.keys()]
  const idsOf = (...options: readonly string[]): Promise<readonly string[]> =>
    Promise.all(indexes.map((index) => run('show-node-id', ...options, '--home', homeOf(directory, index))))
  const ids = await idsOf()
  const bootstrap = settings.includes(LIBP2P) ? await idsOf('--libp2p') : []
  for (const index of indexes) {
    const path = join(homeOf(directory, index), 'config', 'config.toml')
    const others = indexes.filter((other) => other !== index)
    const peers = others.map((other) => `${ids[other]}@${p2p[other]}`).join(',')
    const bootstrapPeers = others.map((other) => `{ host = "${p2p[other]}", id = "${bootstrap[other]}", persistent = true }`).join(', ')
    const place: readonly Setting[] = [
      // The transfer application is in the program itself, which does not look at it.
      { section: '', key: 'proxy_app', value: `"${application}"` },
      { section: 'rpc', key: 'laddr', value: `"tcp://${rpc[index]}"` },
      { section: 'rpc', key: 'pprof_laddr', value: '""' },
      { section: 'p2p', key: 'laddr', value: `"tcp://${p2p[index]}"` },
      { section: 'p2p', key: 'persistent_peers', value: `"${peers}"` },
    ]
    // The library writes this key into a comment, where nobody reads it: it goes below the one before it.
    const libp2p = bootstrap.length === 0 ? [] : [{ ...LIBP2P, value: `${LIBP2P.value}\nbootstrap_peers = [${bootstrapPeers}]` }]
    await writeFile(path, withSettings(await readFile(path, 'utf8'), [...place, ...settings, ...libp2p]))
  }
  return rpc
}

/** So many ports that are free at once. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  try {
    return await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((resolve, reject) => {
            server.once('error', reject)
            server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
          }),
      ),
    )
  } finally {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  }
}

function startProcess(program: string, home: string, env: Configuration['env']): ChildProcess {
  const log = openSync(join(home, 'node.log'), 'a')
  try {
    return spawn(program, ['start', '--home', home], { stdio: ['ignore', log, log], env: { ...process.env, ...env } })
  } finally {
    closeSync(log)
  }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await exited
  clearTimeout(timer)
}

/** Until the node has made blocks with all others. */
async function waitForNode(endpoint: string, child: ChildProcess, home: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`a node of CometBFT ended: ${await logTail(home)}`)
    const status = await ask<{ sync_info: { latest_block_height: string } }>(endpoint, 'status')
    const net = await ask<{ n_peers: string }>(endpoint, 'net_info')
    if (Number(status?.sync_info.latest_block_height ?? 0) >= 2 && Number(net?.n_peers ?? 0) === VALIDATORS - 1) return
    await sleep(POLL_MS)
  }
  throw new Error(`a node of CometBFT was not ready after ${START_TIMEOUT_MS / 1000} s: ${await logTail(home)}`)
}

async function ask<T>(endpoint: string, method: string): Promise<T | undefined> {
  try {
    const response = await fetch(`http://${endpoint}/${method}`, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })
    return ((await response.json()) as { result?: T }).result
  } catch {
    return undefined
  }
}

async function logTail(home: string): Promise<string> {
  return (await readFile(join(home, 'node.log'), 'utf8')).trim().split('\n').slice(-LOG_TAIL_LINES).join(' | ')
}
