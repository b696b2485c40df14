import { FAULTS } from '../faults/all-faults.ts'
import type { Furniture, NetworkPlan } from '../network/chaos-network.ts'
import type { Schedule } from '../schedule.ts'

/** What a schedule's network is made of: each node has what the faults that may meet it need. */
export function networkPlan({ validators, fabric, seed, faults, liars = [] }: Schedule): NetworkPlan {
  const furniture = new Map<number, Furniture>()
  const give = (index: number, more: Furniture): void => void furniture.set(index, { ...furniture.get(index), ...more })
  for (const { type, nodes } of faults) {
    const needed = FAULTS[type].furniture
    if (needed === undefined) continue
    // Who leads is known only then.
    const targets = nodes.every((node) => typeof node === 'number') ? nodes : Array.from({ length: validators }, (_, index) => index)
    for (const target of targets) give(target, needed)
  }
  for (const { node, strategy } of liars) {
    // Until it is told to lie, such a node is as honest as any.
    for (const index of node === 'primary' ? Array.from({ length: validators }, (_, index) => index) : [node]) give(index, { strategy })
  }
  return { validators, fabric, seed, furniture }
}
