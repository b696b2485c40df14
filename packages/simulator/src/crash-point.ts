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
  /** Log and guard are durable, the store is not. */
  | 'after guard sync'
  /** All is durable, and nothing has left. */
  | 'after sync'
  /** Some have got the message. */
  | 'amid a broadcast'
  /** The records that stay were written again, and are not durable. */
  | 'amid a compaction'
  /** The disk is open and read, and the replica has not begun. */
  | 'in a start'

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
