import type { History, Operation, Read } from '../load/history.ts'
import { Bank } from './bank.ts'
import type { ChainTransaction } from './chain.ts'
import { summarized, type Violation } from './violation.ts'

const INSUFFICIENT = 'settlement/insufficient-funds'

export interface Ledger {
  /** The books begin here: what was before was not the clients'. */
  readonly height: number
  readonly opening: ReadonlyMap<string, bigint>
  readonly issuer: string
}

/**
 * **Linearizable history.** The chain claims an order of all that took effect; this checks that the order is a linearization of what the
 * clients saw, which is all that linearizability asks for: (1) nothing is in it twice, and nothing that nobody sent; (2) it keeps to real
 * time: what was sent after something else had been answered comes after it (an operation with an unknown outcome was never answered, so it
 * may stand anywhere after it was sent, or nowhere); (3) each outcome is what a bank written down a second time gives in that order; (4) what
 * was refused before it was ordered is not in it.
 *
 * Reads are one node's word at a height that it names, so they are checked against the bank at that height, and as below; where they stand
 * in real time the height says, and not the moment.
 */
export function checkLinearizable(
  { operations, reads }: History,
  chain: readonly ChainTransaction[],
  ledger: Ledger,
): readonly Violation[] {
  const order = orderFaults(operations, chain)
  const bank = bankFaults(reads, chain, ledger)
  return [...summarized('linearizable', order), ...summarized('linearizable', bank)]
}

function orderFaults(operations: readonly Operation[], chain: readonly ChainTransaction[]): readonly string[] {
  const faults: string[] = []
  const sent = new Map(operations.flatMap((operation) => (operation.hash === undefined ? [] : [[operation.hash as string, operation]])))
  const places = new Map<string, number>()
  for (const [place, { hash, height, intent, isSuccess, code }] of chain.entries()) {
    if (places.has(hash)) faults.push(`${hash} is in the chain twice`)
    places.set(hash, place)
    const operation = sent.get(hash)
    if (operation === undefined) faults.push(`height ${height} has ${hash}, which no client sent`)
    else faults.push(...meetingFaults(operation, { hash, height, intent, isSuccess, ...(code === undefined ? {} : { code }) }))
  }
  return [...faults, ...realTimeFaults(operations, places)]
}

/** What a client was told, against what the chain has. */
function meetingFaults({ intent, outcome }: Operation, found: ChainTransaction): readonly string[] {
  const faults: string[] = []
  if (describe(intent) !== describe(found.intent))
    faults.push(`${found.hash} is ${describe(found.intent)}, and ${describe(intent)} was sent`)
  if (outcome?.type === 'refused') faults.push(`${found.hash} was refused with ${outcome.code}, and is final at height ${found.height}`)
  if (outcome?.type === 'final' && outcome.isSuccess !== found.isSuccess) {
    faults.push(`${found.hash}: the client was told ${outcome.isSuccess ? 'success' : 'rejected'}, the chain has the opposite`)
  }
  return faults
}

function describe(intent: Operation['intent']): string {
  return Object.values(intent).map(String).join(' ')
}

/** Sweeps by the time of sending, with the furthest place that had been answered by then. */
function realTimeFaults(operations: readonly Operation[], places: ReadonlyMap<string, number>): readonly string[] {
  const placed = operations.flatMap((operation) => {
    const place = operation.hash === undefined ? undefined : places.get(operation.hash)
    return place === undefined ? [] : [{ operation, place }]
  })
  const answered = placed
    .filter(({ operation: { outcome } }) => outcome?.type === 'final')
    .sort((a, b) => (a.operation.returnedMs ?? 0) - (b.operation.returnedMs ?? 0))
  const bySending = [...placed].sort((a, b) => a.operation.sentMs - b.operation.sentMs)
  const faults: string[] = []
  let next = 0
  let furthest: (typeof answered)[number] | undefined
  for (const { operation, place } of bySending) {
    for (; next < answered.length && (answered[next]?.operation.returnedMs ?? 0) < operation.sentMs; next++) {
      const candidate = answered[next]
      if (candidate !== undefined && candidate.place > (furthest?.place ?? -1)) furthest = candidate
    }
    if (furthest !== undefined && furthest.place > place) {
      faults.push(`${operation.hash} was sent after ${furthest.operation.hash} had been answered, and stands before it`)
    }
  }
  return faults
}

function bankFaults(
  reads: readonly Read[],
  chain: readonly ChainTransaction[],
  { opening, issuer, height: from }: Ledger,
): readonly string[] {
  const faults: string[] = []
  const bank = new Bank(opening, issuer)
  /** By account: what it held from each height on where that changed. */
  const held = new Map<string, { readonly height: number; readonly amount: bigint }[]>()
  for (const [account, amount] of opening) held.set(account, [{ height: from, amount }])
  for (const { hash, height, intent, isSuccess, code } of chain) {
    const expected = bank.apply(intent)
    if (expected !== isSuccess)
      faults.push(`${hash} at height ${height} ${isSuccess ? 'took effect' : `was rejected (${code})`} against the books`)
    else if (!isSuccess && code !== INSUFFICIENT) faults.push(`${hash} at height ${height} was rejected with ${code}`)
    for (const account of bank.touchedBy(intent)) {
      const changes = held.get(account) ?? []
      held.set(account, changes)
      if (changes.at(-1)?.height === height) changes.pop()
      changes.push({ height, amount: bank.balanceOf(account) })
    }
  }
  for (const { node, account, height, amount } of reads) {
    if (height < from) continue
    const was = held.get(account)?.findLast((change) => change.height <= height)?.amount ?? 0n
    if (was !== amount) faults.push(`node ${node} said ${account} held ${amount} at height ${height}; it was ${was}`)
  }
  return faults
}

/** A node whose store was taken from it by a fault begins anew from then on. */
export interface FreshStart {
  readonly node: number
  readonly atMs: number
}

/**
 * **Finalized reads never go back**: what one node has shown it does not take back, through any crash; and who was told by a node that
 * something is final finds it there.
 */
export function checkReadsForward({ operations, reads }: History, fresh: readonly FreshStart[]): readonly Violation[] {
  const messages: string[] = []
  const nodes = new Set(reads.map(({ node }) => node))
  for (const node of nodes) {
    const seen = [
      ...reads.filter((read) => read.node === node).map(({ returnedMs, height }) => ({ atMs: returnedMs, height })),
      ...operations.flatMap(({ node: asked, outcome, returnedMs }) =>
        asked === node && outcome?.type === 'final' && returnedMs !== undefined ? [{ atMs: returnedMs, height: outcome.height }] : [],
      ),
      ...fresh.filter((start) => start.node === node).map(({ atMs }) => ({ atMs, height: -1 })),
    ].sort((a, b) => a.atMs - b.atMs)
    const own = reads.filter((read) => read.node === node).sort((a, b) => a.sentMs - b.sentMs)
    let next = 0
    let highest = 0
    for (const { sentMs, height } of own) {
      for (; next < seen.length && (seen[next]?.atMs ?? 0) < sentMs; next++) {
        const height = seen[next]?.height ?? 0
        highest = height < 0 ? 0 : Math.max(highest, height)
      }
      if (height < highest) messages.push(`node ${node} answered for height ${height} after it had shown ${highest}`)
    }
  }
  return summarized('reads', messages)
}
