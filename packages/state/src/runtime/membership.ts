import { assert, unreachable } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  type EpochRecord,
  epochRecordCodec,
  isSameRecord,
  KEY_ALGORITHM,
  OBSERVERS_MAX,
  type Observer,
  observerCodec,
  STATE_VALUE_BYTES_MAX,
  VALIDATORS_MAX,
  VALIDATORS_MIN,
  type ValidatorRecord,
} from '@hanse/protocol'
import { table } from '../data/table.ts'
import { countValue, textValue } from '../data/value-codec.ts'
import type { BlockContext, StateReader, StateWriter } from '../module.ts'

/** What votes made of the validators stands under a name that no module can have. The module that governs may write there. */
export const MEMBERSHIP_SPACE = '_members'
/** By number. Of epoch 0, genesis, there is none. */
const epochs = table({ module: MEMBERSHIP_SPACE, name: 'epoch', value: epochRecordCodec })
/** The number of the youngest record. */
const latest = table({ module: MEMBERSHIP_SPACE, name: 'latest', value: countValue })
/** By organization. */
const observers = table({ module: MEMBERSHIP_SPACE, name: 'observer', value: observerCodec })
/** Organizations of the observers, in the order in which they came, separated by blanks: none has one. */
const observerNames = table({ module: MEMBERSHIP_SPACE, name: 'observers', value: textValue })
const WHOLE: readonly string[] = []

/** What a vote does to who validates and who observes. */
export type MembershipChange =
  | { readonly type: 'admit'; readonly record: ValidatorRecord; readonly partyId?: string }
  | { readonly type: 'drop'; readonly organization: string }
  | { readonly type: 'promote'; readonly organization: string }
  | { readonly type: 'remove'; readonly organization: string }
  | { readonly type: 'replace'; readonly record: ValidatorRecord }

/**
 * Why a change is not made. `second-change`: this block has changed a validator; the next one may. `too-large`: the records of all would not
 * fit one value of the state.
 */
export type MembershipFault =
  | 'unknown'
  | 'taken'
  | 'unchanged'
  | 'bad-key'
  | 'too-few'
  | 'too-many'
  | 'too-many-observers'
  | 'too-large'
  | 'second-change'

/** The youngest epoch that votes began, or `first`: that of genesis. */
export function youngestEpoch(state: StateReader, first: EpochRecord): EpochRecord {
  const number = latest.get(state, WHOLE)
  return number === undefined ? first : epochs.require(state, `${number}`)
}

/** The epoch of this number, where it has begun by vote. */
export function votedEpoch(state: StateReader, epoch: number): EpochRecord | undefined {
  return epochs.get(state, `${epoch}`)
}

/** The same of a state that nobody has verified: undefined, too, where the record is of another form. */
export function unverifiedEpoch(state: Pick<StateReader, 'get'>, epoch: number): EpochRecord | undefined {
  const bytes = state.get(epochs.keyOf(`${epoch}`))
  const decoded = bytes === undefined ? undefined : epochRecordCodec.decode(bytes)
  return decoded?.ok === true ? decoded.value : undefined
}

/** The epoch of this number, from 0 to the block's own and the one that the block begins. */
export function epochOf({ first }: Pick<BlockContext, 'first'>, state: StateReader, epoch: number): EpochRecord | undefined {
  return epoch === first.epoch ? first : votedEpoch(state, epoch)
}

/** Who decides on the block after this one: `context.set`, or what this block has made of it. */
export function nextValidators(context: Pick<BlockContext, 'set'>, state: StateReader): readonly ValidatorRecord[] {
  return youngestEpoch(state, context.set).validators
}

function namesOf(state: StateReader): readonly string[] {
  return observerNames.get(state, WHOLE)?.split(' ') ?? []
}

/** In the order in which they came. */
export function observersOf(state: StateReader): readonly Observer[] {
  return namesOf(state).map((organization) => observers.require(state, organization))
}

export function observerOf(state: StateReader, organization: string): Observer | undefined {
  return observers.get(state, organization)
}

/** Another one of the chain has its key or its network identity, or its name. */
function isTaken(context: BlockContext, state: StateReader, record: ValidatorRecord): boolean {
  const others = [...nextValidators(context, state), ...observersOf(state).map((observer) => observer.record)]
  return others.some((other) => {
    const isNamesake = other.organization === record.organization
    return !isNamesake && (other.consensusKey.bytes === record.consensusKey.bytes || other.peerId === record.peerId)
  })
}

/** What the change makes of the validators, where it concerns them. */
function validatorsAfter(before: readonly ValidatorRecord[], state: StateReader, change: MembershipChange): readonly ValidatorRecord[] {
  switch (change.type) {
    case 'promote':
      return [...before, observers.require(state, change.organization).record]
    case 'remove':
      return before.filter(({ organization }) => organization !== change.organization)
    case 'replace':
      return before.map((record) => (record.organization === change.record.organization ? change.record : record))
    case 'admit':
    case 'drop':
      return before
    default:
      return unreachable(change)
  }
}

function observerFault(context: BlockContext, state: StateReader, change: MembershipChange): MembershipFault | undefined {
  if (change.type === 'drop') return observers.has(state, change.organization) ? undefined : 'unknown'
  if (change.type !== 'admit') return undefined
  const { organization } = change.record
  const isValidator = nextValidators(context, state).some((record) => record.organization === organization)
  if (isValidator || observers.has(state, organization)) return 'taken'
  return namesOf(state).length >= OBSERVERS_MAX ? 'too-many-observers' : undefined
}

function validatorFault(context: BlockContext, state: StateReader, change: MembershipChange): MembershipFault | undefined {
  if (change.type === 'admit' || change.type === 'drop') return undefined
  const before = youngestEpoch(state, context.set)
  if (before.epoch !== context.set.epoch) return 'second-change'
  const organization = change.type === 'replace' ? change.record.organization : change.organization
  const record = before.validators.find((one) => one.organization === organization)
  if (change.type === 'promote' ? !observers.has(state, organization) : record === undefined) return 'unknown'
  if (change.type === 'replace' && record !== undefined && isSameRecord(record, change.record)) return 'unchanged'
  const validators = validatorsAfter(before.validators, state, change)
  if (validators.length < VALIDATORS_MIN) return 'too-few'
  if (validators.length > VALIDATORS_MAX) return 'too-many'
  const sizeBytes = epochRecordCodec.encode(epochAbove(context, validators)).length
  return sizeBytes > STATE_VALUE_BYTES_MAX ? 'too-large' : undefined
}

/** What stands against a change in this block, or nothing. */
export function membershipFault(context: BlockContext, state: StateReader, change: MembershipChange): MembershipFault | undefined {
  if (change.type === 'admit' || change.type === 'replace') {
    if (change.record.consensusKey.algorithm !== KEY_ALGORITHM.ed25519) return 'bad-key'
    if (isTaken(context, state, change.record)) return 'taken'
  }
  return observerFault(context, state, change) ?? validatorFault(context, state, change)
}

function epochAbove({ set, height }: BlockContext, validators: readonly ValidatorRecord[]): EpochRecord {
  return { epoch: asEpoch(set.epoch + 1), firstHeight: asHeight(height + 1), validators }
}

/**
 * Takes into the state an epoch that began by recovery, with this block, and those that it passed over: the same validators as before.
 * Does nothing where a vote has begun the block's epoch.
 */
export function recordRecovery({ set, first }: Pick<BlockContext, 'set' | 'first'>, state: StateWriter): void {
  const before = youngestEpoch(state, first)
  for (let epoch = before.epoch + 1; epoch <= set.epoch; epoch++) epochs.put(state, `${epoch}`, { ...set, epoch: asEpoch(epoch) })
  if (set.epoch > before.epoch) latest.put(state, WHOLE, set.epoch)
}

function putObserver({ height }: BlockContext, state: StateWriter, record: ValidatorRecord, partyId: string | undefined): void {
  const { organization } = record
  observers.put(state, organization, { record, ...(partyId === undefined ? {} : { partyId }), sinceHeight: height })
  observerNames.put(state, WHOLE, [...namesOf(state), organization].join(' '))
}

function deleteObserver(state: StateWriter, organization: string): void {
  observers.delete(state, organization)
  const left = namesOf(state).filter((name) => name !== organization)
  if (left.length === 0) observerNames.delete(state, WHOLE)
  else observerNames.put(state, WHOLE, left.join(' '))
}

/**
 * For the module that governs. A change of a validator holds from the next block on: this one ends its epoch. Who is removed goes on as an
 * observer. The caller has seen that nothing stands against it (`membershipFault`).
 */
export function changeMembership(context: BlockContext, state: StateWriter, change: MembershipChange): void {
  const fault = membershipFault(context, state, change)
  assert(fault === undefined, `the validators cannot be changed like this: ${fault}`)
  const before = nextValidators(context, state)
  const validators = validatorsAfter(before, state, change)
  if (change.type === 'admit') putObserver(context, state, change.record, change.partyId)
  else if (change.type === 'drop' || change.type === 'promote') deleteObserver(state, change.organization)
  else if (change.type === 'remove') {
    const removed = before.find(({ organization }) => organization === change.organization)
    if (removed !== undefined) putObserver(context, state, removed, undefined)
  }
  if (validators === before) return
  const epoch = epochAbove(context, validators)
  epochs.put(state, `${epoch.epoch}`, epoch)
  latest.put(state, WHOLE, epoch.epoch)
}
