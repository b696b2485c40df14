import type { RunResult } from '../run/run-schedule.ts'

/** Every operation and read as a line of JSON, with times since the load began: to look into what a check says. */
export function operationsForReport({ workload, journal }: Pick<RunResult, 'workload' | 'journal'>): string {
  const since = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : Math.round(ms - journal.startMs))
  const line = (value: object): string =>
    JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? member.toString() : member))
  const operations = workload.operations.map((operation) =>
    line({ ...operation, sentMs: since(operation.sentMs), returnedMs: since(operation.returnedMs) }),
  )
  const reads = workload.reads.map((read) => line({ ...read, sentMs: since(read.sentMs), returnedMs: since(read.returnedMs) }))
  return `${[...operations, ...reads].join('\n')}\n`
}
