import { fork } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type NodeEndpoints, nodeHome, statusOf } from '@hanse/devnet'
import { readGenesis } from '@hanse/node'
import type { Chain } from '@hanse/protocol'
import { ATTACKS } from '../attacks/all-attacks.ts'
import type { Attack } from '../attacks/attack.ts'
import type { AttackerReport, Order } from '../attacks/attacker.ts'
import { CONTROL } from '../attacks/control.ts'
import { faultCounts } from '../load/counts.ts'
import { LoadCrew } from '../load/crew.ts'
import { joined } from '../load/figures.ts'
import { latenciesOf, type Sendings } from '../load/orders.ts'
import { type BenchNetwork, primaryOf, startNetwork } from '../network.ts'
import { usageOf } from '../process-usage.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { countsPerSecond, distributionOf } from '../statistics.ts'
import { forgeTransfers } from '../transfers.ts'
import { type AttackRow, type HostileReport, hostileFaults, hostileLines, isBelowPromise, type LoadRow } from './hostile-report.ts'

const attackerMain = fileURLToPath(new URL('../attacks/attacker.js', import.meta.url))

const SAMPLE_MS = 200
/** Load and attack go on for so long before the rate is measured: transactions that were sent before a window are final in it. */
const LEAD_SECONDS = 3
/** After an attack, before the next one: connections that were cut come back. */
const REST_MS = 2_000
const FORGED = 2_000
/** Another address of this machine: to the node, another client than the one that offers the load. */
const ATTACKER_ADDRESS = '127.0.0.2'

const ALL = 'all'

export const hostileScenario = defineScenario({
  name: 'hostile',
  summary: 'the chain’s rate, and the memory of the attacked node, under each attack on its RPC',
  options: {
    attack: { default: ALL, choices: [ALL, ...ATTACKS.map(({ name }) => name)] },
    seconds: { default: 10, min: 1, max: 240 },
    warmup: { default: 5, min: 1, max: 240 },
    rate: { default: 300, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
    /** How far the attacker's process steps back for others, as `nice` counts. */
    nice: { default: 0, min: 0, max: 19 },
  },
  run: async (options, onProgress) => {
    const report = await hostile(options, onProgress)
    const faults = hostileFaults(report)
    const lines = [...hostileLines(report), ...faults.map((fault) => `  not kept: ${fault}`)]
    return { lines, figures: report, failed: faults.length > 0 }
  },
})

interface HostileOptions {
  readonly attack: string
  readonly seconds: number
  readonly warmup: number
  readonly rate: number
  readonly validators: number
  readonly nice: number
}

interface World {
  readonly network: BenchNetwork
  readonly chain: Chain
  readonly crew: LoadCrew
  readonly victim: NodeEndpoints
  readonly options: HostileOptions
}

/** A steady load over all nodes, first alone, then during each attack on one of them: the primary. */
async function hostile(options: HostileOptions, onProgress: OnProgress): Promise<HostileReport> {
  const attacks = ATTACKS.filter(({ name }) => options.attack === ALL || options.attack === name)
  const network = await startNetwork(options.validators)
  let crew: LoadCrew | undefined
  try {
    const { devnet } = network
    const primary = await primaryOf(network)
    const victim = devnet.nodes.find(({ name }) => name === primary) as NodeEndpoints
    const genesis = await readGenesis(join(nodeHome(devnet, primary), 'genesis.json'))
    if (!genesis.ok) throw new Error(genesis.error.message)
    crew = await LoadCrew.hire(devnet, 'transfer', { isLoyal: true })
    const world: World = { network, chain: genesis.value, crew, victim, options }
    await measure(world, options.warmup, async () => undefined)
    const { row: baseline } = await measure(world, options.seconds, async () => undefined)
    const rows: AttackRow[] = []
    for (const attack of attacks) {
      onProgress(rows.length, attacks.length, 'attacks')
      const row = await underAttack(world, attack)
      await sleep(REST_MS)
      rows.push(isBelowPromise(row, baseline) ? { ...row, control: await besideControl(world, row) } : row)
    }
    const { validators, rate, seconds, nice } = options
    return {
      scenario: 'hostile',
      validators,
      offeredPerSecond: rate,
      seconds,
      niceness: nice,
      victim: victim.name,
      baseline,
      attacks: rows,
    }
  } finally {
    crew?.dismiss()
    await network.close()
  }
}

async function underAttack(world: World, attack: Attack): Promise<AttackRow> {
  const { victim, chain, options } = world
  const order: Order = {
    attack: attack.name,
    port: victim.rpcPort,
    localAddress: (await canBind(victim, ATTACKER_ADDRESS)) ? ATTACKER_ADDRESS : '127.0.0.1',
    niceness: options.nice,
    seconds: LEAD_SECONDS + options.seconds,
    cpuPercent: 0,
    forged: attack.name === 'forged-transactions' ? forgeTransfers(chain, FORGED, Date.now()) : [],
  }
  const { row, result } = await measure(world, options.seconds, () => runAttacker(order))
  const { sent, held, answered, refused, cut, connections, cpuSeconds, elapsedSeconds } = result as AttackerReport
  const alive = (await statusOf(victim)) !== undefined
  return {
    ...row,
    attack: attack.name,
    summary: attack.summary,
    ...(attack.ratePerSecond === undefined ? {} : { wantedPerSecond: attack.ratePerSecond }),
    sentPerSecond: sent / elapsedSeconds,
    heldPerSecond: held / elapsedSeconds,
    answeredPerSecond: answered / elapsedSeconds,
    refused,
    connections,
    cut,
    attackerCpuPercent: (100 * cpuSeconds) / elapsedSeconds,
    alive,
  }
}

/** The same load beside as much work as the attacker had, which attacks nobody. */
async function besideControl(world: World, { attackerCpuPercent }: AttackRow): Promise<LoadRow> {
  const { victim, options } = world
  const order: Order = {
    ...{ attack: CONTROL.name, port: victim.rpcPort, localAddress: '127.0.0.1', niceness: options.nice, forged: [] },
    ...{ seconds: LEAD_SECONDS + options.seconds, cpuPercent: attackerCpuPercent },
  }
  const { row } = await measure(world, options.seconds, () => runAttacker(order))
  await sleep(REST_MS)
  return row
}

/** Offers the load while `meanwhile` runs, and looks at the victim's memory. */
async function measure<T>(
  world: World,
  seconds: number,
  meanwhile: () => Promise<T>,
): Promise<{ readonly row: LoadRow; readonly result: T }> {
  const { network, victim, crew, options } = world
  const pid = network.pids().find(({ name }) => name === victim.name)?.pid
  if (pid === undefined) throw new Error(`${victim.name} does not run any more`)
  const length = LEAD_SECONDS + seconds
  await crew.sign(length * options.rate)
  let residentBytesMax = 0
  const sample = (): void => {
    residentBytesMax = Math.max(residentBytesMax, usageOf(pid)?.residentBytes ?? 0)
  }
  const sampler = setInterval(sample, SAMPLE_MS)
  const startMs = performance.now()
  const cpuBefore = usageOf(pid)?.cpuSeconds ?? 0
  const [load, result] = await Promise.all([crew.send({ type: 'rate', perSecond: options.rate }, 1000 * length).ended, meanwhile()])
  clearInterval(sampler)
  sample()
  const cpuSeconds = (usageOf(pid)?.cpuSeconds ?? 0) - cpuBefore
  return { row: loadRow(load, seconds, residentBytesMax, (100 * cpuSeconds) / ((performance.now() - startMs) / 1000)), result }
}

function loadRow(load: readonly Sendings[], seconds: number, residentBytesMax: number, victimCpuPercent: number): LoadRow {
  const committed = countsPerSecond(joined(load.map(({ finalMs }) => finalMs)), 1000 * LEAD_SECONDS, seconds)
  return {
    committedPerSecond: committed.reduce((sum, count) => sum + count, 0) / seconds,
    failures: faultCounts(load),
    latencyMs: distributionOf(joined(load.map(latenciesOf))),
    residentMbMax: residentBytesMax / 1024 / 1024,
    victimCpuPercent,
  }
}

function runAttacker(order: Order): Promise<AttackerReport> {
  return new Promise((resolve, reject) => {
    const child = fork(attackerMain, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    let report: AttackerReport | undefined
    child.once('message', (message) => {
      report = message as AttackerReport
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (report === undefined) reject(new Error(`the attacker ended with ${code} and told nothing`))
      else resolve(report)
    })
    child.send(order)
  })
}

/** Linux has all of 127/8 for this machine; others have to have it told. */
function canBind(victim: NodeEndpoints, localAddress: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: victim.rpcPort, localAddress })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
