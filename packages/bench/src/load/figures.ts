import { CHANNELS, type Channel } from '@hanse/ports'
import { countsPerSecond, type Distribution, distributionOf, longestGapMs } from '../statistics.ts'
import { addedUp, type Counts } from './counts.ts'
import type { OfferedPace } from './crew.ts'
import type { Measured } from './measure.ts'
import type { NodeSample } from './node-sample.ts'
import { latenciesOf, type Sendings } from './orders.ts'

/** One process during the window. */
export interface ProcessFigures {
  readonly name: string
  readonly residentMb: number
  readonly cpuSeconds: number
  /** Of its own transactions: of a node those that became final there, of a client those that it sent. */
  readonly cpuUsPerTransaction: number
}

/** What one client saw of its node. */
export interface ClientFigures {
  readonly node: string
  readonly isPrimary: boolean
  readonly committedPerSecond: number
  readonly latencyMs: Distribution
  readonly reconnections: number
}

/** What one run says. */
export interface RunFigures {
  readonly offeredPerSecond: number | 'max'
  readonly seconds: number
  /** Transactions whose receipt of success came to its client within the window. */
  readonly committed: number
  readonly committedPerSecond: number
  /** From the sending to the receipt at the client: of what was sent within the window. */
  readonly latencyMs: Distribution
  readonly clients: readonly ClientFigures[]
  readonly rejected: Counts
  readonly failures: Counts
  readonly heldOff: Counts
  readonly signedLate: number
  readonly transactionBytes: number
  /** Frames between the nodes, of all of them together; and what of them was on each channel. */
  readonly peerBytesPerTransaction: number
  readonly channelBytesPerTransaction: Readonly<Record<Channel, number>>
  /** Between a client and its node, both ways. */
  readonly clientBytesPerTransaction: number
  /** Of one node: sent to the storage, and what the data folder grew by. */
  readonly writtenBytesPerTransaction: number
  readonly keptBytesPerTransaction: number
  readonly blocks: number
  /** Nodes that ran from the begin of the window to its end. Without one, what nodes count is zero here, and not told. */
  readonly nodesThroughout: number
  readonly transactionsPerBlock: number
  readonly viewChanges: number
  readonly longestGapMs: number
  readonly perSecond: readonly number[]
  /** Processor time of checking one signature, before the run and after it: how fast the machine was. */
  readonly signatureCheckUs: number
  readonly processes: readonly ProcessFigures[]
}

/** The figures, and what they were made of. */
export interface Run {
  readonly figures: RunFigures
  /** The longest time without a receipt from the begin of the window to the last receipt, which may come long after its end. */
  readonly longestGapToLastMs: number
  readonly latenciesMs: Float64Array
}

export function runOf(measured: Measured, pace: OfferedPace, signatureCheckUs: number): Run {
  const { seconds, windowMs, warmup, sendings, after } = measured
  const latencies = sendings.map((sending) => windowLatencies(sending, windowMs, seconds))
  const latenciesMs = joined(latencies)
  const finalMs = joined(sendings.map((sending) => sending.finalMs))
  const perSecond = countsPerSecond(finalMs, windowMs, seconds)
  const committed = sumOf(perSecond)
  const clientBytes = sumOf(sendings.map(({ bytesSent, bytesReceived }) => bytesSent + bytesReceived))
  const figures: RunFigures = {
    offeredPerSecond: pace.type === 'rate' ? pace.perSecond : 'max',
    seconds,
    committed,
    committedPerSecond: committed / seconds,
    latencyMs: distributionOf(latenciesMs),
    clients: [...after.clients.keys()].map((node, index) => {
      const { finalMs: own, reconnections } = sendings[index] as Sendings
      return {
        node,
        isPrimary: node === measured.primary,
        committedPerSecond: sumOf(countsPerSecond(own, windowMs, seconds)) / seconds,
        latencyMs: distributionOf(latencies[index] as Float64Array),
        reconnections,
      }
    }),
    rejected: addedUp([...warmup, ...sendings].map(({ rejected }) => rejected)),
    failures: addedUp([...warmup, ...sendings].map(({ failures }) => failures)),
    heldOff: addedUp(sendings.map(({ heldOff }) => heldOff)),
    signedLate: sumOf(sendings.map(({ signedLate }) => signedLate)),
    transactionBytes: ratio(sumOf(sendings.map(({ transactionBytes }) => transactionBytes)), finalMs.length),
    clientBytesPerTransaction: ratio(clientBytes, sumOf(sendings.map(({ sent }) => sent))),
    ...nodeFigures(measured),
    longestGapMs: longestGapMs(finalMs, windowMs, windowMs + 1000 * seconds),
    perSecond,
    signatureCheckUs,
    processes: processFigures(measured),
  }
  const lastMs = finalMs.reduce((last, ms) => Math.max(last, ms), windowMs)
  return { figures, latenciesMs, longestGapToLastMs: longestGapMs(finalMs, windowMs, lastMs) }
}

/** Of what was sent within the window. */
function windowLatencies(sending: Sendings, windowMs: number, seconds: number): Float64Array {
  return latenciesOf(sending).filter((_, index) => {
    const at = sending.sentMs[index] as number
    return at >= windowMs && at < windowMs + 1000 * seconds
  })
}

export type NodeFigures = Pick<
  RunFigures,
  | 'peerBytesPerTransaction'
  | 'channelBytesPerTransaction'
  | 'writtenBytesPerTransaction'
  | 'keptBytesPerTransaction'
  | 'blocks'
  | 'nodesThroughout'
  | 'transactionsPerBlock'
  | 'viewChanges'
>

/** Of the nodes that were there from the begin of the window to its end, without a new start. */
function nodeFigures({ before, after }: Measured): NodeFigures {
  const pairs = pairsOf(before.nodes, after.nodes)
  const grownBy = (of: (sample: NodeSample) => number): readonly number[] => pairs.map(([from, to]) => of(to) - of(from))
  const transactions = grownBy(({ transactions: count }) => count)
  const mean = (values: readonly number[]): number => ratio(sumOf(values), pairs.length)
  const perTransaction = (values: readonly number[]): number =>
    mean(values.map((value, index) => ratio(value, transactions[index] as number)))
  const head = (samples: ReadonlyMap<string, NodeSample>): number => Math.max(0, ...[...samples.values()].map(({ height }) => height))
  const blocks = Math.max(0, head(after.nodes) - head(before.nodes))
  const channels = CHANNELS.map(
    (channel) => [channel, perTransaction(grownBy((sample) => sample.peerBytesOut[channel])) * pairs.length] as const,
  )
  return {
    peerBytesPerTransaction: sumOf(channels.map(([, bytes]) => bytes)),
    channelBytesPerTransaction: Object.fromEntries(channels) as Record<Channel, number>,
    writtenBytesPerTransaction: perTransaction(grownBy(({ writtenBytes }) => writtenBytes)),
    keptBytesPerTransaction: perTransaction(grownBy(({ dataBytes }) => dataBytes)),
    blocks,
    nodesThroughout: pairs.length,
    transactionsPerBlock: ratio(Math.max(0, ...transactions), blocks),
    viewChanges: Math.max(0, ...grownBy(({ viewChanges }) => viewChanges)),
  }
}

function pairsOf(before: ReadonlyMap<string, NodeSample>, after: ReadonlyMap<string, NodeSample>): readonly [NodeSample, NodeSample][] {
  return [...before].flatMap(([node, from]) => {
    const to = after.get(node)
    return to?.pid !== from.pid ? [] : [[from, to] as [NodeSample, NodeSample]]
  })
}

function processFigures({ before, after, sendings, seconds, windowMs }: Measured): readonly ProcessFigures[] {
  const nodes = pairsOf(before.nodes, after.nodes).map(([from, to]) =>
    processOf(to.node, to.residentBytes, to.cpuSeconds - from.cpuSeconds, to.transactions - from.transactions),
  )
  const clients = [...after.clients].map(([node, to], index) => {
    const own = sumOf(countsPerSecond((sendings[index] as Sendings).finalMs, windowMs, seconds))
    return processOf(`client of ${node}`, to.residentBytes, to.cpuSeconds - (before.clients.get(node)?.cpuSeconds ?? 0), own)
  })
  const own = sumOf(sendings.map(({ finalMs }) => sumOf(countsPerSecond(finalMs, windowMs, seconds))))
  const bench = processOf('bench', process.memoryUsage.rss(), after.benchCpuSeconds - before.benchCpuSeconds, own)
  return [...nodes, ...clients, bench]
}

function processOf(name: string, residentBytes: number, cpuSeconds: number, transactions: number): ProcessFigures {
  return { name, residentMb: residentBytes / 1024 / 1024, cpuSeconds, cpuUsPerTransaction: ratio(1e6 * cpuSeconds, transactions) }
}

export function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(sumOf(parts.map(({ length }) => length)))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function ratio(value: number, of: number): number {
  return of === 0 ? 0 : value / of
}
