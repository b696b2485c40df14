import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { writePeerAddresses } from '@hanse/bench'
import { createDevnet, devnetNodes, logPath, type NodeEndpoints, nodeHome, takenPort } from '@hanse/devnet'
import type { Chain } from '@hanse/protocol'
import { Group } from '../machine/group.ts'
import { type Owner, RUN_VARIABLE } from '../machine/owner.ts'
import { faketimeLibrary } from '../machine/tools.ts'
import { DiskVolume, mountSmallVolume, type Volume } from '../machine/volume.ts'
import { ChaosNode } from './chaos-node.ts'
import type { Fabric, FabricType } from './fabric.ts'
import { NamespaceFabric } from './namespace-fabric.ts'
import { createPlainFabric } from './plain-fabric.ts'
import { createProxyFabric } from './proxy-fabric.ts'

/** RPC, metrics, p2p and admin of a network lie 1,000 apart from here on; below the ports of outgoing connections. */
const PORTS = { from: 29_000, step: 16, tries: 44 } as const
const HEARTBEAT_MS = 1_000
const READY_TIMEOUT_MS = 60_000
const POLL_MS = 100

/** What a node gets beside its process. */
export interface Furniture {
  /** Where its data lie: on the machine's own disk, on a small one in memory, on a disk of its own. */
  readonly volume?: 'small' | 'disk'
  /** Its clock can be set. */
  readonly clock?: boolean
  readonly group?: boolean
  /** Lies in this way once it is told to. */
  readonly strategy?: string
}

export interface NetworkPlan {
  readonly validators: number
  readonly fabric: FabricType
  readonly seed: number
  readonly furniture: ReadonlyMap<number, Furniture>
}

/** Real nodes, and everything around them that can be broken. */
export interface ChaosNetwork {
  readonly nodes: readonly ChaosNode[]
  readonly fabric: Fabric
  readonly volumes: ReadonlyMap<number, Volume>
  readonly disks: ReadonlyMap<number, DiskVolume>
  readonly groups: ReadonlyMap<number, Group>
  /** Files that hold how far the clock of a node is off. */
  readonly clocks: ReadonlyMap<number, string>
  /** Starts all, or all but some, and waits until each sees the others and has a block. */
  start(absent?: readonly ChaosNode[]): Promise<Chain>
  /** Asks each to stop; those that do not end in order, by name. */
  stop(): Promise<readonly string[]>
}

export async function createNetwork(owner: Owner, plan: NetworkPlan): Promise<ChaosNetwork> {
  const basePort = await freeBasePort(plan.validators)
  const directory = join(owner.folder, 'net')
  const made = await createDevnet({ directory, basePort, validators: plan.validators, demo: true, heartbeatMs: HEARTBEAT_MS })
  if (!made.ok) throw new Error(made.error.message)
  const devnet = made.value
  const fabric = await openFabric(owner, plan, devnet.nodes)
  const parts = furnish(owner, plan, (index) => nodeHome(devnet, devnet.nodes[index]?.name ?? ''))
  const nodes = devnet.nodes.map((endpoints, index) => {
    const home = nodeHome(devnet, endpoints.name)
    writePeerAddresses(home, fabric.listen(index), addressesOf(fabric, index, devnet.nodes))
    const strategy = plan.furniture.get(index)?.strategy
    const group = parts.groups.get(index)
    return new ChaosNode({
      ...{ index, endpoints, home, logPath: logPath(devnet, endpoints.name), enter: fabric.enter(index) },
      env: { ...process.env, [RUN_VARIABLE]: owner.runId, ...clockEnvironment(parts.clocks.get(index)) },
      ...(strategy === undefined ? {} : { program: { path: liarMain, args: [strategy] } }),
      ...(group === undefined ? {} : { onStart: (pid: number) => group.join(pid) }),
    })
  })
  return {
    nodes,
    fabric,
    ...parts,
    start: (absent = []) => startAll(nodes.filter((node) => !absent.includes(node))),
    stop: () => stopAll(nodes, fabric),
  }
}

const liarMain = fileURLToPath(new URL('../liar/liar-worker.js', import.meta.url))

async function freeBasePort(validators: number): Promise<number> {
  for (let attempt = 0; attempt < PORTS.tries; attempt++) {
    // Runs that begin at the same time look in different places first.
    const basePort = PORTS.from + PORTS.step * ((process.pid + attempt) % PORTS.tries)
    if ((await takenPort(devnetNodes(validators, basePort))) === undefined) return basePort
  }
  throw new Error('no free ports: other runs seem to be under way')
}

async function openFabric(owner: Owner, { fabric, seed }: NetworkPlan, nodes: readonly NodeEndpoints[]): Promise<Fabric> {
  if (fabric === 'plain') return createPlainFabric(nodes)
  if (fabric === 'proxy') return await createProxyFabric(owner, nodes, seed)
  const made = new NamespaceFabric(owner, nodes)
  await made.open()
  return made
}

function furnish(
  owner: Owner,
  { furniture }: NetworkPlan,
  homeOf: (index: number) => string,
): Pick<ChaosNetwork, 'volumes' | 'disks' | 'groups' | 'clocks'> {
  const volumes = new Map<number, Volume>()
  const disks = new Map<number, DiskVolume>()
  const groups = new Map<number, Group>()
  const clocks = new Map<number, string>()
  for (const [index, { volume, clock, group }] of furniture) {
    if (volume !== undefined) {
      const directory = join(owner.folder, `volume-${index}`)
      if (volume === 'small') volumes.set(index, mountSmallVolume(directory))
      else disks.set(index, new DiskVolume(directory, join(owner.folder, `image-${index}`)))
      mkdirSync(join(directory, 'data'), { mode: 0o700 })
      symlinkSync(join(directory, 'data'), join(homeOf(index), 'data'))
    }
    if (group === true) groups.set(index, new Group(owner, `n${index}`))
    if (clock !== true) continue
    const path = join(owner.folder, `clock-${index}`)
    writeFileSync(path, '+0')
    clocks.set(index, path)
  }
  return { volumes, disks, groups, clocks }
}

/** The wall clock alone: with the monotonic one going back, no timer of a process would ever fire. */
function clockEnvironment(path: string | undefined): NodeJS.ProcessEnv {
  const library = faketimeLibrary()
  if (path === undefined || library === undefined) return {}
  return {
    ...{ LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: path },
    ...{ FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
  }
}

function addressesOf(fabric: Fabric, index: number, nodes: readonly NodeEndpoints[]): ReadonlyMap<string, string> {
  const others = [...fabric.addresses(index)].filter(([other]) => other !== index)
  return new Map(others.map(([other, address]) => [nodes[other]?.name ?? '', address]))
}

async function startAll(nodes: readonly ChaosNode[]): Promise<Chain> {
  await Promise.all(nodes.map((node) => node.start()))
  const deadlineMs = performance.now() + READY_TIMEOUT_MS
  for (const node of nodes) {
    for (;;) {
      const status = await node.client.call('node_status', {}, { timeoutMs: 1_000 }).catch(() => undefined)
      if (status !== undefined && status.height >= 1 && status.peers >= nodes.length - 1) break
      if (!node.isUp) throw new Error(`${node.name} ended at its first start: ${node.lastWords().message ?? 'without a word'}`)
      if (performance.now() > deadlineMs) throw new Error(`${node.name} is not ready after ${READY_TIMEOUT_MS / 1000} s`)
      await sleep(POLL_MS)
    }
  }
  return await (nodes[0] as ChaosNode).client.chain()
}

async function stopAll(nodes: readonly ChaosNode[], fabric: Fabric): Promise<readonly string[]> {
  const ended = await Promise.all(nodes.map(async (node) => ({ node, exit: await node.end('SIGTERM') })))
  await fabric.close()
  return ended.filter(({ exit }) => exit !== undefined && exit.code !== 0).map(({ node }) => node.name)
}
