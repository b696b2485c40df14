import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import { drawLogUniform, drawSome, drawTarget, heightOfFault } from './draw.ts'
import type { Direction, NetworkFaults, ScheduledFault } from './fault.ts'

const DELAY_US_MIN = 100
const DELAY_US_GOOD = 1_000
const DELAY_US_WORST = 5_000_000
const DIRECTIONS: readonly Direction[] = ['both', 'outgoing', 'incoming']
const APART_MS_MAX = 4_000
const CLOG_MS_MAX = 5_000
const RESETS_MAX = 6

/** What the network does to each frame through the whole run. */
export function planNetwork(prng: Prng): NetworkFaults {
  const harsh = prng.chance(1, 4)
  return {
    lossPercent: prng.chance(1, 2) ? 1 + prng.below(harsh ? 30 : 8) : 0,
    duplicatePercent: prng.chance(1, 2) ? 1 + prng.below(harsh ? 50 : 15) : 0,
    flipPerTenThousand: prng.chance(1, 4) ? 1 + prng.below(harsh ? 100 : 20) : 0,
    delayUsMin: DELAY_US_MIN,
    delayUsMax: prng.chance(1, 2) ? DELAY_US_GOOD + prng.below(harsh ? 300_000 : 60_000) : DELAY_US_GOOD,
  }
}

/** What the network does once. */
export function planNetworkFaults(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  const apartMs = (): number => 100 + prng.below(APART_MS_MAX)
  const base = () => ({ atHeight: heightOfFault(prng) })
  return [
    ...drawSome(prng, 3, 3, () => ({ type: 'partition', ...base(), ...drawGroups(prng, nodes), durationMs: apartMs() }) as const),
    ...drawSome(prng, 4, 2, () => ({ type: 'broken-links', ...base(), pairs: drawPairs(prng, nodes), durationMs: apartMs() }) as const),
    ...drawSome(
      prng,
      3,
      3,
      () =>
        ({
          type: 'isolation',
          ...base(),
          target: drawTarget(prng, nodes),
          direction: prng.pick(DIRECTIONS),
          durationMs: apartMs(),
        }) as const,
    ),
    ...drawSome(
      prng,
      4,
      3,
      () =>
        ({
          type: 'clog',
          ...base(),
          target: drawTarget(prng, nodes),
          direction: prng.pick(DIRECTIONS),
          durationMs: drawLogUniform(prng, 10, CLOG_MS_MAX),
        }) as const,
    ),
    ...drawSome(prng, 8, 1, () => ({ type: 'swizzle', ...base(), clogs: drawSwizzle(prng, nodes) }) as const),
    ...drawSome(
      prng,
      5,
      2,
      () =>
        ({
          type: 'slow-receiver',
          ...base(),
          target: drawTarget(prng, nodes),
          gapUs: drawLogUniform(prng, 500, 40_000),
          durationMs: apartMs(),
        }) as const,
    ),
    ...drawSome(prng, 4, RESETS_MAX, () => ({ type: 'reset', ...base(), between: drawPair(prng, nodes) }) as const),
    ...drawSome(prng, 8, 1, () => ({ type: 'weather', ...base(), network: planStorm(prng), durationMs: apartMs() }) as const),
  ]
}

function planStorm(prng: Prng): NetworkFaults {
  return {
    lossPercent: prng.below(31),
    duplicatePercent: prng.below(51),
    flipPerTenThousand: prng.below(300),
    delayUsMin: DELAY_US_MIN,
    delayUsMax: drawLogUniform(prng, DELAY_US_GOOD, DELAY_US_WORST),
  }
}

function drawGroups(prng: Prng, nodes: readonly ValidatorIndex[]) {
  const mixed = prng.shuffle(nodes)
  const cut = 1 + prng.below(nodes.length - 1)
  return { groups: [mixed.slice(0, cut), mixed.slice(cut)], oneWay: prng.chance(1, 3) }
}

function drawPair(prng: Prng, nodes: readonly ValidatorIndex[]): readonly [ValidatorIndex, ValidatorIndex] {
  const [one, other] = prng.shuffle(nodes)
  return [one as ValidatorIndex, other as ValidatorIndex]
}

function drawPairs(prng: Prng, nodes: readonly ValidatorIndex[]): readonly (readonly [ValidatorIndex, ValidatorIndex])[] {
  return Array.from({ length: 1 + prng.below(nodes.length) }, () => drawPair(prng, nodes))
}

/** FoundationDB's swizzle: some nodes are clogged one by one, and freed one by one in another order. */
function drawSwizzle(prng: Prng, nodes: readonly ValidatorIndex[]) {
  const chosen = prng.shuffle(nodes).slice(0, 1 + prng.below(nodes.length))
  return chosen.map((node) => ({ node, fromMs: prng.below(1_000), durationMs: 100 + prng.below(2_000) }))
}
