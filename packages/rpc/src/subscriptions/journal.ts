import { choice, type Field, type FieldValue, hash, list, object, optional, text, uint, unionField, VALIDATORS_MAX } from '@hanse/protocol'
import { nullable } from '../fields.ts'

/** What a node tells of itself and what no block holds: kept in memory, in order, for the subscriptions to `consensus` and `node`. */
export interface Journal<E extends object> {
  /** Names this run of the process: sequences of another run mean something else. */
  readonly run: string
  /** Of the oldest entry that is kept; `next` while there is none. */
  readonly oldest: number
  /** What the next entry will have. */
  readonly next: number
  /** Undefined outside of `oldest` to `next` − 1. */
  entry(sequence: number): E | undefined
  /** Called after each entry. Listeners must not throw. Returns the unsubscriber. */
  onEntry(listener: () => void): () => void
}

export interface Journals {
  readonly consensus: Journal<ConsensusEvent>
  readonly node: Journal<NodeEvent>
}

const atMs = uint()
const height = uint()
const view = uint()
const organization = text({ max: 64 })
const peer = { peerId: text({ max: 128 }), organization: optional(organization) }
const reason = text({ min: 0, max: 256 })
const state = choice('starting', 'syncing', 'synced', 'stalled')
const poolLevel = choice('normal', 'high', 'full')
const logLevel = choice('fatal', 'error', 'warn', 'info', 'debug', 'trace')

/** Entries that a reader was not given, told in the first notification of a subscription, or in the midst of a slow one. */
const gap = object({
  atMs,
  /** `restarted`: the cursor is of another run of the process; `overwritten`: younger entries took their place. */
  reason: choice('restarted', 'overwritten'),
  /** How many; null when nobody knows. */
  lost: nullable(uint()),
})
export type Gap = FieldValue<typeof gap>

const consensusMembers = {
  /** This node votes in no view until one is entered; `next` is the one that it asks for. */
  'view-left': object({
    atMs,
    next: view,
    nextPrimary: organization,
    reason: choice('timeout', 'primary-lost', 'slow-primary', 'starved', 'joined'),
  }),
  'view-entered': object({ atMs, view, primary: organization }),
  /** `tookMs` since the phase before; absent for the first. */
  /** From `firstHeight` on these validators decide, by index; this node is one of them, or observes. */
  'epoch-entered': object({
    atMs,
    epoch: uint(),
    firstHeight: height,
    role: choice('validator', 'observer'),
    validators: list(organization, { max: VALIDATORS_MAX }),
  }),
  phase: object({ atMs, height, phase: choice('proposed', 'prepared', 'committed'), tookMs: optional(uint()) }),
  final: object({
    atMs,
    height,
    hash: hash(),
    timeMs: uint(),
    view,
    proposer: organization,
    /** Those of the certificate. */
    signers: list(organization, { max: VALIDATORS_MAX }),
    transactions: uint(),
    /** From the first phase that this node saw; absent for a block that came by sync. */
    tookMs: optional(uint()),
  }),
  /** `sequence` is that of consensus_getEvidence. */
  evidence: object({ atMs, sequence: uint(), height, culprit: organization, kind: text({ max: 32 }) }),
  /** f+1 validators computed another header than this node. */
  'other-header': object({ atMs, height, own: hash(), others: hash() }),
  /** A peer broke the protocol, and was disconnected for it. */
  punished: object({ atMs, validator: organization, reason }),
} as const

const nodeMembers = {
  started: object({
    atMs,
    height,
    version: text({ max: 32 }),
    chainId: uint(),
    genesisHash: hash(),
    organization,
    role: choice('validator', 'observer'),
    peerId: text({ max: 128 }),
  }),
  state: object({ atMs, state, before: state, height, lag: uint(), reasons: list(reason, { max: 16 }) }),
  /** It said hello: `version` is that of its software, `head` its last final height. */
  'peer-connected': object({ atMs, ...peer, version: text({ min: 0, max: 64 }), head: uint() }),
  'peer-disconnected': object({ atMs, ...peer, reason }),
  pool: object({ atMs, level: poolLevel, before: poolLevel, size: uint(), sizeBytes: uint(), capacity: uint() }),
  'log-level': object({ atMs, level: logLevel, before: logLevel }),
  stopping: object({ atMs, height }),
} as const

export const consensusEventField = unionField(consensusMembers)
export const nodeEventField = unionField(nodeMembers)
export type ConsensusEvent = FieldValue<typeof consensusEventField>
export type NodeEvent = FieldValue<typeof nodeEventField>

/** What `data` is, a gap included. */
export const consensusDataField = unionField({ ...consensusMembers, gap })
export const nodeDataField = unionField({ ...nodeMembers, gap })

function typesFilter<T extends string>(types: readonly T[]): Field<{ readonly types?: readonly T[] }> {
  return object({ types: optional(list(choice(...types), { min: 1, max: types.length })) })
}

export const consensusFilter = typesFilter(Object.keys(consensusMembers) as ConsensusEvent['type'][])
export const nodeFilter = typesFilter(Object.keys(nodeMembers) as NodeEvent['type'][])
