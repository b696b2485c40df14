import type { Hash } from '@hanse/primitives'
import { asHeight, type Height, type ProposalBody } from '@hanse/protocol'
import { WINDOWS_BUFFERED } from './params.ts'
import type { Context, ReplicaState, Slot } from './replica-state.ts'
import { VoteSet } from './vote-set.ts'

/** Heights that are voted on: (head, head + W]. */
export function windowEnd({ options, state }: Context): Height {
  return asHeight(state.head.height + options.window)
}

/** Heights that votes are kept for. */
export function bufferEnd({ options, state }: Context): Height {
  return asHeight(state.head.height + WINDOWS_BUFFERED * options.window)
}

export function slotAt({ state, sizes }: Context, height: Height): Slot {
  let slot = state.slots.get(height)
  if (slot === undefined) {
    const { quorum } = sizes
    slot = {
      height,
      prepares: new VoteSet(quorum),
      commits: new VoteSet(quorum),
      proposed: undefined,
      check: undefined,
      counted: undefined,
      accused: new Set(),
    }
    state.slots.set(height, slot)
  }
  return slot
}

/** Certified and fixed heights have a slot as soon as they are near enough, also when nobody votes there. */
export function openKnownHeights(context: Context): void {
  const { certificates, entered, head } = context.state
  const end = bufferEnd(context)
  for (const height of certificates.keys()) if (height <= end) slotAt(context, height)
  const fixedHeight = asHeight(entered.base + 1)
  if (entered.fixed !== undefined && fixedHeight > head.height && fixedHeight <= end) slotAt(context, fixedHeight).proposed = entered.fixed
}

/** The slots of the window, lowest first. */
export function windowSlots(context: Context): readonly Slot[] {
  const { slots, head } = context.state
  const found: Slot[] = []
  if (slots.size === 0) return found
  const end = windowEnd(context)
  for (let height = head.height + 1; height <= end; height++) {
    const slot = slots.get(asHeight(height))
    if (slot !== undefined) found.push(slot)
  }
  return found
}

export function isFixed(state: ReplicaState, height: Height): boolean {
  return state.entered.fixed !== undefined && height === state.entered.base + 1
}

/** q Prepares of the entered view bind everyone, also those that refused. */
export function boundDigest(slot: Slot): Hash | undefined {
  return slot.prepares.decided as Hash | undefined
}

/** What this height will hold as far as is known: certified, else bound, else proposed. */
export function targetDigest(state: ReplicaState, slot: Slot): Hash | undefined {
  return state.certificates.get(slot.height)?.digest ?? boundDigest(slot) ?? slot.proposed
}

/** Keeps the count of ids in flight in step with what the slot holds. */
export function countInFlight(state: ReplicaState, slot: Slot): void {
  const digest = targetDigest(state, slot)
  const body = digest === undefined ? undefined : state.bodies.get(digest)?.body
  if (slot.counted === body) return
  release(state, slot)
  slot.counted = body
  for (const id of body?.ids ?? []) state.inFlight.set(id, (state.inFlight.get(id) ?? 0) + 1)
}

function release(state: ReplicaState, slot: Slot): void {
  for (const id of slot.counted?.ids ?? []) {
    const count = state.inFlight.get(id) ?? 0
    if (count <= 1) state.inFlight.delete(id)
    else state.inFlight.set(id, count - 1)
  }
  slot.counted = undefined
}

/** What slots hold and the host has all bytes of. */
export function checkedInFlight(state: ReplicaState): readonly ProposalBody[] {
  const checked: ProposalBody[] = []
  for (const { counted, check } of state.slots.values()) {
    if (counted !== undefined && check?.state === 'ok' && state.bodies.get(check.digest)?.body === counted) checked.push(counted)
  }
  return checked
}

/** The ids of heights above head that do not depend on the primary any more. */
export function decidedIds(state: ReplicaState): ReadonlySet<Hash> {
  const ids = new Set<Hash>()
  for (const slot of state.slots.values()) {
    const isDecided = state.certificates.has(slot.height) || boundDigest(slot) !== undefined || isFixed(state, slot.height)
    if (isDecided) for (const id of slot.counted?.ids ?? []) ids.add(id)
  }
  return ids
}

export function dropSlot(state: ReplicaState, slot: Slot): void {
  release(state, slot)
  state.slots.delete(slot.height)
}

/** True when another slot holds one of the ids. */
export function isHeldElsewhere(state: ReplicaState, slot: Slot, body: ProposalBody): boolean {
  const own = slot.counted === body ? 1 : 0
  return body.ids.some((id) => (state.inFlight.get(id) ?? 0) > own)
}

/** A refusal leaves no trace: whatever it was for may be gone. */
export function reconsiderRefusals(state: ReplicaState): void {
  for (const slot of state.slots.values()) if (slot.check?.state === 'refused') slot.check = undefined
}
