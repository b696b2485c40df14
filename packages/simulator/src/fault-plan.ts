import type { Prng } from '@hanse/primitives'
import { asValidatorIndex, faultsMax, NEWEST_PROTOCOL_VERSION, type ValidatorIndex } from '@hanse/protocol'
import { type ByzantineStrategy, EVERYDAY_STRATEGIES } from './byzantine/strategies.ts'
import { heightOfFault } from './draw.ts'
import { type FaultPlan, type Load, ODDITIES, type ScheduledFault } from './fault.ts'
import { planMembers } from './membership.ts'
import { planNetwork, planNetworkFaults } from './plan-network.ts'
import { planCrashes, planDiskFaults, planTimeFaults } from './plan-process.ts'
import { duringTheUpgrade, planUpgrade } from './plan-upgrade.ts'
import { planTrade } from './trade/plan-trade.ts'

const STORM_HEIGHTS = 3
/** In one of so many runs a validator comes and goes. */
const CHANGING_OF = 6
const ROUND_US_MAX = 4_000
/** How many heights a backup is old when it is needed. */
const BACKUP_HEIGHTS_MAX = 12
/** Beyond what the simulated chain lets a proposal drift. */
const WRONG_CLOCK_MS_MIN = 3_000
const WRONG_CLOCK_MS_MAX = 3_600_000
const IDLE_MS_MAX = 3_000

/** Each class of faults is on or off by chance, so that rare combinations come up (swarm testing). */
export function planFaults(prng: Prng, validators: number, byzantineCount: number | undefined, isTrading = false): FaultPlan {
  const nodes = Array.from({ length: validators }, (_, index) => asValidatorIndex(index))
  const upgrade = planUpgrade(prng.fork(11), nodes, byzantineCount ?? 0)
  const isWithout = upgrade?.isPatient === true
  const byzantine = planByzantine(prng.fork(1), nodes, isWithout ? 0 : byzantineCount)
  const weak: WeakNode = isWithout ? STRONG : planWeakNode(prng.fork(6), nodes, byzantine.size)
  const storms = gathered(prng.fork(4), [
    ...planCrashes(prng.fork(2), nodes),
    ...planTimeFaults(prng.fork(3), nodes),
    ...planNetworkFaults(prng.fork(8), nodes),
    ...planDiskFaults(prng.fork(7), nodes),
  ])
  const trade = planTrade(prng.fork(14), nodes, isTrading)
  const plan: FaultPlan = {
    network: planNetwork(prng.fork(5)),
    scheduled: [...storms, ...weak.scheduled, ...(trade ?? [])].sort((left, right) => left.atHeight - right.atHeight),
    byzantine,
    load: planLoad(prng.fork(9)),
    replayHeights: [heightOfFault(prng)],
    clockOffsetsMs: nodes.map((node) => (node === weak.node ? weak.clockOffsetMs : prng.below(400) - 200)),
    ...(prng.chance(2, 3) ? { roundUs: 1 + prng.below(ROUND_US_MAX) } : {}),
    ...(prng.chance(1, CHANGING_OF) ? { members: planMembers(prng.fork(10), validators) } : {}),
    ...(upgrade === undefined && prng.fork(12).chance(1, 2) ? { version: NEWEST_PROTOCOL_VERSION } : {}),
    ...(trade === undefined ? {} : { isTrading: true }),
    realSignatures: prng.chance(1, 50),
  }
  return upgrade === undefined ? plan : duringTheUpgrade(plan, upgrade, nodes, prng.fork(13))
}

function planLoad(prng: Prng): Load {
  const pace = prng.chance(1, 12) ? { burstMax: 1, waitMsMax: 60 } : { burstMax: 6 + prng.below(12), waitMsMax: 40 + prng.below(160) }
  return {
    ...pace,
    isPaced: true,
    ...(prng.chance(1, 4) ? { idleMsMax: 1 + prng.below(IDLE_MS_MAX) } : {}),
    oddities: prng.chance(1, 2) ? ODDITIES.filter(() => prng.chance(1, 2)) : [],
  }
}

/** In half of the runs most faults come at once: what one of them leaves behind meets the next. */
function gathered(prng: Prng, faults: readonly ScheduledFault[]): ScheduledFault[] {
  if (prng.chance(1, 2)) return [...faults]
  const stormHeight = heightOfFault(prng)
  return faults.map((fault) => (prng.chance(2, 3) ? { ...fault, atHeight: stormHeight + prng.below(STORM_HEIGHTS) } : fault))
}

interface WeakNode {
  readonly scheduled: readonly ScheduledFault[]
  readonly node?: ValidatorIndex
  readonly clockOffsetMs: number
}

const STRONG: WeakNode = { scheduled: [], clockOffsetMs: 0 }

/** Where fewer than f lie, an honest node may be as good as none for a while: it has lost its log, or its clock is wrong. */
function planWeakNode(prng: Prng, nodes: readonly ValidatorIndex[], liars: number): WeakNode {
  const node = prng.pick(nodes)
  if (liars >= faultsMax(nodes.length) || prng.chance(1, 4)) return STRONG
  if (prng.chance(1, 4)) {
    const offMs = WRONG_CLOCK_MS_MIN + prng.below(WRONG_CLOCK_MS_MAX)
    return { scheduled: [], node, clockOffsetMs: prng.chance(1, 2) ? offMs : -offMs }
  }
  return { scheduled: planLoss(prng, node), clockOffsetMs: 0 }
}

/** The disk is replaced by an older one, emptied, or damaged. */
function planLoss(prng: Prng, target: ValidatorIndex): readonly ScheduledFault[] {
  const atHeight = heightOfFault(prng)
  const downMs = 1 + prng.below(2_000)
  switch (prng.below(3)) {
    case 0:
      return [
        { type: 'backup', atHeight, target },
        { type: 'restore', atHeight: atHeight + 1 + prng.below(BACKUP_HEIGHTS_MAX), target, downMs },
      ]
    case 1:
      return [{ type: 'wipe', atHeight, target, downMs }]
    default: {
      const part = prng.pick(['log', 'state'] as const)
      const damage = prng.pick(['bit-flip', 'misdirected-write', 'missing'] as const)
      return [{ type: 'disk-damage', atHeight, target, part, damage, downMs }]
    }
  }
}

function planByzantine(
  prng: Prng,
  nodes: readonly ValidatorIndex[],
  wanted: number | undefined,
): ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]> {
  const most = faultsMax(nodes.length)
  const chosen = prng.shuffle(nodes).slice(0, wanted ?? (prng.chance(2, 3) ? most : prng.below(most + 1)))
  return new Map(chosen.map((node) => [node, planLies(prng)] as const))
}

/** Who lies about what it has prepared has that to lie about only now and then, and does something else beside. */
function planLies(prng: Prng): readonly ByzantineStrategy[] {
  const [first, ...others] = prng.shuffle(EVERYDAY_STRATEGIES)
  const more = prng.below(3)
  return [...(first === undefined ? [] : [first]), ...others.slice(0, isRare(first) ? Math.max(2, more) : more)]
}

function isRare(strategy: ByzantineStrategy | undefined): boolean {
  return strategy === 'hide-prepared' || strategy === 'stale-viewchange-cert' || strategy === 'index-mismatch'
}
