import { setTimeout as sleep } from 'node:timers/promises'
import type { Chain } from '@hanse/protocol'
import { checkAcknowledged } from '../checks/acknowledged.ts'
import { checkAgreement } from '../checks/agreement.ts'
import { checkCertificates } from '../checks/certificates.ts'
import { collectBooks, collectCertificates, collectChain, collectTransactions } from '../checks/collect.ts'
import { checkConservation } from '../checks/conservation.ts'
import { checkEvidence } from '../checks/evidence.ts'
import { checkLinearizable, checkReadsForward, type FreshStart, type Ledger } from '../checks/linearizable.ts'
import type { Span } from '../checks/outages.ts'
import type { Violation } from '../checks/violation.ts'
import type { History } from '../load/history.ts'
import type { ChaosNode } from '../network/chaos-node.ts'

const SETTLE_TIMEOUT_MS = 30_000
const QUIET_MS = 3_000
const POLL_MS = 200

/** A state of rest: all nodes at one height, and then in one view while nothing happens. */
export interface Rest {
  /** Which all of them have. */
  readonly height: number
  /** Those that answer: what the others have nobody can check. */
  readonly nodes: readonly ChaosNode[]
  readonly violations: readonly Violation[]
  /** Of `performance.now()`: while nothing was asked of anybody. Absent where it was never still. */
  readonly quiet?: Span
}

interface Status {
  readonly node: ChaosNode
  readonly height: number
  readonly view: number
}

/** Of those that answer. */
async function statusesOf(nodes: readonly ChaosNode[]): Promise<readonly Status[]> {
  const replies = await Promise.all(nodes.map((node) => node.client.call('node_status', {}, { timeoutMs: 2_000 }).catch(() => undefined)))
  return nodes.flatMap((node, index) => {
    const reply = replies[index]
    return reply === undefined ? [] : [{ node, height: reply.height, view: reply.view }]
  })
}

function lowest(statuses: readonly Status[]): number {
  return statuses.length === 0 ? 0 : Math.min(...statuses.map(({ height }) => height))
}

/** After all faults and all load: everybody comes to one head, and stays in one view. */
export async function comeToRest(honest: readonly ChaosNode[], hasLiars: boolean): Promise<Rest> {
  const startedMs = performance.now()
  let seen = await statusesOf(honest)
  while (seen.length < honest.length || new Set(seen.map(({ height }) => height)).size > 1) {
    if (performance.now() - startedMs > SETTLE_TIMEOUT_MS) {
      const told = honest
        .map((node) => `${node.name} ${seen.find((status) => status.node === node)?.height ?? 'does not answer'}`)
        .join(', ')
      const message = `no common head ${SETTLE_TIMEOUT_MS} ms after the load: ${told}`
      return { height: lowest(seen), nodes: seen.map(({ node }) => node), violations: [{ check: 'settle', message }] }
    }
    await sleep(POLL_MS)
    seen = await statusesOf(honest)
  }
  const fromMs = performance.now()
  await sleep(QUIET_MS)
  const quiet: Span = { fromMs, toMs: performance.now() }
  const later = await statusesOf(honest)
  const moved = seen.filter(({ node, view }) => later.find((status) => status.node === node)?.view !== view)
  const message = `views change at rest: ${later.map(({ node, view }) => `${node.name} ${view}`).join(', ')}`
  // Of a liar it is its turn now and then.
  const violations = moved.length === 0 || hasLiars ? [] : [{ check: 'views', message }]
  return { height: Math.min(lowest(seen), lowest(later)), nodes: later.map(({ node }) => node), violations, quiet }
}

export interface FinalCheckOptions {
  /** By their names. */
  readonly liars: ReadonlySet<string>
  readonly chain: Chain
  readonly history: History
  readonly ledger: Ledger
  readonly parties: readonly string[]
  readonly fresh: readonly FreshStart[]
  readonly evidence: ReadonlySet<string>
  /** Blocks that no node made, but the harness: whoever takes them over judges their certificates. */
  readonly madeBeforehand: number
}

/** Everything that must be true of what the honest nodes have in the end. */
export async function finalChecks(rest: Rest, options: FinalCheckOptions): Promise<readonly Violation[]> {
  const { liars, chain, history, ledger, parties, fresh, evidence, madeBeforehand } = options
  const { height, nodes: honest } = rest
  const [witness] = honest
  if (witness === undefined) throw new Error('no honest node answers')
  const chains = new Map(await Promise.all(honest.map(async (node) => [node.name, await collectChain(node, height)] as const)))
  const own = chains.get(witness.name) ?? []
  const { transactions, reports } = await collectTransactions(witness, own.slice(ledger.height))
  const books = await Promise.all(honest.map((node) => collectBooks(node, parties)))
  return [
    ...checkAgreement(chains),
    ...checkCertificates(chain, await collectCertificates(witness, Math.max(1, madeBeforehand), height)),
    ...checkAcknowledged(history, chains),
    ...checkConservation(books),
    ...checkLinearizable(history, transactions, ledger),
    ...checkReadsForward(history, fresh),
    ...checkEvidence(evidence, reports, liars),
  ]
}
