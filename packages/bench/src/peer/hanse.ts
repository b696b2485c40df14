import type { OfferedPace } from '../load/crew.ts'
import type { RunFigures } from '../load/figures.ts'
import { runLoads } from '../load/run.ts'
import type { OnProgress } from '../scenario.ts'
import { type MeasureOptions, medianRun, type PeerRow, type PeerRun, type RowHead } from './peer.ts'

const VALIDATORS = 4
/** Transactions without an answer at each node, where as much is offered as becomes final. */
const WINDOW = 512

const HEAD: Omit<RowHead, 'load'> = { system: 'Hanse', configuration: 'as shipped', application: 'signed transfers', isSigned: true }

/** The same load on a network of Hanse: settlement transfers, each signed, verified by each node. */
export async function measureHanse(options: MeasureOptions, onProgress: OnProgress): Promise<readonly PeerRow[]> {
  const measure = async (pace: OfferedPace): Promise<readonly PeerRun[]> => {
    const { seconds, warmup: warmupSeconds, runs } = options
    const done = await runLoads({ workload: 'transfer', validators: VALIDATORS, pace, seconds, warmupSeconds }, runs, onProgress)
    return done.map(({ figures }) => hanseRun(figures))
  }
  if (options.rate !== 'max')
    return [{ ...HEAD, load: `${options.rate}/s`, runs: await measure({ type: 'rate', perSecond: options.rate }) }, WITHOUT_SIGNATURES]
  const most = await measure({ type: 'max', window: WINDOW })
  const half = Math.max(1, Math.round(medianRun(most).committedPerSecond / 2))
  return [
    { ...HEAD, load: 'max', runs: most },
    { ...HEAD, load: 'half of max', runs: await measure({ type: 'rate', perSecond: half }) },
    WITHOUT_SIGNATURES,
  ]
}

const WITHOUT_SIGNATURES: PeerRow = {
  ...{ ...HEAD, application: 'transfers, no signature', isSigned: false, load: 'max' },
  ...{ notMeasured: 'no setting takes the signature check out of a node', isFault: false },
}

export function hanseRun(figures: RunFigures): PeerRun {
  const { committed, committedPerSecond, latencyMs, blocks, seconds, clients, processes, failures, rejected } = figures
  const cpuOf = (isNode: boolean): number =>
    processes
      .filter(({ name }) => clients.some(({ node }) => node === name) === isNode)
      .reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
  const cpuNode = cpuOf(true) / Math.max(1, clients.length)
  return {
    committedPerSecond,
    p50Ms: latencyMs.p50,
    p99Ms: latencyMs.p99,
    cpuPercentNode: (cpuNode / seconds) * 100,
    cpuMicrosNode: committed === 0 ? 0 : (cpuNode / committed) * 1e6,
    cpuPercentClient: (cpuOf(false) / seconds) * 100,
    blocks,
    transactionsPerBlock: committed / Math.max(1, blocks),
    failures: { ...rejected, ...failures },
  }
}
