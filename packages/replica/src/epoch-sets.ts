import { assert } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  type Epoch,
  type EpochBoundary,
  type EpochRecord,
  epochAfter,
  type Genesis,
  genesisEpoch,
  type Height,
  type ValidatorSet,
  validatorSetHash,
} from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

/** Who decides above the head, and what that epoch stands on: all that is known of who may sign. */
export interface EpochSets {
  readonly epoch: Epoch
  readonly set: ValidatorSet
  /** Absent in epoch 0. */
  readonly below?: EpochBoundary
}

export function genesisSets(genesis: Genesis): EpochSets {
  const { epoch, validators } = genesisEpoch(genesis)
  return { epoch, set: { validators } }
}

export function setsAboveHead(ledger: Ledger): EpochSets {
  const epoch = epochAfter(ledger.head.header)
  const set = ledger.validators
  if (epoch === 0) return { epoch, set }
  const before = ledger.validatorsOf(asEpoch(epoch - 1))
  const height = endOfEpoch(ledger, asEpoch(epoch - 1))
  assert(before !== undefined && height !== undefined, `the state has no epoch ${epoch - 1}`)
  return { epoch, set, below: { height, set: { validators: before.validators } } }
}

/** Who decided in an epoch, at any of its heights. Undefined for one that has not come. */
export function setsOfEpoch(ledger: Pick<Ledger, 'validatorsOf'>, epoch: Epoch): EpochSets | undefined {
  const record = ledger.validatorsOf(epoch)
  if (record === undefined) return undefined
  const set = { validators: record.validators }
  const before = epoch === 0 ? undefined : ledger.validatorsOf(asEpoch(epoch - 1))
  if (before === undefined) return { epoch, set }
  return { epoch, set, below: { height: asHeight(record.firstHeight - 1), set: { validators: before.validators } } }
}

/** Whether an epoch began by recovery: a vote would have changed somebody. */
function beganByRecovery(before: EpochRecord, { validators }: EpochRecord): boolean {
  return validatorSetHash({ validators: before.validators }) === validatorSetHash({ validators })
}

/** The block whose header and certificate lead from one epoch to the next: the last of the one, or the first of one that was recovered. */
export function heightThatLeadsTo(before: EpochRecord, next: EpochRecord): Height {
  return beganByRecovery(before, next) ? next.firstHeight : asHeight(next.firstHeight - 1)
}

/** The height that carries those on who are still in this epoch; undefined while it lasts. */
export function wayOutOf(ledger: Pick<Ledger, 'validatorsOf'>, epoch: Epoch): Height | undefined {
  const [record, next] = [ledger.validatorsOf(epoch), ledger.validatorsOf(asEpoch(epoch + 1))]
  return record === undefined || next === undefined ? undefined : heightThatLeadsTo(record, next)
}

/** The first block of the youngest epoch, up to `epoch`, that began by recovery. */
export function lastRecovery(ledger: Pick<Ledger, 'validatorsOf'>, epoch: Epoch): Height | undefined {
  for (let at: number = epoch; at > 0; at--) {
    const [before, record] = [ledger.validatorsOf(asEpoch(at - 1)), ledger.validatorsOf(asEpoch(at))]
    if (before !== undefined && record !== undefined && beganByRecovery(before, record)) return record.firstHeight
  }
  return undefined
}

/** The last height of an epoch that is over. */
function endOfEpoch(ledger: Pick<Ledger, 'validatorsOf'>, epoch: Epoch): Height | undefined {
  const next = ledger.validatorsOf(asEpoch(epoch + 1))
  return next === undefined ? undefined : asHeight(next.firstHeight - 1)
}
