import { verifySignatureNative } from '@hanse/crypto-native'
import { bytesToHex, type Hex, type Rejection } from '@hanse/primitives'
import { type Chain, type Guard, type LogRecord, logRecordCodec } from '@hanse/protocol'
import { readGuard, readLog, roleOnChain } from '@hanse/replica'
import { inspectGuard, type LogInspection } from '@hanse/storage'
import { toProblem } from './problem.ts'

/** Where a vote of this validator stands in the log. */
export interface LastVote {
  readonly position: number
  readonly height: number
  readonly view: number
}

/** What the write-ahead log holds. */
export interface LogSummary {
  readonly directory: string
  readonly sizeBytes: number
  readonly segments: number
  /** First and last position that is held; undefined for an empty log. */
  readonly positions?: { readonly first: number; readonly last: number }
  /** How many records there are of each kind. */
  readonly records: Readonly<Record<string, number>>
  readonly lastPrepare?: LastVote
  readonly lastCommit?: LastVote
  /** Bytes at the end that a crash left; the next start cuts them off. */
  readonly tornBytes: number
  readonly problems: readonly Rejection[]
}

export interface GuardSummary {
  readonly path: string
  readonly state: 'absent' | 'damaged' | 'good'
  readonly guard?: Guard
  /** How a start would vote with it: `validator` goes on, `recovering` is silent until it has caught up. */
  readonly start?: 'validator' | 'recovering'
  readonly problems: readonly Rejection[]
}

/** The chain of a log's segments. */
export function genesisHashOfLog({ segments }: LogInspection): Hex | undefined {
  const bytes = segments.find(({ genesisHash }) => genesisHash !== undefined)?.genesisHash
  return bytes === undefined ? undefined : bytesToHex(bytes)
}

/** What a log holds that was read without a lock. */
export function summarizeLog(directory: string, found: LogInspection, chain: Chain | undefined): LogSummary {
  const problems = found.problems.map(toProblem)
  const foreign = found.segments.find(
    ({ genesisHash }) => genesisHash !== undefined && chain !== undefined && bytesToHex(genesisHash) !== chain.genesisHash,
  )
  if (foreign?.genesisHash !== undefined) {
    const hint = 'Use the genesis file that this folder was made with, or another dataDir.'
    problems.push({ code: 'storage/format', message: `the log is of the chain with genesis ${bytesToHex(foreign.genesisHash)}`, hint })
  }
  const decoded = readLog(found.entries, 0, verifySignatureNative)
  if (!decoded.ok) problems.push(decoded.error)
  const records = recordsOf(found)
  const [first, last] = [found.entries[0], found.entries.at(-1)]
  const tail = found.segments.at(-1)
  const [lastPrepare, lastCommit] = [lastVote(records, 'prepare'), lastVote(records, 'commit')]
  return {
    directory,
    sizeBytes: found.segments.reduce((total, { sizeBytes }) => total + sizeBytes, 0),
    segments: found.segments.length,
    ...(first === undefined || last === undefined ? {} : { positions: { first: first.position, last: last.position } }),
    records: Object.fromEntries([...Map.groupBy(records, ({ record }) => record.type)].map(([type, those]) => [type, those.length])),
    ...(lastPrepare === undefined ? {} : { lastPrepare }),
    ...(lastCommit === undefined ? {} : { lastCommit }),
    tornBytes: tail === undefined ? 0 : tail.sizeBytes - tail.goodBytes,
    problems,
  }
}

interface Positioned {
  readonly position: number
  readonly record: LogRecord
}

/** Those that decode; what does not is a problem that is told already. */
function recordsOf({ entries }: LogInspection): readonly Positioned[] {
  return entries.flatMap(({ position, bytes }) => {
    const record = logRecordCodec.decode(bytes)
    return record.ok ? [{ position, record: record.value }] : []
  })
}

function lastVote(records: readonly Positioned[], type: 'prepare' | 'commit'): LastVote | undefined {
  for (const { position, record } of records.toReversed()) {
    if (record.type === type) return { position, height: record.height, view: record.view }
  }
  return undefined
}

/** What the vote guard says, and what a start would make of it. */
export async function summarizeGuard(path: string, chain: Chain | undefined, log: LogInspection): Promise<GuardSummary> {
  try {
    const guard = readGuard(await inspectGuard(path))
    const state = typeof guard === 'string' ? guard : 'good'
    const shown = typeof guard === 'string' ? {} : { guard }
    if (chain === undefined) return { path, state, ...shown, problems: [] }
    const role = roleOnChain(
      chain,
      guard,
      recordsOf(log).map(({ record }) => record),
    )
    return role.ok
      ? { path, state, ...shown, start: role.value.type === 'recovering' ? 'recovering' : 'validator', problems: [] }
      : { path, state, ...shown, problems: [role.error] }
  } catch (error) {
    return { path, state: 'damaged', problems: [toProblem(error)] }
  }
}
