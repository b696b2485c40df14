import type { Prng } from '@hanse/primitives'
import type { Owner } from '../machine/owner.ts'
import type { Need } from '../machine/tools.ts'
import type { ChaosNetwork, Furniture } from '../network/chaos-network.ts'
import type { ChaosNode } from '../network/chaos-node.ts'
import type { FabricType } from '../network/fabric.ts'
import type { PlannedFault } from '../schedule.ts'
import type { Links } from './links.ts'

/** What a fault works with. */
export interface FaultContext {
  readonly fault: PlannedFault
  /** Those that it is for, in its order. */
  readonly nodes: readonly ChaosNode[]
  readonly network: ChaosNetwork
  readonly links: Links
  readonly owner: Owner
  readonly prng: Prng
  /** From now until it is healed these processes may end. */
  readonly mayEnd: (node: ChaosNode) => void
  /** Something that must not be. */
  readonly violate: (check: string, message: string) => void
  /** Something to be told in the report. */
  readonly note: (message: string) => void
}

/** Undoes it, and resolves when that is done; nodes that ended are started again. */
export type Heal = () => Promise<void>

export interface FaultKind {
  readonly summary: string
  /** Of the machine; on a fabric that brings it, cutting needs nothing. */
  readonly needs: readonly Need[]
  /** Where it can be done. */
  readonly fabrics: readonly FabricType[]
  /** What its nodes must have from the start on. */
  readonly furniture?: Furniture
  readonly begin: (context: FaultContext) => Promise<Heal>
}

export const ANYWHERE: readonly FabricType[] = ['plain', 'proxy', 'namespaces']

/** A fault of the disk must end the process, and not in good order. */
export async function mustEnd({ violate, note, fault }: FaultContext, node: ChaosNode): Promise<void> {
  const exit = await node.exitWithin(fault.forMs)
  if (exit === undefined) {
    violate('fail-stop', `${node.name} goes on after ${fault.type} for ${fault.forMs} ms`)
    await node.end('SIGKILL')
  } else if (exit.code === 0) violate('fail-stop', `${node.name} ended with 0 after ${fault.type}`)
  else note(`${node.name} ended: ${node.lastWords().code ?? exit.signal ?? `code ${exit.code}`}`)
}
