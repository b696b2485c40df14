import { availableParallelism } from 'node:os'
import { CHANNELS, type Channel } from '@hanse/ports'
import { type Distribution, histogram, median } from '../statistics.ts'
import { addedUp, type Counts } from './counts.ts'
import type { NodeFigures, ProcessFigures, RunFigures } from './figures.ts'

/** What the runs of one load say together. */
export interface LoadReport {
  readonly scenario: string
  readonly validators: number
  readonly callsPerTransaction: number
  /** How the load was offered, in words. */
  readonly offered: string
  readonly runs: readonly RunFigures[]
  /** Of each figure, the one in the middle of all runs. */
  readonly medians: Medians
}

export interface Medians
  extends NodeFigures,
    Pick<
      RunFigures,
      'committedPerSecond' | 'transactionBytes' | 'clientBytesPerTransaction' | 'longestGapMs' | 'signatureCheckUs' | 'processes'
    > {
  readonly callsPerSecond: number
  readonly latencyMs: Omit<Distribution, 'count'>
  /** At the clients of the primary, and of all other nodes. */
  readonly latencyAtPrimaryMs: Omit<Distribution, 'count'>
  readonly latencyElsewhereMs: Omit<Distribution, 'count'>
}

export function loadReport(
  about: Pick<LoadReport, 'scenario' | 'validators' | 'callsPerTransaction' | 'offered'>,
  runs: readonly RunFigures[],
): LoadReport {
  const { scenario, validators, callsPerTransaction, offered } = about
  return { scenario, validators, callsPerTransaction, offered, runs, medians: mediansOf(runs, callsPerTransaction) }
}

function mediansOf(runs: readonly RunFigures[], callsPerTransaction: number): Medians {
  const middle = (pick: (run: RunFigures) => number): number => median(runs.map(pick))
  const committedPerSecond = middle((run) => run.committedPerSecond)
  return {
    committedPerSecond,
    callsPerSecond: committedPerSecond * callsPerTransaction,
    latencyMs: middleOf(runs.map(({ latencyMs }) => latencyMs)),
    latencyAtPrimaryMs: middleOf(clientLatencies(runs, true)),
    latencyElsewhereMs: middleOf(clientLatencies(runs, false)),
    transactionBytes: middle((run) => run.transactionBytes),
    peerBytesPerTransaction: middle((run) => run.peerBytesPerTransaction),
    channelBytesPerTransaction: Object.fromEntries(
      CHANNELS.map((channel) => [channel, middle((run) => run.channelBytesPerTransaction[channel])]),
    ) as Record<Channel, number>,
    clientBytesPerTransaction: middle((run) => run.clientBytesPerTransaction),
    writtenBytesPerTransaction: middle((run) => run.writtenBytesPerTransaction),
    keptBytesPerTransaction: middle((run) => run.keptBytesPerTransaction),
    blocks: middle((run) => run.blocks),
    nodesThroughout: middle((run) => run.nodesThroughout),
    transactionsPerBlock: middle((run) => run.transactionsPerBlock),
    viewChanges: middle((run) => run.viewChanges),
    longestGapMs: middle((run) => run.longestGapMs),
    signatureCheckUs: middle((run) => run.signatureCheckUs),
    processes: processMedians(runs),
  }
}

function clientLatencies(runs: readonly RunFigures[], ofPrimary: boolean): readonly Distribution[] {
  return runs.flatMap(({ clients }) => clients.filter(({ isPrimary }) => isPrimary === ofPrimary).map(({ latencyMs }) => latencyMs))
}

function middleOf(distributions: readonly Distribution[]): Omit<Distribution, 'count'> {
  const of = (pick: (one: Distribution) => number): number => median(distributions.map(pick))
  return { p50: of(({ p50 }) => p50), p95: of(({ p95 }) => p95), p99: of(({ p99 }) => p99), max: of(({ max }) => max) }
}

function processMedians(runs: readonly RunFigures[]): readonly ProcessFigures[] {
  const names = [...new Set(runs.flatMap(({ processes }) => processes.map(({ name }) => name)))]
  return names.map((name) => {
    const rows = runs.flatMap(({ processes }) => processes.filter((row) => row.name === name))
    const of = (pick: (row: ProcessFigures) => number): number => median(rows.map(pick))
    return {
      name,
      residentMb: of(({ residentMb }) => residentMb),
      cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
      cpuUsPerTransaction: of(({ cpuUsPerTransaction }) => cpuUsPerTransaction),
    }
  })
}

/** Faults that make a run worthless: transactions that did not come to what was wanted. */
export function faultsOf({ runs }: LoadReport): readonly string[] {
  const sum = (pick: (run: RunFigures) => Counts): string => countsText(runs.map(pick))
  const rejected = sum((run) => run.rejected)
  const failures = sum((run) => run.failures)
  return [
    ...(rejected === '' ? [] : [`rejected: ${rejected}`]),
    ...(failures === '' ? [] : [`failed: ${failures}`]),
    ...(runs.some(({ committed }) => committed === 0) ? ['a run in which nothing was committed'] : []),
  ]
}

function countsText(parts: readonly Counts[]): string {
  return Object.entries(addedUp(parts))
    .map(([code, count]) => `${code} × ${count}`)
    .join(', ')
}

export function reportLines(report: LoadReport, latenciesMs: ArrayLike<number>): readonly string[] {
  const { scenario, validators, offered, runs, medians, callsPerTransaction } = report
  const seconds = runs[0]?.seconds ?? 0
  const heldOff = countsText(runs.map((run) => run.heldOff))
  const signedLate = runs.reduce((sum, run) => sum + run.signedLate, 0)
  const faults = faultsOf(report)
  return [
    `${scenario}: ${validators} validators, ${offered}, ${runs.length === 1 ? `${seconds} s` : `medians of ${runs.length} runs of ${seconds} s`}`,
    `  committed   ${whole(medians.committedPerSecond)} transactions/s${runsText(runs)}`,
    ...(callsPerTransaction === 1
      ? []
      : [`  calls       ${whole(medians.callsPerSecond)} calls/s: ${callsPerTransaction} under each signature, one transaction`]),
    `  machine     ${machineText(medians, validators)}`,
    `  to final    ${latencyText(medians.latencyMs)}`,
    `    clients of the primary  ${latencyText(medians.latencyAtPrimaryMs)}`,
    `    clients of the others   ${latencyText(medians.latencyElsewhereMs)}`,
    `  failures    ${faults.length === 0 ? 'none' : faults.join('; ')}`,
    ...(heldOff === '' ? [] : [`  held off    ${heldOff}: sent again a little later`]),
    ...(signedLate === 0 ? [] : [`  signed late ${signedLate} transactions, while others were being sent`]),
    ...nodeLines(medians),
    ...processLines(medians.processes, seconds),
    '  from send to final, at the client:',
    ...histogram(latenciesMs),
  ]
}

/** What the signatures alone leave of the machine: each validator checks each of them. */
function machineText({ signatureCheckUs, committedPerSecond }: Medians, validators: number): string {
  const cores = availableParallelism()
  const bound = (1e6 * cores) / (validators * signatureCheckUs)
  const share = (100 * committedPerSecond) / bound
  return `${cores} cores · a signature is checked in ${signatureCheckUs.toFixed(0)} µs, which bounds ${validators} validators to ${whole(bound)} transactions/s: ${share.toFixed(0)} % of it`
}

/** Blocks, wire and disk. What only nodes count is left out when each of them was started anew. */
function nodeLines(medians: Medians): readonly string[] {
  const blocks = `  blocks      ${whole(medians.blocks)}`
  const gap = `longest time without a receipt ${whole(medians.longestGapMs)} ms`
  const wire = `  wire        ${whole(medians.transactionBytes)} bytes a transaction`
  const client = `${whole(medians.clientBytesPerTransaction)} to and from its client`
  if (medians.nodesThroughout === 0)
    return [`${blocks} · ${gap}`, `${wire} · ${client}`, '  nodes       none ran all the time: what they count is not told']
  return [
    `${blocks} · ${whole(medians.transactionsPerBlock)} transactions a block · ${medians.viewChanges} view changes · ${gap}`,
    `${wire} · ${whole(medians.peerBytesPerTransaction)} between all nodes (${channelsText(medians)}) · ${client}`,
    `  disk        ${whole(medians.writtenBytesPerTransaction)} bytes a transaction written by each node · ${whole(medians.keptBytesPerTransaction)} kept`,
  ]
}

function channelsText({ channelBytesPerTransaction: bytes }: Medians): string {
  return CHANNELS.filter((channel) => bytes[channel] >= 1)
    .map((channel) => `${channel} ${whole(bytes[channel])}`)
    .join(', ')
}

function processLines(processes: readonly ProcessFigures[], seconds: number): readonly string[] {
  const width = Math.max(...processes.map(({ name }) => name.length))
  return [
    `  ${'process'.padEnd(width)}  resident      CPU  of a core  CPU a transaction`,
    ...processes.map(({ name, residentMb, cpuSeconds, cpuUsPerTransaction }) =>
      [
        `  ${name.padEnd(width)}`,
        `${residentMb.toFixed(0)} MB`.padStart(8),
        `${cpuSeconds.toFixed(1)} s`.padStart(7),
        `${((100 * cpuSeconds) / Math.max(1, seconds)).toFixed(0)} %`.padStart(9),
        `${cpuUsPerTransaction.toFixed(0)} µs`.padStart(17),
      ].join('  '),
    ),
  ]
}

function runsText(runs: readonly RunFigures[]): string {
  return runs.length === 1 ? '' : ` (runs: ${runs.map(({ committedPerSecond }) => whole(committedPerSecond)).join(', ')})`
}

/** `12,345` */
function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function latencyText({ p50, p95, p99, max }: Omit<Distribution, 'count'>): string {
  return `p50 ${p50.toFixed(0)} ms · p95 ${p95.toFixed(0)} ms · p99 ${p99.toFixed(0)} ms · max ${max.toFixed(0)} ms`
}
