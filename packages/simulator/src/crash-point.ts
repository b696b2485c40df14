import type { ReplicaEffect } from '@hanse/replica'

/**
 * Where a process can end: before each effect, between the parts of a sync, between the receivers of one message, and on the way up.
 * What is on the disk then is what was synced, and a random part of what was written since.
 */
export type CrashPoint =
  | `before ${ReplicaEffect['type']}`
  /** The log is durable, the guard is not written. */
  | 'after log sync'
  /** The guard is written and may be on the disk or not. */
  | 'before guard sync'
  /** Log and guard are durable, and no vote has left. */
  | 'after guard sync'
  /** Blocks are stored, and nobody was told that they are final. */
  | 'after sync'
  /** Some have got the message. */
  | 'amid a broadcast'
  /** The records that stay were written again, and are not durable. */
  | 'amid a compaction'
  /** The disk is open and read, and the replica has not begun. */
  | 'in a start'

/** All effects: the compiler refuses one that is missing. */
const EFFECTS: Readonly<Record<ReplicaEffect['type'], true>> = {
  log: true,
  guard: true,
  store: true,
  'compact-log': true,
  finalized: true,
  sign: true,
  relay: true,
  'send-certificate': true,
  'send-body': true,
  'fetch-body': true,
  'fetch-view-change': true,
  'fetch-new-view': true,
  report: true,
  'send-transactions': true,
  'fetch-transactions': true,
  'fetch-blocks': true,
  'start-timer': true,
  'stop-timer': true,
  admission: true,
  punish: true,
  'refuse-start': true,
  expired: true,
  note: true,
}

/** All there are. */
export const CRASH_POINTS: readonly CrashPoint[] = [
  ...(Object.keys(EFFECTS) as ReplicaEffect['type'][]).map((effect) => `before ${effect}` as const),
  'after log sync',
  'before guard sync',
  'after guard sync',
  'after sync',
  'amid a broadcast',
  'amid a compaction',
  'in a start',
]

/** Points that every height comes to, for crashes that aim. */
export const AIMED_CRASH_POINTS: readonly CrashPoint[] = [
  'before log',
  'before guard',
  'before sign',
  'after log sync',
  'before guard sync',
  'after guard sync',
  'after sync',
  'amid a broadcast',
  'before store',
  'before finalized',
  'before start-timer',
]
