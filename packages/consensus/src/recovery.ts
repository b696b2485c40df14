import { err, type Hash, ok, type Result, reject, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  type Commit,
  type Epoch,
  type Guard,
  type LogRecord,
  logRecordCodec,
  taggedHash,
  type View,
} from '@hanse/protocol'
import type { Role } from './input.ts'

/** The guard of a key that has not voted yet: written when the key is made for its chain, before its first start. */
export const INITIAL_GUARD: Guard = { epoch: asEpoch(0), view: asView(0), height: asHeight(0), lastVote: ZERO_HASH }

type VoteRecord = Extract<LogRecord, { readonly type: 'prepare' | 'commit' | 'viewChange' }>

function isVote(record: LogRecord): record is VoteRecord {
  return record.type === 'prepare' || record.type === 'commit' || record.type === 'viewChange'
}

function recordHash(record: LogRecord): Hash {
  return taggedHash('log-record', logRecordCodec.encode(record))
}

function viewOf(record: VoteRecord): View {
  return record.type === 'viewChange' ? record.viewChange.newView : record.view
}

function isHigher(epoch: Epoch, view: View, guard: Guard): boolean {
  return epoch > guard.epoch || (epoch === guard.epoch && view > guard.view)
}

/**
 * The guard after `record` is in the log: the same object when the record promises nothing. The host syncs log, then guard, then sends.
 */
export function guardAfter(guard: Guard, record: LogRecord): Guard {
  if (record.type === 'wants')
    return isHigher(record.epoch, record.view, guard) ? { ...guard, epoch: record.epoch, view: record.view } : guard
  if (!isVote(record)) return guard
  const view = viewOf(record)
  const higher = isHigher(record.epoch, view, guard)
  return {
    ...guard,
    epoch: higher ? record.epoch : guard.epoch,
    view: higher ? view : guard.view,
    height: record.type !== 'viewChange' && record.height > guard.height ? record.height : guard.height,
    lastVote: recordHash(record),
  }
}

/**
 * The guard of a key that signs the recovery to `epoch`, with `vote` as its only vote there. No view of an earlier epoch is voted in again,
 * and in this one every height above the vote's is free. To be durable before the signature is shown to anybody.
 */
export function guardOfRecovery(guard: Guard, epoch: Epoch, vote: Commit): Guard {
  return { ...guard, epoch, view: asView(0), height: vote.height, lastVote: recordHash({ type: 'commit', epoch, ...vote }) }
}

/**
 * How a start may vote, from what the guard file says and the log, oldest first (consensus.md, "Guard"). A validator goes on where the
 * log has the guard's last vote; without it the log is old or lost, and the replica recovers. A missing or damaged guard is refused
 * (`consensus/guard-missing`, `consensus/guard-damaged`): nobody knows then what the key has promised. A new key starts with
 * `INITIAL_GUARD`.
 */
export function recoverRole(guard: 'absent' | 'damaged' | Guard, log: readonly LogRecord[]): Result<Role> {
  const hint =
    'Restore the guard from the host that voted last with this key, run as an observer, or let the consortium replace the key. A new key gets its guard when it is made.'
  if (guard === 'absent')
    return err(
      reject('consensus/guard-missing', 'the vote guard of this key is missing: it may have voted, and nobody knows for what', { hint }),
    )
  if (guard === 'damaged') return err(reject('consensus/guard-damaged', 'the vote guard of this key is damaged', { hint }))
  const knowsLastVote = guard.lastVote === ZERO_HASH || log.some((record) => isVote(record) && recordHash(record) === guard.lastVote)
  return ok(knowsLastVote ? { type: 'validator' } : { type: 'recovering', until: guard })
}
