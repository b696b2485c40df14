import { setTimeout as sleep } from 'node:timers/promises'
import type { Prng } from '@hanse/primitives'
import { FAULTS } from '../faults/all-faults.ts'
import type { FaultContext, Heal } from '../faults/fault.ts'
import type { Links } from '../faults/links.ts'
import type { Owner } from '../machine/owner.ts'
import type { ChaosNetwork } from '../network/chaos-network.ts'
import type { ChaosNode } from '../network/chaos-node.ts'
import { impairedBy, type PlannedFault, type Target } from '../schedule.ts'
import type { FaultDone, Journal } from './journal.ts'
import type { Supervisor } from './supervisor.ts'

export interface TimelineOptions {
  readonly network: ChaosNetwork
  readonly links: Links
  readonly owner: Owner
  readonly prng: Prng
  readonly journal: Journal
  readonly supervisor: Supervisor
  readonly violate: (check: string, message: string) => void
  readonly onFault: (label: string, state: 'begins' | 'heals') => void
  readonly signal: AbortSignal
}

/** Does every fault at its time and heals it at its time; resolves when all are healed. */
export async function playFaults(faults: readonly PlannedFault[], options: TimelineOptions): Promise<void> {
  await Promise.all(faults.map((fault, index) => playFault(fault, options, options.prng.fork(index))))
}

async function playFault(fault: PlannedFault, options: TimelineOptions, prng: Prng): Promise<void> {
  const { journal, network, violate, onFault, supervisor, signal } = options
  await sleep(Math.max(0, fault.atMs - journal.nowMs()), undefined, { signal })
  const nodes = await resolveTargets(network.nodes, fault.nodes)
  const label = labelOf(fault, nodes)
  const done: FaultDone = {
    ...{ type: fault.type, label, nodes: nodes.map(({ index }) => index) },
    ...{ impaired: impairedBy(fault, network.nodes.length), atMs: journal.nowMs() },
  }
  journal.faults.push(done)
  onFault(label, 'begins')
  const context: FaultContext = {
    ...{ fault, nodes, network, links: options.links, owner: options.owner, prng },
    mayEnd: (node) => supervisor.allowEnd(node),
    violate: (check, message) => violate(check, `${label}: ${message}`),
    note: (message) => journal.note(message),
  }
  const heal = await begin(context)
  await sleep(Math.max(0, fault.atMs + fault.forMs - journal.nowMs()), undefined, { signal })
  try {
    await heal?.()
  } catch (error) {
    context.violate('fault', `could not be healed: ${messageOf(error)}`)
  }
  done.healedMs = journal.nowMs()
  supervisor.expectAll(nodes, fault.type === 'corrupt')
  onFault(label, 'heals')
}

async function begin(context: FaultContext): Promise<Heal | undefined> {
  try {
    return await FAULTS[context.fault.type].begin(context)
  } catch (error) {
    context.violate('fault', `could not be done: ${messageOf(error)}`)
    return undefined
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** `kill bank-b`, `cut split bank-a, supplier`. */
function labelOf({ type, shape, part, ms, percent }: PlannedFault, nodes: readonly ChaosNode[]): string {
  const details = [shape, part, ms === undefined ? undefined : `${ms} ms`, percent === undefined ? undefined : `${percent} %`]
  return [type, ...details.filter((detail) => detail !== undefined), nodes.map(({ name }) => name).join(', ')].join(' ')
}

/** Whoever leads, as the nodes that answer say; where none does, the first. */
export async function resolveTargets(nodes: readonly ChaosNode[], targets: readonly Target[]): Promise<readonly ChaosNode[]> {
  if (targets.every((target) => typeof target === 'number')) return targets.map((target) => nodes[target] as ChaosNode)
  const statuses = await Promise.all(nodes.map((node) => node.client.call('node_status', {}, { timeoutMs: 1_000 }).catch(() => undefined)))
  const newest = statuses.reduce((best, status) => ((status?.view ?? -1) > (best?.view ?? -1) ? status : best), undefined)
  const primary = Math.max(
    0,
    nodes.findIndex(({ name }) => name === newest?.primary),
  )
  const chosen = new Set<ChaosNode>()
  for (const target of targets) {
    let index = typeof target === 'number' ? target : target === 'primary' ? primary : (primary + 1) % nodes.length
    while (chosen.has(nodes[index] as ChaosNode)) index = (index + 1) % nodes.length
    chosen.add(nodes[index] as ChaosNode)
  }
  return [...chosen]
}
