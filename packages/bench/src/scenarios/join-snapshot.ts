import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type NodeEndpoints, nodeHome, startNodeProcess, statusOf, waitForNode } from '@hanse/devnet'
import { readNodeConfig, restoreSnapshot } from '@hanse/node'
import type { Result } from '@hanse/primitives'
import { keyedTerms } from '../bench-chain.ts'
import { fillStore } from '../filled-store.ts'
import { faultCounts } from '../load/counts.ts'
import { LoadCrew, UNTIL_STOPPED_MS } from '../load/crew.ts'
import { createNetwork } from '../network.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'

const VALIDATORS = 4
const SAMPLE_MS = 50
/** How long the chain is watched before the snapshot, to compare with, in ms. */
const WATCHED_MS = 5_000
const JOIN_TIMEOUT_MS = 600_000
/** What is to be reached with the default. */
const JOIN_SECONDS_MAX = 60

interface JoinFigures {
  readonly scenario: 'join-snapshot'
  readonly keys: number
  readonly records: number
  readonly chunks: number
  readonly snapshotBytes: number
  readonly offeredPerSecond: number
  /** Made by a node that votes. */
  readonly createSeconds: number
  /** The longest time between two blocks before the snapshot was made, and while it was. */
  readonly longestGapMsBefore: number
  readonly longestGapMsMeanwhile: number
  readonly restoreSeconds: number
  /** Processor time of it: less where others use the machine too. */
  readonly restoreCpuSeconds: number
  /** From the start of the process until its RPC answers. */
  readonly startSeconds: number
  /** Until it is at the head, by blocks. */
  readonly followSeconds: number
  readonly joinSeconds: number
  readonly failures: Readonly<Record<string, number>>
}

export const joinSnapshotScenario = defineScenario({
  name: 'join-snapshot',
  summary: 'a node that never ran joins a state of many keys from a snapshot, and then by blocks',
  options: { keys: { default: 100_000, min: 1_000, max: 10_000_000 }, rate: { default: 100, min: 1, max: 20_000 } },
  run: async (options, onProgress) => {
    const figures = await joinSnapshot(options, onProgress)
    const failed = Object.keys(figures.failures).length > 0 || (options.keys <= 100_000 && figures.joinSeconds > JOIN_SECONDS_MAX)
    return { lines: linesOf(figures), figures, failed }
  },
})

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

async function joinSnapshot(
  { keys, rate }: { readonly keys: number; readonly rate: number },
  onProgress: OnProgress,
): Promise<JoinFigures> {
  const network = await createNetwork(VALIDATORS)
  const { devnet } = network
  const [first, ...rest] = devnet.nodes as readonly [NodeEndpoints, ...NodeEndpoints[]]
  const newcomer = rest.at(-1) as NodeEndpoints
  const others = devnet.nodes.filter((node) => node !== newcomer)
  const carried = await mkdtemp(join(tmpdir(), 'hanse-bench-snapshot-'))
  let crew: LoadCrew | undefined
  try {
    await fillStore(nodeHome(devnet, first.name), keys, (done) => onProgress(done, keys, 'keys stored'), { termsOf: keyedTerms })
    const stored = join('data', 'store')
    for (const { name } of others.slice(1))
      await cp(join(nodeHome(devnet, first.name), stored), join(nodeHome(devnet, name), stored), { recursive: true })
    for (const { name } of others) await startNodeProcess(devnet, name)
    for (const node of others) await waitForNode(devnet, node, { height: 1, peers: others.length - 1 })

    crew = await LoadCrew.hire(devnet, 'transfer', { nodes: others })
    const load = crew.send({ type: 'rate', perSecond: rate }, UNTIL_STOPPED_MS)
    const longestGapMsBefore = await longestGap(first, () => sleep(WATCHED_MS))
    let made: Made | undefined
    const createdFromMs = performance.now()
    const longestGapMsMeanwhile = await longestGap(first, async () => {
      made = await makeSnapshot(nodeHome(devnet, first.name), onProgress)
    })
    const createSeconds = (performance.now() - createdFromMs) / 1000
    if (made === undefined) throw new Error('no snapshot was made')
    const folder = join(carried, String(made.height))
    await cp(made.folder, folder, { recursive: true })

    const joinedFromMs = performance.now()
    const cpuBefore = process.cpuUsage()
    const restored = unwrap(
      await restoreSnapshot(nodeHome(devnet, newcomer.name), folder, {
        onProgress: ({ what, done, total }) => onProgress(done, total, what),
      }),
    )
    const restoredMs = performance.now()
    const cpu = process.cpuUsage(cpuBefore)
    await startNodeProcess(devnet, newcomer.name)
    await waitForNode(devnet, newcomer, { height: 0, peers: 0 })
    const answeredMs = performance.now()
    await untilInStep(newcomer, onProgress)
    const inStepMs = performance.now()
    load.stop()
    const failures = faultCounts(await load.ended)
    return {
      scenario: 'join-snapshot',
      keys,
      records: restored.records,
      chunks: restored.chunks,
      snapshotBytes: made.sizeBytes,
      offeredPerSecond: rate,
      createSeconds,
      longestGapMsBefore,
      longestGapMsMeanwhile,
      restoreSeconds: (restoredMs - joinedFromMs) / 1000,
      restoreCpuSeconds: (cpu.user + cpu.system) / 1e6,
      startSeconds: (answeredMs - restoredMs) / 1000,
      followSeconds: (inStepMs - answeredMs) / 1000,
      joinSeconds: (inStepMs - joinedFromMs) / 1000,
      failures,
    }
  } finally {
    crew?.dismiss()
    await network.close()
    await rm(carried, { recursive: true, force: true })
  }
}

interface Made {
  readonly folder: string
  readonly height: number
  readonly sizeBytes: number
}

interface Job extends Partial<Made> {
  readonly state: string
  readonly step: string
  readonly done: number
  readonly total?: number
  readonly message?: string
}

/** By the admin listener of a node that runs. */
async function makeSnapshot(home: string, onProgress: OnProgress): Promise<Made> {
  const { admin } = unwrap(await readNodeConfig(join(home, 'config.toml')))
  const token = (await readFile(admin.tokenFile, 'utf8')).trim()
  const call = async <T>(method: string): Promise<T> => {
    const answer = await fetch(`http://${admin.host}:${admin.port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: {} }),
    })
    const { result, error } = (await answer.json()) as { readonly result?: T; readonly error?: { readonly message: string } }
    if (result === undefined) throw new Error(`${method}: ${error?.message}`)
    return result
  }
  await call('admin_createSnapshot')
  for (;;) {
    const { job } = await call<{ readonly job: Job }>('admin_getJob')
    const { state, step, done, total, folder, height, sizeBytes } = job
    if (state === 'failed') throw new Error(`no snapshot: ${job.message}`)
    if (folder !== undefined && height !== undefined && sizeBytes !== undefined) return { folder, height, sizeBytes }
    onProgress(done, total ?? done, step)
    await sleep(SAMPLE_MS)
  }
}

/** The longest time in ms that a node stays at one height while something is done. */
async function longestGap(node: NodeEndpoints, work: () => Promise<unknown>): Promise<number> {
  let isDone = false
  const working = work().finally(() => {
    isDone = true
  })
  let [height, sinceMs, longestMs] = [-1, performance.now(), 0]
  while (!isDone) {
    const now = (await statusOf(node))?.height ?? height
    if (now !== height) {
      height = now
      sinceMs = performance.now()
    }
    longestMs = Math.max(longestMs, performance.now() - sinceMs)
    await sleep(SAMPLE_MS)
  }
  await working
  return longestMs
}

async function untilInStep(node: NodeEndpoints, onProgress: OnProgress): Promise<void> {
  const startedMs = performance.now()
  for (;;) {
    const status = await statusOf(node)
    if (status?.state === 'synced') return
    if (status !== undefined) onProgress(status.height, status.height + status.lag, 'blocks fetched')
    if (performance.now() - startedMs > JOIN_TIMEOUT_MS) throw new Error(`${node.name} is not in step`)
    await sleep(SAMPLE_MS)
  }
}

function linesOf(figures: JoinFigures): readonly string[] {
  const { records, chunks, snapshotBytes, createSeconds, longestGapMsBefore, longestGapMsMeanwhile } = figures
  const failures = Object.entries(figures.failures).map(([code, count]) => `${code} × ${count}`)
  return [
    `join-snapshot: ${figures.keys} keys, ${figures.offeredPerSecond} transactions/s offered meanwhile`,
    `  snapshot    ${records} records in ${chunks} chunks, ${(snapshotBytes / 1024 / 1024).toFixed(1)} MiB`,
    `  made        in ${createSeconds.toFixed(1)} s by a node that votes; longest time between blocks ${longestGapMsMeanwhile.toFixed(0)} ms, before ${longestGapMsBefore.toFixed(0)} ms`,
    `  restored    in ${figures.restoreSeconds.toFixed(1)} s (${figures.restoreCpuSeconds.toFixed(1)} s of a processor), every chunk checked`,
    `  started     in ${figures.startSeconds.toFixed(1)} s, in step ${figures.followSeconds.toFixed(1)} s later`,
    `  joined      in ${figures.joinSeconds.toFixed(1)} s`,
    `  failures    ${failures.length === 0 ? 'none' : failures.join(', ')}`,
  ]
}
