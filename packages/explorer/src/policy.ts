import type { Prng } from '@hanse/primitives'
import type { Instance } from './instance.ts'
import { PACKET_CLASSES, type PacketClass } from './packet.ts'

/** What the network lets through for a while. */
export interface Policy {
  /** In words, for a transcript. */
  describe(): string
  passes(prng: Prng, from: Instance, to: Instance, kind: PacketClass): boolean
}

export const OPEN: Policy = { describe: () => 'everything passes', passes: () => true }

/** A share of 100, or one instance that alone receives. */
type Rule = number | Instance

function drawRule(prng: Prng, instances: readonly Instance[]): Rule {
  const draw = prng.below(20)
  if (draw < 11) return 100
  if (draw < 13) return 0
  if (draw < 16) return 50
  return prng.pick(instances)
}

/** Which side of a partition: all on one in half of the draws. */
function drawSides(prng: Prng, instances: readonly Instance[]): ReadonlyMap<Instance, number> {
  const sides = prng.chance(1, 2) ? 1 : prng.chance(4, 5) ? 2 : 3
  return new Map(instances.map((instance) => [instance, prng.below(sides)]))
}

function textOf(sides: ReadonlyMap<Instance, number>, rules: ReadonlyMap<PacketClass, Rule>): string {
  const groups = new Map<number, string[]>()
  for (const [instance, side] of sides) groups.set(side, [...(groups.get(side) ?? []), instance.name])
  const parts = [...groups.values()].map((names) => names.join(''))
  const limits = [...rules].flatMap(([kind, rule]) =>
    rule === 100 ? [] : [`${kind} ${typeof rule === 'number' ? `${rule} %` : `to ${rule.name} only`}`],
  )
  return `${parts.join(' | ')}${limits.length === 0 ? '' : `; ${limits.join(', ')}`}`
}

/** A partition, in Twins' manner also between two of one key, and for each kind of message who gets it. */
export function drawPolicy(prng: Prng, instances: readonly Instance[]): Policy {
  const sides = drawSides(prng, instances)
  const rules = new Map<PacketClass, Rule>(PACKET_CLASSES.map((kind) => [kind, drawRule(prng, instances)]))
  return {
    describe: () => textOf(sides, rules),
    passes: (draw, from, to, kind) => {
      if (sides.get(from) !== sides.get(to)) return false
      const rule = rules.get(kind)
      if (typeof rule !== 'number') return rule === to
      return rule === 100 || (rule > 0 && draw.below(100) < rule)
    },
  }
}
