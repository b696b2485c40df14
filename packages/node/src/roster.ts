import { asEpoch, asValidatorIndex, type Epoch, epochAfter, type PeerId, type ValidatorIndex, type ValidatorRecord } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

/** Who belongs to the chain above a block. */
export interface Members {
  readonly epoch: Epoch
  readonly validators: readonly ValidatorRecord[]
  /** Those of the epoch before. */
  readonly before: readonly ValidatorRecord[]
  readonly observers: readonly ValidatorRecord[]
}

export function membersAtHead(ledger: Ledger): Members {
  const epoch = epochAfter(ledger.head.header)
  return {
    epoch,
    validators: ledger.validators.validators,
    before: epoch === 0 ? [] : (ledger.validatorsOf(asEpoch(epoch - 1))?.validators ?? []),
    observers: ledger.observers.map(({ record }) => record),
  }
}

/** The validators of an epoch; undefined for one that this node knows nothing of. */
export type EpochLookup = (epoch: Epoch) => readonly ValidatorRecord[] | undefined

/** Who is who: validator index, organization and peer id, now and in the epochs before. */
export class Roster {
  readonly #lookup: EpochLookup
  #members: Members
  #indexOfPeer: ReadonlyMap<string, ValidatorIndex>
  /** Of the last epoch that was asked for, beside the one in force. */
  #other: { readonly epoch: Epoch; readonly validators: readonly ValidatorRecord[] } | undefined

  constructor(members: Members, lookup: EpochLookup = () => undefined) {
    this.#members = members
    this.#lookup = lookup
    this.#indexOfPeer = indexOfPeers(members)
  }

  /** False when nobody has come or gone since. */
  follow(members: Members): boolean {
    if (isSame(members, this.#members)) return false
    this.#members = members
    this.#indexOfPeer = indexOfPeers(members)
    return true
  }

  get epoch(): Epoch {
    return this.#members.epoch
  }

  get validators(): readonly ValidatorRecord[] {
    return this.#members.validators
  }

  /** Whom a node talks to (ADR 0020): validators, observers, and who was a validator until the last change. */
  get peers(): readonly ValidatorRecord[] {
    const { validators, observers, before } = this.#members
    const known = new Map<string, ValidatorRecord>()
    for (const record of [...validators, ...observers, ...before]) if (!known.has(record.peerId)) known.set(record.peerId, record)
    return [...known.values()]
  }

  /** Of a validator in force. */
  indexOf(peerId: string): ValidatorIndex | undefined {
    return this.#indexOfPeer.get(peerId)
  }

  /** Of a place in the set of an epoch; by default the one in force. */
  organization(index: number, epoch: Epoch = this.epoch): string {
    return this.#validatorsOf(epoch)[index]?.organization ?? `validator ${index}`
  }

  /** Of all places in the set of an epoch. */
  organizations(epoch: Epoch): readonly string[] {
    return this.#validatorsOf(epoch).map(({ organization }) => organization)
  }

  /** A peer that the chain does not name goes by its peer id. */
  organizationOfPeer(peerId: PeerId): string {
    return this.organizationAt(peerId) ?? peerId
  }

  organizationAt(peerId: string): string | undefined {
    return this.peers.find((record) => record.peerId === peerId)?.organization
  }

  #validatorsOf(epoch: Epoch): readonly ValidatorRecord[] {
    if (epoch === this.epoch) return this.validators
    if (this.#other?.epoch !== epoch) this.#other = { epoch, validators: this.#lookup(epoch) ?? [] }
    return this.#other.validators
  }
}

function indexOfPeers({ validators }: Members): ReadonlyMap<string, ValidatorIndex> {
  return new Map(validators.map(({ peerId }, index) => [peerId, asValidatorIndex(index)]))
}

function isSame(left: Members, right: Members): boolean {
  const { observers } = right
  return (
    left.epoch === right.epoch &&
    left.observers.length === observers.length &&
    left.observers.every(({ peerId, organization }, index) => {
      const other = observers[index]
      return other?.peerId === peerId && other.organization === organization
    })
  )
}
