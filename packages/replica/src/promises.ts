import type { Role } from '@hanse/consensus'
import type { Rejection, Result } from '@hanse/primitives'
import { asValidatorIndex, type Epoch, type Height, type LogRecord, type ValidatorIndex } from '@hanse/protocol'
import type { ReplicaEffect, ReplicaNote } from './effect.ts'
import type { EpochSets } from './epoch-sets.ts'
import type { LoggedEntry, ReplicaInput } from './input.ts'
import { epochOf, LogKeeper } from './log-keeper.ts'
import { INITIAL_GUARD, roleOnChain } from './recovery.ts'
import type { ReplicaOptions } from './replica-options.ts'

/** How this replica takes part in an epoch. */
export interface Part {
  /** Absent for who has no place in the set, or must not vote. */
  readonly self?: ValidatorIndex
  readonly role: Role
  /** Why one who has a place in the set must not vote. */
  readonly fault?: Rejection
}

/** What this replica's key has promised, whatever the epoch: the log, the guard, and what follows from them. */
export class Promises {
  readonly keeper: LogKeeper
  readonly #key: string | undefined
  /** What guard and log said at the start. */
  readonly #found: Result<Role>
  readonly #entries: readonly LoggedEntry[]

  constructor({ chain, consensusKey, logSlackRecordsMax }: ReplicaOptions, input: Extract<ReplicaInput, { type: 'start' }>) {
    const { log, guard } = input
    this.#key = consensusKey
    this.#found = roleOnChain(
      chain,
      guard,
      log.map(({ record }) => record),
    )
    const known = typeof guard === 'string' || !this.#found.ok ? INITIAL_GUARD : guard
    this.keeper = new LogKeeper({ ...known, genesisHash: chain.genesisHash }, logSlackRecordsMax)
    this.#entries = this.keeper.adopt(log)
  }

  /** The guard is brought up to what the log has. To be asked for once. */
  cover(): readonly ReplicaEffect[] {
    return this.#found.ok && this.#found.value.type === 'validator' ? this.keeper.coverAdopted() : []
  }

  /** Entries of the log that the start found, of this epoch and later ones: a store may lie behind its log by an epoch's end. */
  adoptedFrom(epoch: Epoch): readonly LoggedEntry[] {
    return this.#entries.filter(({ record }) => epochOf(record) >= epoch)
  }

  recordsOf(epoch: Epoch): readonly LogRecord[] {
    return this.keeper.needed.filter((record) => epochOf(record) === epoch)
  }

  partIn({ epoch, set }: EpochSets): Part {
    const index = placeOf(this.#key, set)
    if (index === undefined) return { role: { type: 'observer' } }
    if (!this.#found.ok) return { role: { type: 'observer' }, fault: this.#found.error }
    const { value: role } = this.#found
    // Who has promised something in a later epoch comes there by what it has: a certificate is in its log.
    if (role.type === 'validator' && this.keeper.guard.epoch > epoch)
      return { self: index, role: { type: 'recovering', until: this.keeper.guard } }
    return { self: index, role }
  }
}

export function notesOfEntering({ epoch }: EpochSets, firstHeight: Height, { self, fault }: Part): readonly ReplicaEffect[] {
  const entered: ReplicaNote = { type: 'epoch-entered', epoch, firstHeight, ...(self === undefined ? {} : { self }) }
  const notes: ReplicaNote[] = fault === undefined ? [entered] : [entered, { type: 'cannot-vote', epoch, rejection: fault }]
  return notes.map((note) => ({ type: 'note', note }))
}

/** The place of a consensus key in a set. */
export function placeOf(key: string | undefined, { validators }: EpochSets['set']): ValidatorIndex | undefined {
  const index = key === undefined ? -1 : validators.findIndex(({ consensusKey }) => consensusKey.bytes === key)
  return index < 0 ? undefined : asValidatorIndex(index)
}
