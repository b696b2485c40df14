import type { Distribution } from '../statistics.ts'

/** Single reads a second, with as many connections as it takes. */
const READS_PER_SECOND_MIN = 5_000
/** From a block's finality at a node to its receipt by a subscriber of that node. */
const BLOCK_DELAY_MS_MAX = 50

export interface ReadRow {
  readonly call: string
  readonly connections: number
  readonly answeredPerSecond: number
  /** Beyond these: a client that asks for all that a node can give finds its rate. */
  readonly refused: number
  readonly latencyMs: Distribution
  readonly nodeCpuPercent: number
}

export interface RpcReport {
  readonly scenario: 'rpc'
  readonly validators: number
  readonly offeredPerSecond: number
  readonly seconds: number
  readonly reads: readonly ReadRow[]
  readonly blockDelayMs: Distribution
}

/** What of the promise was not kept, in words. */
export function rpcFaults({ reads, blockDelayMs }: RpcReport): readonly string[] {
  const best = new Map<string, number>()
  for (const { call, answeredPerSecond } of reads) best.set(call, Math.max(best.get(call) ?? 0, answeredPerSecond))
  return [
    ...[...best]
      .filter(([, perSecond]) => perSecond < READS_PER_SECOND_MIN)
      .map(([call, perSecond]) => `${call}: ${perSecond.toFixed(0)} reads/s, at least ${READS_PER_SECOND_MIN} are promised`),
    ...(blockDelayMs.count === 0 ? ['no block was told'] : []),
    ...(blockDelayMs.p99 > BLOCK_DELAY_MS_MAX
      ? [`a block is seen ${blockDelayMs.p99.toFixed(1)} ms after its finality (p99), within ${BLOCK_DELAY_MS_MAX} is promised`]
      : []),
  ]
}

export function rpcLines({ validators, offeredPerSecond, seconds, reads, blockDelayMs }: RpcReport): readonly string[] {
  const { count, p50, p95, p99, max } = blockDelayMs
  return [
    `rpc: ${validators} validators, one of them asked, ${seconds} s each`,
    `  ${'call'.padEnd(20)} connections    reads/s   p50 ms   p99 ms   node CPU %   reads/CPU s   refused`,
    ...reads.map(
      ({ call, connections, answeredPerSecond, refused, latencyMs, nodeCpuPercent }) =>
        `  ${call.padEnd(20)} ${`${connections}`.padStart(11)} ${answeredPerSecond.toFixed(0).padStart(10)} ${latencyMs.p50.toFixed(2).padStart(8)} ${latencyMs.p99.toFixed(2).padStart(8)} ${nodeCpuPercent.toFixed(0).padStart(12)} ${((100 * answeredPerSecond) / Math.max(1, nodeCpuPercent)).toFixed(0).padStart(13)} ${`${refused}`.padStart(9)}`,
    ),
    `  a block at its subscriber after its finality at the node, ${offeredPerSecond} transactions/s, ${count} blocks:`,
    `    p50 ${p50.toFixed(1)} ms · p95 ${p95.toFixed(1)} ms · p99 ${p99.toFixed(1)} ms · max ${max.toFixed(1)} ms`,
  ]
}
