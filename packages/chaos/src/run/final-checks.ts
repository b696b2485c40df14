import { setTimeout as sleep } from 'node:timers/promises'
import type { Chain } from '@hanse/protocol'
import { checkAcknowledged } from '../checks/acknowledged.ts'
import { checkAgreement } from '../checks/agreement.ts'
import { checkCertificates } from '../checks/certificates.ts'
import { collectBooks, collectCertificates, collectChain, collectTransactions } from '../checks/collect.ts'
import { checkConservation } from '../checks/conservation.ts'
import { checkLinearizable, checkReadsForward, type FreshStart, type Ledger } from '../checks/linearizable.ts'
import type { Violation } from '../checks/violation.ts'
import type { History } from '../load/history.ts'
import type { ChaosNode } from '../network/chaos-node.ts'

const SETTLE_TIMEOUT_MS = 30_000
const QUIET_MS = 3_000
const POLL_MS = 200

/** A state of rest that was reached: all nodes at one height, and then in one view while nothing happens. */
export interface Rest {
  readonly height: number
  readonly violations: readonly Violation[]
}

interface Status {
  readonly node: ChaosNode
  readonly height: number
  readonly view: number
}

async function statusesOf(nodes: readonly ChaosNode[]): Promise<readonly Status[] | undefined> {
  const replies = await Promise.all(nodes.map((node) => node.client.call('node_status', {}, { timeoutMs: 2_000 }).catch(() => undefined)))
  const known = nodes.flatMap((node, index) => {
    const reply = replies[index]
    return reply === undefined ? [] : [{ node, height: reply.height, view: reply.view }]
  })
  return known.length === nodes.length ? known : undefined
}

/** After all faults and all load: everybody comes to one head, and stays in one view. */
export async function comeToRest(nodes: readonly ChaosNode[], liars: ReadonlySet<number>): Promise<Rest> {
  const honest = nodes.filter(({ index }) => !liars.has(index))
  const startedMs = performance.now()
  let seen: readonly Status[] | undefined
  for (;;) {
    seen = await statusesOf(honest)
    const heights = new Set(seen?.map(({ height }) => height))
    if (seen !== undefined && heights.size === 1) break
    if (performance.now() - startedMs > SETTLE_TIMEOUT_MS) {
      const told = seen?.map(({ node, height }) => `${node.name} ${height}`).join(', ') ?? 'not all answer'
      return {
        height: Math.min(...(seen ?? []).map(({ height }) => height)),
        violations: [{ check: 'settle', message: `no common head ${SETTLE_TIMEOUT_MS} ms after the load: ${told}` }],
      }
    }
    await sleep(POLL_MS)
  }
  await sleep(QUIET_MS)
  const later = (await statusesOf(honest)) ?? []
  const moved = seen.filter(({ node, view }) => later.find((status) => status.node === node)?.view !== view)
  const violations =
    moved.length === 0 || liars.size > 0
      ? []
      : [{ check: 'views', message: `views change at rest: ${later.map(({ node, view }) => `${node.name} ${view}`).join(', ')}` }]
  // All have this one: the newest may be on its way.
  return { height: Math.min(...later.map(({ height }) => height), ...seen.map(({ height }) => height)), violations }
}

export interface FinalCheckOptions {
  readonly nodes: readonly ChaosNode[]
  readonly liars: ReadonlySet<number>
  readonly chain: Chain
  readonly history: History
  /** Balances at the height at which the load began. */
  readonly ledger: Ledger
  readonly openingHeight: number
  readonly parties: readonly string[]
  readonly fresh: readonly FreshStart[]
  readonly evidence: ReadonlySet<string>
}

/** Everything that must be true of what the honest nodes have in the end. */
export async function finalChecks(rest: Rest, options: FinalCheckOptions): Promise<readonly Violation[]> {
  const { nodes, liars, chain, history, ledger, openingHeight, parties, fresh, evidence } = options
  const honest = nodes.filter(({ index }) => !liars.has(index))
  const [witness] = honest
  if (witness === undefined) throw new Error('there is no honest node')
  const { height } = rest
  const chains = new Map<string, Awaited<ReturnType<typeof collectChain>>>()
  for (const node of honest) chains.set(node.name, await collectChain(node, height))
  const own = chains.get(witness.name) ?? []
  const transactions = (await collectTransactions(witness, own.slice(openingHeight))).filter(
    (transaction) => transaction.height > openingHeight,
  )
  const books = await Promise.all(honest.map((node) => collectBooks(node, parties)))
  const lying = new Set(nodes.filter(({ index }) => liars.has(index)).map(({ name }) => name))
  return [
    ...checkAgreement(chains),
    ...checkCertificates(chain, await collectCertificates(witness, height)),
    ...checkAcknowledged(history, chains),
    ...checkConservation(books),
    ...checkLinearizable(history, transactions, ledger),
    ...checkReadsForward(history, fresh),
    ...[...evidence].filter((text) => !lying.has(text.split(':')[0] ?? '')).map((message) => ({ check: 'evidence', message })),
  ]
}
