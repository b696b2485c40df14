import type { Logger } from '@hanse/ports'
import type { HostEffect } from './driver.ts'
import { logNote } from './log-note.ts'
import type { Roster } from './roster.ts'

/** What the log says of what the replica tells. */
export function logEffect(logger: Logger, roster: Roster, effect: HostEffect): void {
  switch (effect.type) {
    case 'expired':
      return
    case 'punish':
      return logger.warn({ validator: roster.organizationOfPeer(effect.peer), reason: effect.reason }, 'peer broke the protocol')
    case 'report': {
      const { culprit, kind, first } = effect.evidence
      return logger.error({ validator: roster.organization(culprit, first.epoch), kind }, 'evidence of misbehaviour')
    }
    case 'note':
      return logNote(logger, effect.note)
  }
}
