import type { Hash } from '@hanse/primitives'
import { primaryOf } from '@hanse/protocol'
import type { EngineDescription } from './engine.ts'
import { type Context, isInView, type Slot } from './replica-state.ts'
import { boundDigest, targetDigest } from './slots.ts'

type SlotDescription = EngineDescription['slots'][number]

export function engineDescription(context: Context): EngineDescription {
  const { state, options, sizes } = context
  return {
    epoch: options.epoch,
    view: state.view,
    wants: state.wants,
    inView: isInView(state),
    primary: primaryOf(state.view, sizes.validators),
    head: state.head,
    slots: [...state.slots.values()].sort((left, right) => left.height - right.height).map((slot) => describeSlot(context, slot)),
  }
}

function describeSlot({ state }: Context, slot: Slot): SlotDescription {
  const digest = targetDigest(state, slot)
  if (digest === undefined) return { height: slot.height, phase: 'waiting', prepares: [], commits: [] }
  const headerHash = state.executed.get(slot.height)?.headerHash
  const commits = [...slot.commits.keys].find((key) => key.startsWith(digest) && (headerHash === undefined || key.endsWith(headerHash)))
  return {
    height: slot.height,
    digest,
    phase: phaseOf(state, slot, digest),
    prepares: slot.prepares.votersFor(digest),
    commits: commits === undefined ? [] : slot.commits.votersFor(commits),
  }
}

function phaseOf(state: Context['state'], slot: Slot, digest: Hash): SlotDescription['phase'] {
  if (state.certificates.has(slot.height)) return 'committed'
  if (state.executed.get(slot.height)?.digest === digest) return 'executed'
  return boundDigest(slot) === digest ? 'prepared' : 'proposed'
}
