import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createDevnet,
  type Devnet,
  devnetNodes,
  killNodeProcess,
  type NodeEndpoints,
  runningPid,
  startNodeProcess,
  statusOf,
  takenPort,
  waitForNode,
} from '@hanse/devnet'
import type { Test } from 'tap'

const VALIDATORS = 4
/** Below the ports that the system gives to outgoing connections, with those of metrics and p2p above them. */
const BASE_PORT = { from: 12_000, to: 29_000, step: 16, tries: 200 } as const
const POLL_MS = 25

/** A folder that is deleted after the test, also when it fails. */
export async function temporaryFolder(t: Test): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hanse-devnet-test-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** Ports that nobody has at the moment. */
export async function freeBasePort(validators = VALIDATORS): Promise<number> {
  const places = (BASE_PORT.to - BASE_PORT.from) / BASE_PORT.step
  for (let attempt = 0; attempt < BASE_PORT.tries; attempt++) {
    const basePort = BASE_PORT.from + BASE_PORT.step * Math.floor(Math.random() * places)
    if ((await takenPort(devnetNodes(validators, basePort))) === undefined) return basePort
  }
  throw new Error('no free ports')
}

/** A devnet of its own. Whatever becomes of the test, its nodes end with it. */
export async function createTestNetwork(t: Test): Promise<Devnet> {
  const directory = join(await temporaryFolder(t), 'net')
  const made = await createDevnet({ directory, basePort: await freeBasePort(), validators: VALIDATORS, demo: true })
  if (!made.ok) throw new Error(made.error.message)
  endWithTest(t, made.value)
  return made.value
}

export async function startTestNetwork(t: Test): Promise<Devnet> {
  const devnet = await createTestNetwork(t)
  await startAll(devnet)
  await allReady(devnet, 1)
  return devnet
}

/** Kills the nodes of `devnet` after the test, and when this process ends before. */
export function endWithTest(t: Test, devnet: Devnet): void {
  const onExit = (): void => {
    for (const { name } of devnet.nodes) {
      const pid = runningPid(devnet, name)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    }
  }
  const onTerm = (): never => process.exit(143)
  process.once('exit', onExit)
  process.once('SIGTERM', onTerm)
  t.teardown(async () => {
    await killAll(devnet)
    process.off('exit', onExit)
    process.off('SIGTERM', onTerm)
  })
}

export async function startAll(devnet: Devnet): Promise<void> {
  for (const { name } of devnet.nodes) await startNodeProcess(devnet, name)
}

export async function killAll(devnet: Devnet): Promise<void> {
  await Promise.all(devnet.nodes.map(({ name }) => killNodeProcess(devnet, name)))
}

export async function allReady(devnet: Devnet, height: number): Promise<void> {
  for (const node of devnet.nodes) await waitForNode(devnet, node, { height, peers: devnet.nodes.length - 1 })
}

export function nodeOf(devnet: Devnet, name: string): NodeEndpoints {
  const node = devnet.nodes.find((candidate) => candidate.name === name)
  if (node === undefined) throw new Error(`no node ${name}`)
  return node
}

/** The greatest height that one of `nodes` tells of. */
export async function headOf(nodes: readonly NodeEndpoints[]): Promise<number> {
  const statuses = await Promise.all(nodes.map(statusOf))
  return Math.max(...statuses.map((status) => status?.height ?? 0))
}

/** Polls until `condition` gives a value; how long it took is part of the answer. */
export async function until<T>(
  what: string,
  timeoutMs: number,
  condition: () => Promise<T | undefined>,
): Promise<{ readonly value: T; readonly elapsedMs: number }> {
  const startedMs = performance.now()
  for (;;) {
    const value = await condition()
    const elapsedMs = performance.now() - startedMs
    if (value !== undefined) return { value, elapsedMs }
    if (elapsedMs > timeoutMs) throw new Error(`${what}: not within ${timeoutMs} ms`)
    await sleep(POLL_MS)
  }
}
