import type { Prng } from '@hanse/primitives'
import { faultsMax, type ValidatorIndex, WINDOW_MAX } from '@hanse/protocol'
import type { FaultPlan, ScheduledFault, UpgradePlan } from './fault.ts'
import { COUNTED_HEIGHTS_MIN } from './result.ts'

/** In one of so many runs the version of the protocol changes, and some nodes run software that does not know it. */
const UPGRADING_OF = 10
const AT_HEIGHT_MAX = 6
/** More than a window ahead, as the chain wants it, and not much more. */
const NOTICE_MIN = WINDOW_MAX + 1
const NOTICE_MAX = WINDOW_MAX + 8
/** Heights over which the faults of such a run happen: until the version is in force, and beyond. */
const HEIGHTS_WITH_FAULTS = 88
/** In one of so many such runs, who runs old software stays away until the others have gone on. */
const PATIENT_OF = 3
const RESTARTS_MAX = 4
const DOWN_MS_MAX = 1_500

/** What a seed draws of it. Others go on alone only where nobody lies. */
export function planUpgrade(prng: Prng, nodes: readonly ValidatorIndex[], liarsWanted: number): UpgradePlan | undefined {
  if (!prng.chance(1, UPGRADING_OF)) return undefined
  const isPatient = prng.chance(1, PATIENT_OF) && liarsWanted === 0
  const most = isPatient ? faultsMax(nodes.length) : nodes.length
  return {
    atHeight: 1 + prng.below(AT_HEIGHT_MAX),
    notice: NOTICE_MIN + prng.below(NOTICE_MAX - NOTICE_MIN),
    old: prng.shuffle(nodes).slice(0, 1 + prng.below(most)),
    isPatient,
  }
}

/** The same run with more heights: what happens in it is spread over them, and some nodes change their software. */
export function duringTheUpgrade(plan: FaultPlan, upgrade: UpgradePlan, nodes: readonly ValidatorIndex[], prng: Prng): FaultPlan {
  const later = (height: number): number => Math.ceil((height * HEIGHTS_WITH_FAULTS) / COUNTED_HEIGHTS_MIN)
  const faults = plan.scheduled.map((fault) => ({ ...fault, atHeight: later(fault.atHeight) }))
  return {
    ...plan,
    upgrade,
    scheduled: [...faults, ...planSoftware(prng, nodes, upgrade)].sort((left, right) => left.atHeight - right.atHeight),
    replayHeights: plan.replayHeights.map(later),
    ...(plan.members === undefined ? {} : { members: plan.members.map((step) => ({ ...step, atHeight: later(step.atHeight) })) }),
  }
}

/** The same run of a chain whose version stays. */
export function withoutUpgrade({ upgrade: _, ...plan }: FaultPlan): FaultPlan {
  return { ...plan, scheduled: plan.scheduled.filter(({ type }) => type !== 'software') }
}

/** Restarts with the other software, before the height of the version and after it. Where others must go on alone nobody else goes back. */
function planSoftware(prng: Prng, nodes: readonly ValidatorIndex[], { old, isPatient }: UpgradePlan): readonly ScheduledFault[] {
  return Array.from({ length: prng.below(RESTARTS_MAX + 1) }, () => ({
    type: 'software',
    atHeight: 1 + prng.below(HEIGHTS_WITH_FAULTS),
    target: prng.pick(isPatient ? old : nodes),
    software: prng.pick(['old', 'new'] as const),
    downMs: 1 + prng.below(DOWN_MS_MAX),
  }))
}
