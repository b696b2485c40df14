import type { Logger } from '@hanse/ports'
import type { ReplicaNote } from '@hanse/replica'

/** What the replica notes, as a line of the log. */
export function logNote(logger: Logger, note: ReplicaNote): void {
  switch (note.type) {
    case 'other-header':
      return logger.error({ ...note }, 'this node computes another header than f+1 validators: its state may be damaged')
    case 'phase':
      return logger.debug({ ...note }, 'phase of a height')
    case 'epoch-entered':
      return logger.info({ ...note }, 'the validators have changed')
    case 'cannot-vote': {
      const { code, hint } = note.rejection
      return logger.error({ epoch: note.epoch, code, hint }, 'this key is a validator’s and must not vote: the node observes')
    }
    case 'view-entered':
    case 'view-left':
      return logger.info({ ...note }, 'view change')
  }
}
